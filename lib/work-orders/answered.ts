import { z } from "zod";
import { billStates, workOrderStatuses } from "@/db/schema/work-orders";
import { contractorActions } from "./machine";

/** What the API answers with, as schemas: the OpenAPI document is made from them, and a test holds the answers to them. */

const status = z.enum(workOrderStatuses).meta({ description: "Where the order stands in its life." });
const at = z.iso.datetime({ offset: true }).nullable();
const cents = { amountCents: z.int(), currency: z.string().meta({ description: "ISO 4217" }) };
const actions = z.array(z.enum(contractorActions)).meta({ description: "What the contractor may do now." });
const standing = {
  state: z.enum(billStates).meta({
    description:
      "Received; waits for the office’s approval; queried, which a new upload or the office ends; approved; paid.",
  }),
  paidOn: z.iso.date().nullable().meta({ description: "The day on which the office paid it." }),
};

export const jobSheet = z
  .strictObject({
    number: z.string().meta({ example: "WO-2187" }),
    status,
    title: z.string(),
    scope: z.string(),
    address: z.strictObject({
      street: z.string(),
      suburb: z.string(),
      state: z.string(),
      postcode: z.string(),
    }),
    accessNotes: z.string(),
    occupant: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
    manager: z.strictObject({ name: z.string(), phone: z.string().nullable(), email: z.string() }),
    agency: z.strictObject({ name: z.string() }),
    costCeiling: z.strictObject(cents).nullable(),
    scheduledFor: at,
    onSiteAt: at,
    completedAt: at,
    photos: z.array(z.strictObject({ id: z.uuid(), caption: z.string() })),
    questions: z.array(z.strictObject({ from: z.enum(["contractor", "office"]), text: z.string(), at })),
    invoices: z.array(
      z.strictObject({
        id: z.uuid(),
        number: z.string().nullable(),
        ...cents,
        fileName: z.string(),
        ...standing,
        receivedAt: at,
      }),
    ),
    actions,
    linkExpiresAt: at,
  })
  .meta({ id: "Job" });

export const receivedInvoice = z
  .strictObject({
    id: z.uuid(),
    number: z.string().nullable(),
    ...cents,
    fileName: z.string(),
    ...standing,
    overCents: z.int().meta({ description: "How far it and those before it exceed the cost ceiling, or 0." }),
  })
  .meta({ id: "Invoice" });

export const receivedPhotos = z
  .strictObject({ photos: z.array(z.strictObject({ id: z.uuid() })) })
  .meta({ id: "Photos" });

export const orderSheet = z
  .strictObject({
    id: z.uuid(),
    number: z.string().meta({ example: "WO-2187" }),
    version: z.int().meta({ description: "Send it back with a dispatch, an answer or a cancellation." }),
    status,
    title: z.string(),
    scope: z.string(),
    trade: z.string().nullable(),
    property: z.strictObject({ id: z.uuid(), street: z.string(), suburb: z.string() }),
    contractor: z.strictObject({ id: z.uuid(), name: z.string(), company: z.string().nullable() }).nullable(),
    manager: z.strictObject({ id: z.uuid(), name: z.string() }),
    costCeiling: z.strictObject(cents).nullable(),
    dispatchedAt: at,
    acceptedAt: at,
    scheduledFor: at,
    onSiteAt: at,
    completedAt: at,
    questionWaiting: z.boolean(),
    invoices: z.array(z.strictObject({ id: z.uuid(), number: z.string().nullable(), ...cents, ...standing })),
    contractorActions: actions,
  })
  .meta({ id: "WorkOrder" });

export const orderPage = z
  .strictObject({
    workOrders: z.array(
      z.strictObject({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        address: z.string(),
        contractor: z.string().nullable(),
        status,
      }),
    ),
    before: z
      .int()
      .nullable()
      .meta({ description: "Ask for the next page with this as `before`; null at the end." }),
  })
  .meta({ id: "WorkOrderPage" });

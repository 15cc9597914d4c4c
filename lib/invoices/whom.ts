import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts, properties } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { workOrders } from "@/db/schema/work-orders";
import type { Invoice } from "./read";

/** Whom it is for, and where: the place of its project, or of the work order that it was made from. */
export async function whomOf(
  tx: Tx,
  { document, invoice }: Invoice,
): Promise<{ name: string; place: string }> {
  const [found] = await tx
    .select({ name: contacts.name, place: projects.place })
    .from(contacts)
    .leftJoin(
      projects,
      and(eq(projects.contactId, contacts.id), eq(projects.id, document.projectId ?? document.id)),
    )
    .where(eq(contacts.id, document.contactId));
  const place = found?.place || (invoice.workOrderId ? await placeOf(tx, invoice.workOrderId) : "");
  return { name: found?.name ?? "", place };
}

async function placeOf(tx: Tx, orderId: string): Promise<string> {
  const { street, suburb, state, postcode } = properties;
  const [place] = await tx
    .select({ street, suburb, state, postcode })
    .from(workOrders)
    .innerJoin(properties, eq(properties.id, workOrders.propertyId))
    .where(eq(workOrders.id, orderId));
  if (!place) return "";
  return [place.street, [place.suburb, place.state, place.postcode].filter(Boolean).join(" ")].join(", ");
}

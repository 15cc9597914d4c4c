import { and, asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { members } from "@/db/schema/tenants";
import { threadEntries } from "@/db/schema/work-orders";
import type { ContractorScope } from "@/lib/auth/scope";
import { clock, dayAndClock, dayName, fromNow, longDay, rfc3339, shortDay } from "@/lib/dates";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { phoneWords } from "@/lib/people/address";
import { allowedActions, isWithContractor, takesFiles } from "./machine";
import { firstName, type InvoiceAndFile, money, readInvoices, readPhotos } from "./order-view";
import type { JobView } from "./views";
import { reference, restOfAddress, type Surroundings, surroundings, type WorkOrder } from "./work-order";

type Sheet = {
  around: Surroundings;
  invoices: InvoiceAndFile[];
  photos: JobView["photos"];
  thread: Entry[];
};
type Entry = {
  id: string;
  from: "contractor" | "office";
  text: string;
  at: Date;
  member: string | null;
  contact: string | null;
};

/**
 * Reads a job for the contractor whose link this is: what a former one sent or was told is not theirs to see. Refuses a
 * job that went to somebody else or was cancelled.
 */
async function readSheet(scope: ContractorScope): Promise<Outcome<Sheet>> {
  return inTenant(scope, async (tx) => {
    const { workOrderId: id, contactId } = scope.actor;
    // Together, so that they travel in one round trip.
    const [around, invoices, photos, thread] = await Promise.all([
      surroundings(tx, id),
      readInvoices(tx, id, contactId),
      readPhotos(tx, id, contactId),
      readThread(tx, id, contactId),
    ]);
    const { order } = around;
    if (order.contractorId !== contactId || order.status === "CANCELLED") return refuse("link-dead");
    if (!isWithContractor(order.status)) return done({ around: shut(around), invoices, photos: [], thread });
    return done({ around, invoices, photos, thread });
  });
}

/** Who lives there and how to get in is no longer for somebody who declined. */
function shut(around: Surroundings): Surroundings {
  const property = { ...around.property, occupantName: null, occupantPhone: null, accessNotes: "" };
  return { ...around, property };
}

function readThread(tx: Tx, orderId: string, contactId: string): Promise<Entry[]> {
  return tx
    .select({
      id: threadEntries.id,
      from: threadEntries.from,
      text: threadEntries.text,
      at: threadEntries.createdAt,
      member: members.name,
      contact: contacts.name,
    })
    .from(threadEntries)
    .leftJoin(members, eq(members.id, threadEntries.memberId))
    .leftJoin(contacts, eq(contacts.id, threadEntries.contactId))
    .where(and(eq(threadEntries.workOrderId, orderId), eq(threadEntries.contactId, contactId)))
    .orderBy(asc(threadEntries.createdAt));
}

/** The job page: everything in words, in the property's zone. Nothing of the owner, of margins or of the office's notes. */
export async function readJobView(scope: ContractorScope, now = new Date()): Promise<Outcome<JobView>> {
  const sheet = await readSheet(scope);
  if (!sheet.ok) return sheet;
  const { around, invoices, photos, thread } = sheet.value;
  const { order, tenant, property, manager, contractor } = around;
  const zone = property.timeZone;
  const rest = restOfAddress(property);
  return done({
    ...stateOf(order, zone, now),
    number: order.number,
    reference: reference(order.number),
    title: order.title,
    scope: order.scope,
    agency: { name: tenant.name, logo: tenant.logo, brandColour: tenant.brandColour },
    address: { street: property.street, rest, mapUrl: mapUrl(`${property.street}, ${rest}`) },
    accessNotes: property.accessNotes,
    occupant: property.occupantName ? person(property.occupantName, property.occupantPhone) : null,
    manager: {
      ...person(manager.name, manager.phone ?? tenant.phone),
      firstName: firstName(manager.name),
      email: manager.email,
      jobTitle: manager.jobTitle,
    },
    contractor: { company: contractor?.company ?? scope.actor.name, firstName: firstName(scope.actor.name) },
    ceiling: order.ceilingCents === null ? null : money(order.ceilingCents, order.currency, tenant.locale),
    taxLabel: tenant.taxLabel,
    photos,
    thread: thread.map((entry) => ({
      id: entry.id,
      from: entry.from,
      author: entry.member ?? entry.contact ?? "",
      text: entry.text,
      when: dayAndClock(entry.at, zone),
    })),
    invoices: invoices.map((each) => invoiceLine(each, tenant.locale, zone)),
    sent: {
      on: dayAndClock(order.dispatchedAt ?? order.createdAt, zone),
      until: shortDay(scope.actor.linkExpiresAt, zone),
    },
    timeZone: zone,
  });
}

function stateOf(order: WorkOrder, zone: string, now: Date) {
  const at = order.scheduledFor;
  const day = (when: Date) => {
    const name = dayName(when, zone, now);
    return name === "Today" ? `Today, ${longDay(when, zone)}` : longDay(when, zone);
  };
  const milestones = [
    ["Accepted", order.acceptedAt],
    ["On site", order.onSiteAt],
    ["Completed", order.completedAt],
  ] as const;
  return {
    status: order.status,
    actions: allowedActions(order.status),
    takesFiles: takesFiles(order.status),
    scheduled:
      order.status === "SCHEDULED" && at
        ? {
            words: `${day(at)}, ${clock(at, zone)}`,
            relative: at > now ? `Starts ${fromNow(at, now)}` : `Was due ${fromNow(at, now)}`,
          }
        : null,
    wasScheduled: at !== null,
    onSiteSince: order.status === "ON_SITE" && order.onSiteAt ? clock(order.onSiteAt, zone) : null,
    milestones: milestones.flatMap(([label, when]) =>
      when ? [{ label, words: dayAndClock(when, zone) }] : [],
    ),
  };
}

const person = (name: string, phone: string | null) => ({ name, phone, phoneWords: phoneWords(phone) });

const mapUrl = (address: string) =>
  `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(address)}`;

function invoiceLine(
  { invoice, file }: InvoiceAndFile,
  locale: string,
  zone: string,
): JobView["invoices"][number] {
  const overCents = invoice.ceilingCents === null ? 0 : invoice.amountCents - invoice.ceilingCents;
  return {
    id: invoice.id,
    number: invoice.number,
    amount: money(invoice.amountCents, invoice.currency, locale),
    fileName: file.name,
    received: clock(invoice.createdAt, zone),
    state: invoice.state,
    over: overCents > 0 ? money(overCents, invoice.currency, locale) : null,
  };
}

/** The job as the public API has it: instants in RFC 3339 with the property's offset, money in integer cents. */
export async function readJobSheet(scope: ContractorScope) {
  const sheet = await readSheet(scope);
  if (!sheet.ok) return sheet;
  const { around, invoices, photos, thread } = sheet.value;
  const { order, tenant, property, manager } = around;
  const at = (when: Date | null) => when && rfc3339(when, property.timeZone);
  const cents = (amountCents: number) => ({ amountCents, currency: order.currency });
  return done({
    number: reference(order.number),
    status: order.status,
    title: order.title,
    scope: order.scope,
    address: {
      street: property.street,
      suburb: property.suburb,
      state: property.state,
      postcode: property.postcode,
    },
    accessNotes: property.accessNotes,
    occupant: property.occupantName ? { name: property.occupantName, phone: property.occupantPhone } : null,
    manager: { name: manager.name, phone: manager.phone ?? tenant.phone, email: manager.email },
    agency: { name: tenant.name },
    costCeiling: order.ceilingCents === null ? null : cents(order.ceilingCents),
    scheduledFor: at(order.scheduledFor),
    onSiteAt: at(order.onSiteAt),
    completedAt: at(order.completedAt),
    photos: photos.map(({ id, caption }) => ({ id, caption })),
    questions: thread.map((entry) => ({ from: entry.from, text: entry.text, at: at(entry.at) })),
    invoices: invoices.map(({ invoice, file }) => ({
      id: invoice.id,
      number: invoice.number,
      ...cents(invoice.amountCents),
      fileName: file.name,
      state: invoice.state,
      receivedAt: at(invoice.createdAt),
    })),
    actions: allowedActions(order.status),
    linkExpiresAt: at(scope.actor.linkExpiresAt),
  });
}

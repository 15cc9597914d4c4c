import { and, between, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { whenWords } from "@/lib/appointments/appointment";
import { dayIn, plainDay } from "@/lib/dates";
import type { Document } from "@/lib/documents/trunk";
import type { Says } from "@/lib/links/send";
import type { Contact } from "@/lib/people/contacts";
import { farthestDay, ladderOf } from "./ladders";
import { plan } from "./plan";
import { type Addressee, readAddressees } from "./whom";

type Tenant = typeof tenants.$inferSelect;
type Appointment = typeof appointments.$inferSelect;

/** One reminder that is due or still to come: of what, to whom, at which of their addresses, and when. */
export type Planned = {
  tenant: Tenant;
  document: Document;
  contact: Contact;
  address: string;
  /** Where they live. */
  zone: string;
  plannedFor: string;
  at: Date;
  says: Says;
};

/** How far ahead the office looks, in days. */
export const daysAhead = 7;

/**
 * The reminders of this business that are due or still to come, the soonest first. What was sent or skipped of them is not
 * looked at here.
 */
export async function readPlanned(tx: Tx, now: Date, which?: SQL): Promise<Planned[]> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A business that reminds is gone.");
  const found = await readOut(tx, now, which);
  const whom = await readAddressees(tx, found);
  return found
    .flatMap(({ document, appointment }) =>
      (whom.get(document.id) ?? []).flatMap((to) => planFor({ tenant, document, appointment, to, now })),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

type Out = { document: Document; contact: Contact; appointment: Appointment | null };

const columns = { document: documents, contact: contacts, appointment: appointments };

/**
 * What was sent, is not over and may be reminded of about now: what waits for an answer by its day, and appointments by
 * their start, be they confirmed or not. Each by its own index, and no farther than a ladder can reach.
 */
async function readOut(tx: Tx, now: Date, which: SQL | undefined): Promise<Out[]> {
  const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);
  const [from, until] = [days(-farthestDay - 3), days(farthestDay + daysAhead + 3)];
  const isOut = and(isNotNull(documents.sentAt), isNull(documents.closedAt), which);
  const ofContact = eq(contacts.id, documents.contactId);
  const isDue = between(documents.dueOn, dayIn(from, "UTC"), dayIn(until, "UTC"));
  const waiting = await tx
    .select(columns)
    .from(documents)
    .innerJoin(contacts, ofContact)
    .leftJoin(appointments, eq(appointments.documentId, documents.id))
    .where(and(isOut, isNull(documents.answeredAt), isDue));
  const holdsATime = inArray(appointments.state, ["proposed", "confirmed"]);
  const booked = await tx
    .select(columns)
    .from(appointments)
    .innerJoin(documents, eq(documents.id, appointments.documentId))
    .innerJoin(contacts, ofContact)
    .where(and(isOut, holdsATime, between(appointments.startsAt, days(-1), until)));
  const isBooked = (id: string) => booked.some(({ document }) => document.id === id);
  return [...waiting.filter(({ document }) => !isBooked(document.id)), ...booked];
}

const whenOf = ({ endsAt, zone }: Appointment, startsAt: Date, locale: string) =>
  whenWords({ startsAt, endsAt: endsAt ?? startsAt }, zone, locale);

type Planning = {
  tenant: Tenant;
  document: Document;
  appointment: Appointment | null;
  to: Addressee;
  now: Date;
};

function planFor({ tenant, document, appointment, to, now }: Planning): Planned[] {
  const { contact, address, sentAt } = to;
  const startsAt = appointment?.startsAt ?? null;
  const dueOn = appointment && startsAt ? dayIn(startsAt, appointment.zone) : document.dueOn;
  if (!dueOn || appointment?.state === "cancelled") return [];
  const zone = contact.timeZone ?? tenant.timeZone;
  const rungs = plan({
    document: { dueOn, sentAt, until: startsAt },
    ladder: ladderOf(document.kind, tenant.reminderLadders),
    zone,
    quiet: { from: tenant.quietFrom, until: tenant.quietUntil },
    now,
  });
  const says: Says =
    appointment && startsAt
      ? { when: whenOf(appointment, startsAt, tenant.locale), place: appointment.place }
      : { due: plainDay(dueOn, tenant.locale) };
  return rungs.map((rung) => ({ tenant, document, contact, address, zone, ...rung, says }));
}

import {
  and,
  between,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
} from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { noticeSays, whenWords } from "@/lib/appointments/appointment";
import { dayIn, plainDay } from "@/lib/dates";
import type { Says } from "@/lib/links/send";
import type { Contact } from "@/lib/people/contacts";
import { ladderOf, remindedKinds } from "./ladders";
import { isAnyOf } from "./outcomes";
import { isDepositDue, readPauses } from "./pauses";
import { plan } from "./plan";
import type { Reminded } from "./stops";
import { type Addressee, readAddressees } from "./whom";

type Tenant = typeof tenants.$inferSelect;
type Appointment = typeof appointments.$inferSelect;

/** One reminder that is due or still to come: of what, to whom, at which of their addresses, and when. */
export type Planned = {
  tenant: Tenant;
  document: Reminded;
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

type Asked = {
  /** Of these documents alone. */
  which?: SQL;
  /** As far ahead as all of them are to be found, in days. */
  ahead?: number;
};

/**
 * The reminders of this business that are due or come in the next days, the soonest first, and those that come later of the
 * same documents. What was sent or skipped of them is not looked at here.
 */
export async function readPlanned(
  tx: Tx,
  now: Date,
  { which, ahead = daysAhead }: Asked = {},
): Promise<Planned[]> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A business that reminds is gone.");
  const found = await readOut(tx, windowsOf(tenant, { now, ahead }), which);
  const pauses = await readPauses(
    tx,
    found.map(({ document }) => document.id),
  );
  const whom = await readAddressees(tx, found, pauses);
  return found
    .flatMap(({ document, appointment }) => {
      // Of an invoice that asks for a deposit first, that is what is due.
      const dueOn = pauses.get(document.id)?.depositDueOn ?? document.dueOn;
      const due = { ...document, dueOn };
      return (whom.get(document.id) ?? []).flatMap((to) =>
        planFor({ tenant, document: due, appointment, to, now }),
      );
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

type Out = { document: Reminded; contact: Contact; appointment: Appointment | null };

const { body: _, ...withoutText } = getTableColumns(documents);
const columns = { document: withoutText, contact: contacts };

/** Of one kind: the days by which it may be due to be reminded of in the time asked for. */
type Window = { kind: Reminded["kind"]; from: Date; until: Date };

/** A day more to each side than a zone could make of it, and than a reminder may be late. A kind without a ladder has none. */
const slackDays = 3;

function windowsOf(tenant: Tenant, { now, ahead }: { now: Date; ahead: number }): Window[] {
  const inDays = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);
  return remindedKinds.flatMap((kind) => {
    const ladder = ladderOf(kind, tenant.reminderLadders);
    if (ladder.length === 0) return [];
    const [last, first] = [Math.max(...ladder), Math.min(...ladder)];
    return { kind, from: inDays(-last - slackDays), until: inDays(ahead - first + slackDays) };
  });
}

/**
 * What was sent, is not over and may be reminded of about now: what waits for an answer by its day, and appointments by
 * their start, be they confirmed or not. Each by its own index, and no farther than its kind’s ladder reaches.
 */
async function readOut(tx: Tx, windows: Window[], which: SQL | undefined): Promise<Out[]> {
  if (windows.length === 0) return [];
  const isOut = and(isNotNull(documents.sentAt), isNull(documents.closedAt), which);
  const ofContact = eq(contacts.id, documents.contactId);
  const isDue = or(
    ...windows.map(({ kind, from, until }) => {
      const [first, last] = [dayIn(from, "UTC"), dayIn(until, "UTC")];
      const isInTime = between(documents.dueOn, first, last);
      if (kind !== "invoice") return and(eq(documents.kind, kind), isInTime);
      const deposit = and(gte(documents.dueOn, first), isDepositDue(first, last));
      return and(eq(documents.kind, kind), or(isInTime, deposit));
    }),
  );
  const waiting = await tx
    .select(columns)
    .from(documents)
    .innerJoin(contacts, ofContact)
    .where(and(isOut, isNull(documents.answeredAt), isDue));
  const visits = windows.find(({ kind }) => kind === "appointment");
  if (!visits) return waiting.map((each) => ({ ...each, appointment: null }));
  const holdsATime = inArray(appointments.state, ["proposed", "confirmed"]);
  const booked = await tx
    .select({ ...columns, appointment: appointments })
    .from(appointments)
    .innerJoin(documents, eq(documents.id, appointments.documentId))
    .innerJoin(contacts, ofContact)
    .where(and(isOut, holdsATime, between(appointments.startsAt, visits.from, visits.until)));
  const isBooked = new Set(booked.map(({ document }) => document.id));
  const others = waiting.filter(({ document }) => !isBooked.has(document.id));
  const asked = await readAppointments(tx, others);
  return [
    ...others.map((each) => ({ ...each, appointment: asked.get(each.document.id) ?? null })),
    ...booked,
  ];
}

/** Of the visits among these documents what they have beyond their trunk. */
async function readAppointments(tx: Tx, of: Omit<Out, "appointment">[]): Promise<Map<string, Appointment>> {
  const ids = of.flatMap(({ document }) => (document.kind === "appointment" ? document.id : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(appointments).where(isAnyOf(appointments.documentId, ids));
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** What a reminder says of a visit: when and where, and what its client may still do when the reminder goes out. */
function visitSays(
  { endsAt, zone, place, state }: Appointment,
  startsAt: Date,
  tenant: Tenant,
  at: Date,
): Says {
  const time = { startsAt, endsAt: endsAt ?? startsAt };
  const confirmed = state === "confirmed" ? { confirmed: "yes" } : {};
  return { when: whenWords(time, zone, tenant), place, ...confirmed, ...noticeSays(time, tenant, at) };
}

type Planning = {
  tenant: Tenant;
  document: Reminded;
  appointment: Appointment | null;
  to: Addressee;
  now: Date;
};

function planFor({ tenant, document, appointment, to, now }: Planning): Planned[] {
  const { contact, address, sentAt } = to;
  const startsAt = appointment?.startsAt ?? null;
  const zone = contact.timeZone ?? tenant.timeZone;
  // The day before a visit is the one before it begins by their own clock, wherever it is.
  const dueOn = startsAt ? dayIn(startsAt, zone) : document.dueOn;
  if (!dueOn || appointment?.state === "cancelled") return [];
  const rungs = plan({
    document: { dueOn, sentAt, until: startsAt },
    ladder: ladderOf(document.kind, tenant.reminderLadders),
    zone,
    quiet: { from: tenant.quietFrom, until: tenant.quietUntil },
    now,
  });
  const says = (at: Date): Says =>
    appointment && startsAt
      ? visitSays(appointment, startsAt, tenant, at)
      : { due: plainDay(dueOn, tenant.locale) };
  return rungs.map((rung) => ({ tenant, document, contact, address, zone, ...rung, says: says(rung.at) }));
}

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments, crews } from "@/db/schema/appointments";
import { tenants } from "@/db/schema/tenants";
import { clockSpan, shortDay, wholeDay, zoneWords } from "@/lib/dates";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { Slot } from "./slots";

export type Appointment = typeof appointments.$inferSelect;
type Tenant = typeof tenants.$inferSelect;

/** An appointment, who comes, whether they go out at all, the business that sends them, and the database’s time. */
export type Booking = {
  appointment: Appointment;
  crew: string;
  crewGoes: boolean;
  tenant: Tenant;
  now: Date;
};

export async function readBooking(tx: Tx, documentId: string): Promise<Booking | undefined> {
  const [found] = await tx
    .select({
      appointment: appointments,
      crew: crews.name,
      crewGoes: crews.active,
      tenant: tenants,
      now: sql`now()`.mapWith(appointments.changedAt),
    })
    .from(appointments)
    .innerJoin(crews, eq(crews.id, appointments.crewId))
    .innerJoin(tenants, eq(tenants.id, appointments.tenantId))
    .where(eq(appointments.documentId, documentId));
  return found;
}

/** The time that an appointment holds; null while its client chooses one. */
export const timeOf = ({ startsAt, endsAt }: Appointment): Slot | null =>
  startsAt && endsAt ? { startsAt, endsAt } : null;

type Change = {
  documentId: string;
  /** The states that it may be changed from, and the count of changes as it was read. */
  from: Appointment["state"][];
  sequence: number;
  to: Partial<Pick<Appointment, "state" | "startsAt" | "endsAt" | "crewId">>;
};

/**
 * Changes an appointment as it was read, and counts the change for the calendars that have it. "stale" where it is not as
 * it was read any more; "busy" where its crew is somewhere else at that time, however close the race.
 */
export async function changeAppointment(tx: Tx, change: Change): Promise<Outcome<Appointment>> {
  const { documentId, from, sequence, to } = change;
  const asRead = and(eq(appointments.sequence, sequence), inArray(appointments.state, from));
  return orTaken(tx, async (inner) => {
    const [changed] = await inner
      .update(appointments)
      .set({ ...to, sequence: sequence + 1, changedAt: sql`now()` })
      .where(and(eq(appointments.documentId, documentId), asRead))
      .returning();
    return changed ? done(changed) : refuse("stale");
  });
}

/**
 * Does what may take a time, and refuses with "busy" where the database finds it taken. So it does with two that wait for
 * each other's time, of which it ends one: in a savepoint, so that the caller's transaction goes on.
 */
export async function orTaken<Value>(
  tx: Tx,
  take: (inner: Tx) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await tx.transaction(take);
  } catch (error) {
    if (isTaken(error)) return refuse("busy", { sentence: takenMeanwhile });
    throw error;
  }
}

const takenMeanwhile = "Somebody just took that time. Here is what is still free.";

const exclusionViolation = "23P01";
const deadlock = "40P01";

const isTaken = (error: unknown) =>
  error instanceof Error &&
  error.cause instanceof Error &&
  "code" in error.cause &&
  (error.cause.code === exclusionViolation || error.cause.code === deadlock);

/**
 * `Thu, Apr 30, 9:00 to 11:00 AM`: a time in a sentence, on the clock of the place; which clock that is, where the business
 * goes by another.
 */
export const whenWords = (
  { startsAt, endsAt }: Slot,
  zone: string,
  { timeZone, locale }: Pick<Tenant, "timeZone" | "locale">,
) =>
  `${shortDay(startsAt, zone, locale)}, ${clockSpan(startsAt, endsAt, zone, locale)}${elsewhere(zone, timeZone)}`;

/** `, New York time`, where a clock is not the business’s own; nothing where it is. */
export const elsewhere = (zone: string, timeZone: string) =>
  zone === timeZone ? "" : `, ${zoneWords(zone)}`;

/** `1 hour`, `24 hours` */
export const hourWords = (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`);

/** Until when its client may move or cancel it, as a letter says it; nothing where that is over `at` that moment. */
export function noticeSays({ startsAt }: Slot, { noticeHours }: Tenant, at: Date): { notice?: string } {
  if (at.getTime() > startsAt.getTime() - noticeHours * 3_600_000) return {};
  return { notice: noticeHours === 0 ? "it begins" : `${hourWords(noticeHours)} before` };
}

/** `Thursday, April 30` and `9:00 to 11:00 AM`. */
export const timeWords = ({ startsAt, endsAt }: Slot, zone: string, locale: string) => ({
  day: wholeDay(startsAt, zone, locale),
  hours: clockSpan(startsAt, endsAt, zone, locale),
});

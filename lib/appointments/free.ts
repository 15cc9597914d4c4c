import { and, eq, gt, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { dayIn, daysFrom, instantIn } from "@/lib/dates";
import { type Appointment, type Booking, timeOf } from "./appointment";
import { type Slot, slotsFrom } from "./slots";

/** How far ahead a client may pick a time, and how many a page of days shows at least, if there are that many. */
const daysAhead = 60;
const fewest = 4;

const hourMs = 3_600_000;

/** The moment from which on a client may still move, cancel or pick: the business wants that much notice. */
export const noticeEnds = ({ tenant, now }: Booking) => new Date(now.getTime() + tenant.noticeHours * hourMs);

/** Whether a client may still move or cancel: what they have not picked yet, they may always. */
export const mayChange = (booking: Booking) => {
  const time = timeOf(booking.appointment);
  return time === null || time.startsAt >= noticeEnds(booking);
};

/** Some days' free times, and the day from which more are shown; null where that would be too far ahead. */
export type FreeTimes = { slots: Slot[]; next: string | null };

/**
 * The free times of an appointment's crew from a day on, or from as soon as there may be any: whole days, until there are a
 * few. Its own time counts as free, but is not offered again. None of a crew that goes out no more.
 */
export async function readFreeTimes(tx: Tx, booking: Booking, fromDay?: string): Promise<FreeTimes> {
  const { appointment, crewGoes, tenant, now } = booking;
  const { zone, windowMinutes } = appointment;
  if (!crewGoes) return { slots: [], next: null };
  const earliest = noticeEnds(booking);
  const asked = fromDay && instantIn(zone, fromDay, "00:00");
  const from = asked && asked > earliest ? asked : earliest;
  const taken = await readTaken(tx, booking);
  const last = horizon(now);
  const slots: Slot[] = [];
  for (const day of daysFrom(from, zone, daysAhead + 1)) {
    if (day > last) return { slots, next: null };
    if (slots.length >= fewest) return { slots, next: dayIn(day, zone) };
    const begins = day > from ? day : from;
    const free = slotsFrom({ hours: tenant.workingHours, zone, windowMinutes, from: begins, days: 1, taken });
    slots.push(...free.filter((slot) => slot.startsAt <= last && !isSame(slot, timeOf(appointment))));
  }
  return { slots, next: null };
}

/** The slot that starts at that moment, if a client may pick it by the crew, the hours, the notice and the horizon. */
export function slotAt(booking: Booking, startsAt: Date): Slot | undefined {
  const { appointment, crewGoes, tenant, now } = booking;
  const { zone, windowMinutes } = appointment;
  if (!crewGoes || startsAt < noticeEnds(booking) || startsAt > horizon(now)) return undefined;
  const [day] = daysFrom(startsAt, zone, 1);
  const hours = tenant.workingHours;
  return slotsFrom({ hours, zone, windowMinutes, from: day ?? startsAt, days: 1, taken: [] }).find(
    (slot) => slot.startsAt.getTime() === startsAt.getTime(),
  );
}

const horizon = (now: Date) => new Date(now.getTime() + daysAhead * 24 * hourMs);

/** When the crew is somewhere else from now on. */
async function readTaken(tx: Tx, { appointment, now }: Booking): Promise<Slot[]> {
  const rows = await tx
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.crewId, appointment.crewId),
        inArray(appointments.state, ["proposed", "confirmed"]),
        gt(appointments.endsAt, now),
        ne(appointments.documentId, appointment.documentId),
      ),
    );
  return rows.flatMap((row: Appointment) => timeOf(row) ?? []);
}

export const isSame = (one: Slot, other: Slot | null) =>
  one.startsAt.getTime() === other?.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime();

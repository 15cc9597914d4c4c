import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import type { StaffScope } from "@/lib/auth/scope";
import { dayIn, daysFrom, instantIn, rfc3339 } from "@/lib/dates";
import { type Booking, readBooking, timeOf, whenWords } from "./appointment";
import { listCrews } from "./crews";
import { stateOf } from "./for-client";
import { readFreeTimes } from "./free";
import type { Slot } from "./slots";
import type { CrewView, OfficeAppointment } from "./views";

/** An appointment and the crews that may go, for the office; undefined where there is none. */
export async function readOfficeAppointment(
  scope: StaffScope,
  documentId: string,
): Promise<{ appointment: OfficeAppointment; crews: CrewView[] } | undefined> {
  return inTenant(scope, async (tx) => {
    const booking = await readBooking(tx, documentId);
    const { closedAs } = documents;
    const [document] = await tx.select({ closedAs }).from(documents).where(eq(documents.id, documentId));
    if (!booking || !document) return undefined;
    const state = stateOf(document, booking);
    const suggested = timeOf(booking.appointment) ?? (await suggestion(tx, booking));
    const all = await listCrews(tx);
    return {
      appointment: viewOf(booking, state, suggested),
      crews: all.filter(({ id, active }) => active || id === booking.appointment.crewId),
    };
  });
}

/** What a form begins with: the first free time, or tomorrow morning where there is none. */
async function suggestion(tx: Tx, booking: Booking): Promise<Slot> {
  const [free] = (await readFreeTimes(tx, booking)).slots;
  if (free) return free;
  const { zone, windowMinutes } = booking.appointment;
  const [, tomorrow = booking.now] = daysFrom(booking.now, zone, 2);
  const startsAt = instantIn(zone, dayIn(tomorrow, zone), "09:00") ?? tomorrow;
  return { startsAt, endsAt: new Date(startsAt.getTime() + windowMinutes * 60_000) };
}

function viewOf(
  { appointment, crew, tenant }: Booking,
  state: OfficeAppointment["state"],
  { startsAt, endsAt }: Slot,
): OfficeAppointment {
  const { documentId: id, zone, crewId, place, stays, windowMinutes, sequence } = appointment;
  const time = timeOf(appointment);
  return {
    ...{ id, state, crew, place, stays, sequence },
    when: time ? whenWords(time, zone, tenant) : "",
    fields: {
      ...{ crewId, place, stays, zone },
      how: appointment.state === "choosing" ? "choosing" : "proposed",
      day: dayIn(startsAt, zone),
      from: wallClock(startsAt, zone),
      to: wallClock(endsAt, zone),
      windowMinutes: String(windowMinutes),
    },
  };
}

/** `09:00`, as a time field has it. */
const wallClock = (at: Date, zone: string) => rfc3339(at, zone).slice(11, 16);

import { inTenant } from "@/db/client";
import { phoneWords } from "@/lib/address";
import type { DocumentScope } from "@/lib/auth/may-see";
import { clockSpan, shortDay, zoneWords } from "@/lib/dates";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";
import { type Booking, hourWords, readBooking, timeOf, timeWords } from "./appointment";
import { callInstead, hasBegun } from "./by-client";
import { type FreeTimes, mayChange, readFreeTimes } from "./free";
import type { Slot } from "./slots";
import type { AppointmentState, AppointmentView, SlotView } from "./views";

/** An appointment as its client sees it now, with the free times from a day on. The document is one that they may read. */
export async function readAppointmentView(
  scope: DocumentScope,
  document: ClientDocument,
  fromDay?: string,
): Promise<AppointmentView> {
  return inTenant(scope, async (tx) => {
    const booking = await readBooking(tx, document.id);
    if (!booking) throw new Error("An appointment has no row of its own.");
    const state = stateOf(document, booking);
    const isOpen =
      (state === "choosing" || state === "proposed" || state === "confirmed") && mayChange(booking);
    const free = isOpen ? await readFreeTimes(tx, booking, fromDay) : { slots: [], next: null };
    return viewOf(document, booking, { state, free, mayChange: isOpen, fromDay });
  });
}

/** What is over is over, also while the job that closes it has not come by yet. */
export function stateOf(
  { closedAs }: Pick<ClientDocument, "closedAs">,
  { appointment, now }: Booking,
): AppointmentState {
  if (closedAs === "cancelled" || appointment.state === "cancelled") return "cancelled";
  return closedAs || (appointment.endsAt && appointment.endsAt <= now) ? "past" : appointment.state;
}

type Standing = Pick<AppointmentView, "state" | "mayChange"> & {
  free: FreeTimes;
  fromDay: string | undefined;
};

function viewOf(
  document: ClientDocument,
  booking: Booking,
  { state, mayChange, free, fromDay }: Standing,
): AppointmentView {
  const { appointment, crew, tenant } = booking;
  const { zone, place, stays, sequence } = appointment;
  const { name, phone, noticeHours } = tenant;
  const time = timeOf(appointment);
  const page = documentHref("appointment", document.id);
  return {
    ...{ id: document.id, title: document.title, ready: document.body },
    ...{ state, mayChange, place, stays, crew },
    time: time && timeWords(time, zone, tenant.locale),
    zone: zone === tenant.timeZone ? null : zoneWords(zone),
    shop: { name, phone: phone ? { number: phone, words: phoneWords(phone) ?? phone } : null },
    seen: { startsAt: time?.startsAt.toISOString() ?? "", sequence: String(sequence) },
    notice: `less than ${hourWords(noticeHours)}`,
    begun: hasBegun(booking) ? callInstead(booking) : null,
    free: {
      slots: free.slots.map((slot) => slotView(slot, zone, tenant.locale)),
      moreHref: free.next && `${page}?from=${free.next}#times`,
      firstHref: fromDay ? `${page}#times` : null,
    },
  };
}

const slotView = ({ startsAt, endsAt }: Slot, zone: string, locale: string): SlotView => ({
  startsAt: startsAt.toISOString(),
  day: shortDay(startsAt, zone, locale),
  hours: clockSpan(startsAt, endsAt, zone, locale),
});

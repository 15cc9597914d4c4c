import { eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import type { AtDocument } from "@/lib/auth/scope";
import { tellByLink } from "@/lib/documents/tell-by-link";
import { tellClient } from "@/lib/documents/tell-client";
import { tellOffice } from "@/lib/documents/tell-office";
import { answered, type Document, lockForClient, tell, waitForOffice } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import {
  type Booking,
  changeAppointment,
  hourWords,
  noticeSays,
  readBooking,
  timeOf,
  whenWords,
} from "./appointment";
import { mayChange, slotAt } from "./free";
import type { Slot } from "./slots";

/** What a client does with their appointment. Each act twice is the act once, and one at a time: the document is locked. */

/** What their page showed: the time, none while they choose one, and the count of its changes. */
export type Seen = { startsAt: Date | null; sequence: number };

/** Confirms the time that the page showed. Refuses one that is not the appointment's any more, and one that has passed. */
export function confirmAppointment(scope: AtDocument, seen: Seen): Promise<Outcome<null>> {
  return atBooking(scope, async (tx, document, booking) => {
    const { state, sequence } = booking.appointment;
    const time = timeOf(booking.appointment);
    if (state === "confirmed" && isAt(time, seen.startsAt)) return done(null);
    if (!time || state !== "proposed" || !isAsSeen(booking, seen))
      return refuse("stale", { sentence: changedMeanwhile });
    if (hasBegun(booking)) return refuse("date-in-the-past", { sentence: tooLateToConfirm });
    const to = { state: "confirmed" } as const;
    const confirmed = await changeAppointment(tx, {
      documentId: document.id,
      from: ["proposed"],
      sequence,
      to,
    });
    if (!confirmed.ok) return confirmed;
    await tellAll(tx, scope, { document, booking, time, act: "confirmed" });
    return done(null);
  });
}

/**
 * Takes a free time: for a client who chooses one it is their appointment, for another the move of it; confirmed, since they
 * picked it. Refuses within the notice, a time that is not offered, one that somebody else took, and an appointment that is
 * not as the page showed it.
 */
export function moveAppointment(
  scope: AtDocument,
  { slot: startsAt, ...seen }: Seen & { slot: Date },
): Promise<Outcome<null>> {
  return atBooking(scope, async (tx, document, booking) => {
    const { state, sequence } = booking.appointment;
    if (state === "confirmed" && isAt(timeOf(booking.appointment), startsAt)) return done(null);
    if (!isAsSeen(booking, seen)) return refuse("stale", { sentence: changedMeanwhile });
    if (!mayChange(booking)) return refuse("not-allowed-now", { sentence: callInstead(booking) });
    const time = slotAt(booking, startsAt);
    if (!time) return refuse("stale", { sentence: notOffered });
    const isMove = state !== "choosing" && !isAt(timeOf(booking.appointment), startsAt);
    const from = ["choosing", "proposed", "confirmed"] as const;
    const to = { state: "confirmed" as const, ...time };
    const moved = await changeAppointment(tx, { documentId: document.id, from: [...from], sequence, to });
    if (!moved.ok) return moved;
    await tellAll(tx, scope, { document, booking, time, act: isMove ? "moved" : "confirmed" });
    return done(null);
  });
}

/** Cancels it for good: its links are dead from then on. Refuses within the notice, and one that is not as it was shown. */
export function cancelAppointment(
  scope: AtDocument,
  { reason, ...seen }: Seen & { reason: string },
): Promise<Outcome<null>> {
  const cancel: Act = async (tx, document, booking) => {
    const { sequence, state } = booking.appointment;
    if (!isAsSeen(booking, seen)) return refuse("stale", { sentence: changedMeanwhile });
    if (!mayChange(booking)) return refuse("not-allowed-now", { sentence: callInstead(booking) });
    const to = { state: "cancelled" } as const;
    const cancelled = await changeAppointment(tx, { documentId: document.id, from: [state], sequence, to });
    if (!cancelled.ok) return cancelled;
    await tellCancelled(tx, scope, { document, booking, reason });
    return done(null);
  };
  return atBooking(scope, cancel, "cancelled");
}

export const cancelledHeading = "Your appointment is cancelled";

const changedMeanwhile =
  "The time changed while you were looking, so nothing was done. Here is how it is now.";
const notOffered = "That time can’t be picked any more. Here is what is still free.";
const tooLateToConfirm = "That time has passed, so there is nothing left to confirm.";

/** Whether its time has come: from then on there is nothing left to confirm, to move or to cancel. */
export const hasBegun = ({ appointment, now }: Booking): boolean => {
  const time = timeOf(appointment);
  return time !== null && time.startsAt <= now;
};

/** What a client is told who can’t move or cancel an appointment any more. */
export function callInstead(booking: Booking): string {
  const { name, noticeHours } = booking.tenant;
  const why = hasBegun(booking) ? "That time has passed" : `It’s less than ${hourWords(noticeHours)} away`;
  return `${why}. To move or cancel it, call ${name}.`;
}

type Act = (tx: Tx, document: Document, booking: Booking) => Promise<Outcome<null>>;

/** One act at a time on one appointment. Refuses as `lockForClient` does, unless it has become already what it is to be. */
function atBooking(scope: AtDocument, act: Act, becomes?: "cancelled"): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok && locked.reason === "not-found") return locked;
    const booking = await readBooking(tx, scope.documentId);
    if (!booking) return refuse("not-found");
    if (!locked.ok) return booking.appointment.state === becomes ? done(null) : locked;
    return act(tx, locked.value, booking);
  });
}

const isAt = (time: Slot | null, at: Date | null) => time?.startsAt.getTime() === at?.getTime();

const isAsSeen = ({ appointment }: Booking, { startsAt, sequence }: Seen) =>
  appointment.sequence === sequence && isAt(timeOf(appointment), startsAt);

type Told = { document: Document; booking: Booking; time: Slot; act: "confirmed" | "moved" };

/** Everybody to whom it was sent hears of it, and whoever did it at the address that they are in with; and the office. */
async function tellAll(tx: Tx, scope: AtDocument, { document, booking, time, act }: Told): Promise<void> {
  const { appointment, tenant } = booking;
  const when = whenWords(time, appointment.zone, tenant);
  await answered(tx, document.id, "confirmed");
  if (act === "moved") await waitForOffice(tx, document.id, "moved");
  await tell(tx, scope, { kind: `appointment.${act}`, document, detail: { when } });
  await tellOffice(tx, scope, document, {
    did: act === "moved" ? `moved to ${when}:` : `confirmed ${when} for`,
  });
  const { now } = booking;
  const says = { when, place: appointment.place, by: scope.actor.name, ...noticeSays(time, tenant, now) };
  await tellByLink(tx, scope, withDoer(document, scope), { occasion: act, says });
}

type Cancelled = { document: Document; booking: Booking; reason: string };

async function tellCancelled(
  tx: Tx,
  scope: AtDocument,
  { document, booking, reason }: Cancelled,
): Promise<void> {
  const { appointment, tenant } = booking;
  const time = timeOf(appointment);
  const when = time ? whenWords(time, appointment.zone, tenant) : "";
  await tx
    .update(documents)
    .set({ closedAt: sql`now()`, closedAs: "cancelled" })
    .where(eq(documents.id, document.id));
  await waitForOffice(tx, document.id, "cancelled");
  await tell(tx, scope, { kind: "appointment.cancelled", document, detail: { when, words: reason } });
  await tellOffice(tx, scope, document, { did: when ? `cancelled ${when} for` : "cancelled", words: reason });
  const words = `${when && `It was for ${when}. `}${scope.actor.name} cancelled it.`;
  await tellClient(tx, withDoer(document, scope), { heading: cancelledHeading, words });
}

/** As if it had been sent last to where its doer is in with. */
const withDoer = (document: Document, { actor }: AtDocument): Document => ({
  ...document,
  addressedTo: [...document.addressedTo, actor.address],
});

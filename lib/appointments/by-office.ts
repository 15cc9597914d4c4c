import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { inTenant } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import type { StaffScope } from "@/lib/auth/scope";
import { instantIn } from "@/lib/dates";
import { type Did, keepUntold, type Said, tellByLink } from "@/lib/documents/tell-by-link";
import { lockDocument, lockDraft, officeDid, tell, tellEdit, unanswered } from "@/lib/documents/trunk";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { changeAppointment, noticeSays, orTaken, readBooking, timeOf, whenWords } from "./appointment";
import { crewElsewhere } from "./crew-elsewhere";
import { goesOut } from "./crews";
import { isSame } from "./free";
import type { appointmentDraft, officeMove } from "./sent";
import type { Slot } from "./slots";

/**
 * Keeps a draft and its words. A time that is proposed is held from then on. Refuses as `lockDraft` does, a crew that does
 * not go out any more, and a time that is none. Where the crew is somewhere else then, the crew, the time and its zone are
 * refused, and all else is kept.
 */
export async function keepDraft(
  scope: StaffScope,
  sent: z.output<typeof appointmentDraft>,
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDraft(tx, "appointment", sent);
    if (!locked.ok) return locked;
    const known = await readBooking(tx, sent.id);
    if (!known) return refuse("not-found");
    if (sent.crewId !== known.appointment.crewId && !(await goesOut(tx, sent.crewId))) return noCrew;
    const time = sent.how === "proposed" ? readTime(sent.zone, sent) : done(null);
    if (!time.ok) return time;
    const { crewId, place, stays, zone, windowMinutes, how: state, title, body } = sent;
    const { startsAt, endsAt } = time.value ?? { startsAt: null, endsAt: null };
    const isIt = eq(appointments.documentId, sent.id);
    await tx.update(appointments).set({ place, stays, windowMinutes }).where(isIt);
    const held = await orTaken(tx, async (inner) => {
      await inner.update(appointments).set({ crewId, zone, state, startsAt, endsAt }).where(isIt);
      return done(null);
    });
    const version = sql`${documents.version} + 1`;
    await tx.update(documents).set({ title, body, version }).where(eq(documents.id, sent.id));
    await tellEdit(tx, scope, { ...locked.value, title });
    if (held.ok || !time.value) return held;
    return restIsSaved(await crewElsewhere(tx, { documentId: sent.id, crewId, time: time.value }));
  });
}

/** The words stay with a time that is refused. */
const restIsSaved = ({ reason, detail }: Refusal): Refusal =>
  refuse(reason, {
    ...detail,
    sentence: `${detail.sentence} All but the crew, the time and its zone is saved.`,
  });

/**
 * Moves an appointment that was sent, to any time that is still to come: its client is asked to confirm it anew. Answers
 * with the names of those who are told now and of those who can’t be; with null where it is at that time already, and nothing
 * is done. Refuses a closed one, one that changed since it was read, and a time at which the crew is somewhere else.
 */
export async function moveByOffice(scope: StaffScope, sent: Move): Promise<Outcome<Said | null>> {
  const moved = await move(scope, sent);
  if (!moved.ok) return moved;
  const { value: did } = moved;
  return did ? keepUntold(scope, done(did), "Moved") : done(null);
}

type Move = z.output<typeof officeMove>;

function move(scope: StaffScope, sent: Move): Promise<Outcome<Did | null>> {
  const { id, sequence, crewId } = sent;
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "appointment");
    if (!locked.ok) return locked;
    const document = locked.value;
    const booking = await readBooking(tx, id);
    if (!booking || !document.sentAt) return refuse("not-found");
    const { appointment, tenant, now } = booking;
    const { zone, state } = appointment;
    const time = readTime(zone, sent);
    if (!time.ok) return time;
    if (isSame(time.value, timeOf(appointment)) && crewId === appointment.crewId) return done(null);
    if (time.value.startsAt <= now) return refuse("date-in-the-past", { field: "day" });
    if (crewId !== appointment.crewId && !(await goesOut(tx, crewId))) return noCrew;
    const to = { ...time.value, crewId, state: "proposed" as const };
    const moved = await changeAppointment(tx, { documentId: id, from: [state], sequence, to });
    if (!moved.ok)
      return moved.reason === "busy"
        ? crewElsewhere(tx, { documentId: id, crewId, time: time.value })
        : moved;
    await unanswered(tx, id);
    await officeDid(tx, id, "moved");
    const when = whenWords(time.value, zone, tenant);
    await tell(tx, scope, { kind: "appointment.moved", document, detail: { when } });
    const says = { when, place: appointment.place, ...noticeSays(time.value, tenant, now) };
    return done({ document, ...(await tellByLink(tx, scope, document, { occasion: "moved", says })) });
  });
}

const noCrew = refuse("invalid", { field: "crewId", sentence: "Choose a crew that goes out." });

/** A day and two times on the clock of the place, as instants. Refuses what is no time there, and an end before its start. */
function readTime(zone: string, { day, from, to }: { day: string; from: string; to: string }): Outcome<Slot> {
  const [startsAt, endsAt] = [instantIn(zone, day, from), instantIn(zone, day, to)];
  if (!startsAt || !endsAt)
    return refuse("invalid", { field: "day", sentence: "Choose a day and two times." });
  if (endsAt <= startsAt)
    return refuse("invalid", { field: "to", sentence: "The window ends before it starts." });
  return done({ startsAt, endsAt });
}

import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { tellClient } from "@/lib/documents/tell-client";
import { type Document, type Kind, tell } from "@/lib/documents/trunk";
import { done, refuse } from "@/lib/outcome";
import { type Booking, noticeSays, readBooking, timeOf, whenWords } from "./appointment";
import { cancelledHeading } from "./by-client";
import { firstCrew } from "./crews";

export const appointmentKind: Kind = {
  async begin(tx, document, scope) {
    await tx.insert(appointments).values({
      documentId: document.id,
      crewId: await firstCrew(tx, scope),
      zone: await zoneOf(tx, document),
      place: await placeOf(tx, document),
    });
  },

  async ready(tx, scope, document) {
    const booking = await readBooking(tx, document.id);
    if (!booking) return refuse("not-found");
    const why = notReady(booking, document);
    if (why) return refuse("not-allowed-now", { sentence: why });
    const { appointment, tenant, now } = booking;
    const time = timeOf(appointment);
    const when = time ? whenWords(time, appointment.zone, tenant) : "";
    if (!document.sentAt) await tell(tx, scope, { kind: "appointment.proposed", document, detail: { when } });
    const occasion = appointment.state === "confirmed" ? "confirmed" : "sent";
    const says = time ? { when, ...noticeSays(time, tenant, now) } : {};
    return done({ occasion, says: { ...says, place: appointment.place } });
  },

  /** All but the time, which is held for somebody already; and but the place, where it is for another client or project. */
  async copy(tx, from, to) {
    const booking = await readBooking(tx, from.id);
    if (!booking) return;
    const { crewId, windowMinutes, stays, place, zone } = booking.appointment;
    const isThere = to.contactId === from.contactId && to.projectId === from.projectId;
    await tx
      .update(appointments)
      .set({ crewId, windowMinutes, stays, ...(isThere && { place, zone }) })
      .where(eq(appointments.documentId, to.id));
  },

  /** The time is free again, and whoever was sent it hears of it. */
  async over(tx, scope, document) {
    const booking = await readBooking(tx, document.id);
    if (!booking || booking.appointment.state === "cancelled") return;
    await tx
      .update(appointments)
      .set({ state: "cancelled", sequence: booking.appointment.sequence + 1, changedAt: sql`now()` })
      .where(eq(appointments.documentId, document.id));
    await tellCancelled(tx, scope, document, booking);
  },
};

/** Where the client lives, as far as it is known; else the business's own. */
async function zoneOf(tx: Tx, { contactId }: Document): Promise<string> {
  const [known] = await tx
    .select({ zone: sql<string>`coalesce(${contacts.timeZone}, ${tenants.timeZone})` })
    .from(contacts)
    .innerJoin(tenants, eq(tenants.id, contacts.tenantId))
    .where(eq(contacts.id, contactId));
  if (!known) throw new Error("A document’s client is gone.");
  return known.zone;
}

async function placeOf(tx: Tx, { projectId, contactId }: Document): Promise<string> {
  if (!projectId) return "";
  const [project] = await tx
    .select({ place: projects.place })
    .from(projects)
    .where(and(eq(projects.id, projectId), eq(projects.contactId, contactId)));
  return project?.place ?? "";
}

/** Why it can't be sent as it is, to whoever would send it. */
function notReady(
  { appointment, crew, crewGoes, tenant, now }: Booking,
  { sentAt }: Document,
): string | undefined {
  const time = timeOf(appointment);
  if (time && time.startsAt <= now) return "Its time has passed. Choose another one, and send it then.";
  if (!crewGoes && (!time || !sentAt))
    return `${crew} does not go out any more. Choose another crew, and send it then.`;
  if (!time && Object.keys(tenant.workingHours).length === 0)
    return "There are no working hours to pick a time from. Set them under Settings, Hours and crews.";
  return undefined;
}

async function tellCancelled(tx: Tx, scope: StaffScope, document: Document, booking: Booking): Promise<void> {
  const { appointment, tenant, now } = booking;
  const time = timeOf(appointment);
  const when = time ? whenWords(time, appointment.zone, tenant) : "";
  await tell(tx, scope, { kind: "appointment.cancelled", document, detail: { when } });
  if (!document.sentAt || (time && time.endsAt <= now)) return;
  const words = `${when && `It was for ${when}. `}${tenant.name} cancelled it.`;
  await tellClient(tx, document, { heading: cancelledHeading, words });
}

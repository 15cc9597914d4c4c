import { eq } from "drizzle-orm";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { phoneWords } from "@/lib/address";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { StoredFile } from "@/lib/storage/files";
import { type Booking, readBooking, timeOf } from "./appointment";

type Words = { id: string; title: string; body: string };

/**
 * An appointment as a file for a calendar. Its UID is always the same and its SEQUENCE rises with every change, so that a
 * calendar that has it moves it, or strikes it out. Times are in UTC: right in any zone, whatever the clocks do meanwhile.
 * Refuses one without a time.
 */
export async function readCalendar(scope: AtDocument<DocumentScope>): Promise<Outcome<StoredFile>> {
  const { documentId } = scope;
  return inTenant(scope, async (tx) => {
    const booking = await readBooking(tx, documentId);
    const { id, title, body } = documents;
    const [words] = await tx.select({ id, title, body }).from(documents).where(eq(id, documentId));
    if (!booking || !words || !timeOf(booking.appointment)) return refuse("not-found");
    const content = Buffer.from(calendarOf(words, booking));
    return done({ name: `${words.title}.ics`, contentType: "text/calendar; charset=utf-8", content });
  });
}

const statuses = {
  choosing: ICalEventStatus.TENTATIVE,
  proposed: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<Booking["appointment"]["state"], ICalEventStatus>;

function calendarOf({ id, title, body }: Words, { appointment, crew, tenant }: Booking): string {
  const time = timeOf(appointment);
  if (!time) throw new Error("An appointment without a time has no calendar.");
  const { host, origin } = new URL(env().APP_ORIGIN);
  const calendar = ical({
    prodId: { company: "Latchkey", product: "Appointments" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${host}`,
    sequence: appointment.sequence,
    stamp: appointment.changedAt,
    lastModified: appointment.changedAt,
    start: time.startsAt,
    end: time.endsAt,
    status: statuses[appointment.state],
    summary: `${title}, ${tenant.name}`,
    location: appointment.place || null,
    description: descriptionOf({ body, crew, stays: appointment.stays, tenant }),
    url: `${origin}${documentHref("appointment", id)}`,
    organizer: tenant.email ? { name: tenant.name, email: tenant.email } : null,
  });
  return calendar.toString();
}

type Described = Pick<Booking, "crew" | "tenant"> & { body: string; stays: string };

/** What somebody looks up on the day: who comes, for how long, what to have ready, and whom to call. No secret is in it. */
const descriptionOf = ({ body, crew, stays, tenant }: Described) =>
  [
    [crew, stays].filter(Boolean).join(", "),
    body,
    tenant.phone && `${tenant.name}: ${phoneWords(tenant.phone)}`,
  ]
    .filter(Boolean)
    .join("\n\n");

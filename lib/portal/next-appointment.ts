import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { elsewhere } from "@/lib/appointments/appointment";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import { clock, clockSpan, longDay, wholeDay } from "@/lib/dates";
import { documentHref } from "@/lib/links/policy";
import type { ClientReader } from "./reader";
import { placeInSentence } from "./title-words";
import type { NextView } from "./views";

/** The soonest appointment that is not over and has a time; null where there is none. */
export async function readNext(
  tx: Tx,
  scope: ClientScope,
  { now, locale, zone: shopZone }: Pick<ClientReader, "now" | "locale" | "zone">,
): Promise<NextView | null> {
  const [found] = await tx
    .select({ title: documents.title, appointment: appointments })
    .from(appointments)
    .innerJoin(documents, eq(documents.id, appointments.documentId))
    .where(
      and(
        mayBeSeenBy(scope),
        isNull(documents.closedAt),
        inArray(appointments.state, ["proposed", "confirmed"]),
        gt(appointments.endsAt, now),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(1);
  if (!found?.appointment.startsAt || !found.appointment.endsAt) return null;
  const { documentId: id, startsAt, endsAt, zone, place, state, sequence } = found.appointment;
  const there = elsewhere(zone, shopZone);
  return {
    ...{ id, title: found.title, place: placeInSentence(place) },
    href: documentHref("appointment", id),
    day: wholeDay(startsAt, zone, locale),
    span: `${clockSpan(startsAt, endsAt, zone, locale)}${there}`,
    brief: `${longDay(startsAt, zone, locale)}, ${clock(startsAt, zone, locale)}${there}`,
    confirmed: state === "confirmed",
    hasBegun: startsAt <= now,
    sends: { startsAt: startsAt.toISOString(), sequence },
  };
}

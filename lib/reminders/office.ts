import { and, desc, eq, gt } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { reminders } from "@/db/schema/reminders";
import { tenants } from "@/db/schema/tenants";
import { homeOf } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { clock, dayHeading, dayIn, recently } from "@/lib/dates";
import { nameAt } from "@/lib/links/send";
import { addressWords } from "@/lib/people/client-addresses";
import type { Contact } from "@/lib/people/contacts";
import { progressOf } from "@/lib/people/link-progress";
import { isDecided, keyOf, type Made, readOutcomes, whichOf } from "./outcomes";
import { daysAhead, type Planned, readPlanned } from "./planned";
import type { Reminded } from "./stops";
import type { PlannedDay, PlannedView, RemindersView } from "./views";

const mostShown = 200;
const dayMs = 24 * 3_600_000;

/** What will be sent in the next seven days, to whom and when on their own clock, and what was sent in the last seven. */
export async function readReminders(scope: StaffScope, now: Date): Promise<RemindersView> {
  return listInTenant(scope, async (tx) => {
    const until = new Date(now.getTime() + daysAhead * dayMs);
    const planned = (await readPlanned(tx, now)).filter(({ at }) => at <= until);
    const made = await readOutcomes(tx, planned);
    const ahead = planned.filter((each) => isAhead(each, made.get(keyOf(whichOf(each))), now));
    return {
      days: byDay(ahead.slice(0, mostShown), made, now),
      isCut: ahead.length > mostShown,
      ...(await readSent(tx, now)),
    };
  });
}

/** Not sent yet; a skipped one as long as it could be put back. */
const isAhead = ({ at }: Planned, made: Made | undefined, now: Date) =>
  made?.outcome === "skipped" ? at > now : !isDecided(made);

/** A day is the client's own, and so is the clock; which of the days is today is the office's. */
function byDay(planned: Planned[], made: Map<string, Made>, now: Date): PlannedDay[] {
  const dayOf = ({ at, zone }: Planned) => dayIn(at, zone);
  const days = [...new Set(planned.map(dayOf))].sort();
  return days.flatMap((day) => {
    const all = planned.filter((each) => dayOf(each) === day);
    const [first] = all;
    if (!first) return [];
    const { timeZone, locale } = first.tenant;
    const heading = dayHeading(noonOf(day), "UTC", noonOf(dayIn(now, timeZone)), locale);
    return [{ heading, reminders: all.map((each) => viewOf(each, made.get(keyOf(whichOf(each))))) }];
  });
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

function viewOf(planned: Planned, made: Made | undefined): PlannedView {
  const { tenant, document, contact, address, plannedFor, at, zone, says } = planned;
  const why = says.when ? `for ${says.when}` : `due ${says.due}`;
  return {
    ...toldOf(document, contact, address),
    ...{ plannedFor, why },
    addressWords: addressWords(address, homeOf(tenant.locale)),
    clock: clock(at, zone, tenant.locale),
    zoneWords: zone === tenant.timeZone ? null : `${placeOf(zone)} time`,
    skippedBy: made?.outcome === "skipped" ? (made.by ?? "the office") : null,
  };
}

/** “Perth” of `Australia/Perth`. */
const placeOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

async function readSent(tx: Tx, now: Date): Promise<Pick<RemindersView, "sent" | "isSentCut">> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A session’s business is gone.");
  const { timeZone, locale } = tenant;
  const week = new Date(now.getTime() - daysAhead * dayMs);
  const rows = await tx
    .select({ reminder: reminders, document: documents, contact: contacts, link: links })
    .from(reminders)
    .innerJoin(documents, eq(documents.id, reminders.documentId))
    .innerJoin(links, eq(links.id, reminders.linkId))
    .innerJoin(contacts, eq(contacts.id, links.contactId))
    .where(and(eq(reminders.outcome, "sent"), gt(reminders.at, week)))
    .orderBy(desc(reminders.at), desc(reminders.id))
    .limit(mostSent + 1);
  const sent = rows.slice(0, mostSent).map(({ reminder: { id, address, at }, document, contact, link }) => ({
    ...toldOf(document, contact, address),
    id,
    addressWords: addressWords(address, homeOf(locale)),
    when: recently(at, timeZone, now, locale),
    state: progressOf(link, now).state,
  }));
  return { sent, isSentCut: rows.length > mostSent };
}

/** A contract may be for a client and somebody else to sign: its page is the client’s, its reader that somebody. */
const toldOf = ({ id, contactId, kind, title }: Reminded, contact: Contact, address: string) => ({
  ...{ documentId: id, clientId: contactId, kind, title, address },
  person: nameAt(contact, address),
});

const mostSent = 50;

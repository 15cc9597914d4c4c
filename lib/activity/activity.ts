import { listInTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { clock, dayHeading } from "@/lib/dates";
import { type Happened, readTrail } from "@/lib/events/trail";
import type { Reading } from "@/lib/events/trail-facts";
import { iconOf, type TrailIcon, trailWords, whoOrWhere } from "@/lib/events/trail-words";
import { formatMoney } from "@/lib/money";
import { addressWords } from "@/lib/people/client-addresses";
import { type ActivityAsked, filterOf } from "./asked";

/** One line of the activity, ready to be shown. */
export type ActivityEntry = {
  id: number;
  clock: string;
  icon: TrailIcon;
  sentence: string;
  /** Who did it, or where. */
  aside: string;
  contact: { id: string; name: string; isClient: boolean } | null;
  orderNumber: number | null;
  document: Happened["document"];
};

export type ActivityDay = { heading: string; entries: ActivityEntry[] };

const pageSize = 50;

/** One page of what happened in this business, newest first, by day; `before` leads to older pages, and is null at the end. */
export async function readActivity(
  scope: StaffScope,
  asked: ActivityAsked,
  now: Date,
): Promise<{ days: ActivityDay[]; before: number | null }> {
  return listInTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const read = await readTrail(tx, filterOf(asked), pageSize + 1);
    const shown = read.slice(0, pageSize);
    return {
      days: byDay(shown, readingOf(tenant), now),
      before: read.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}

const mostOfHistory = 40;

/**
 * What happened to one document, or to all those of a project, by day and the newest first. The same thing that one person
 * changes again and again is told once.
 */
export async function readHistory(
  scope: StaffScope,
  of: { documentId: string } | { projectId: string },
  now: Date,
): Promise<ActivityDay[]> {
  return listInTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const happened = await readTrail(tx, of, mostOfHistory);
    return byDay(happened.filter(isFirstOfMany), readingOf(tenant), now);
  });
}

function isFirstOfMany(event: Happened, place: number, all: Happened[]): boolean {
  const newer = all[place - 1];
  if (event.kind !== "document.edited" || newer?.kind !== event.kind) return true;
  return tells(newer) !== tells(event);
}

/** Who changed what of which document. */
const tells = ({ actorName, document, detail: { changed, noted } }: Happened) =>
  [actorName, document?.id, changed, noted].join("\n");

type Tenant = Pick<typeof tenants.$inferSelect, "timeZone" | "currency" | "locale">;

/** How this business writes times and money. */
export const readingOf = ({ timeZone, currency, locale }: Tenant): Reading => ({
  zone: timeZone,
  locale,
  money: (cents) => formatMoney(cents, currency, locale),
});

function byDay(happened: Happened[], reading: Reading, now: Date): ActivityDay[] {
  const days: ActivityDay[] = [];
  for (const event of happened) {
    const heading = dayHeading(event.at, reading.zone, now, reading.locale);
    const last = days.at(-1);
    const entry = entryOf(event, reading);
    if (last?.heading === heading) last.entries.push(entry);
    else days.push({ heading, entries: [entry] });
  }
  return days;
}

function entryOf(event: Happened, reading: Reading): ActivityEntry {
  const { id, at, kind, contact, orderNumber, document } = event;
  return {
    ...{ id, contact, orderNumber, document },
    icon: iconOf(event),
    clock: clock(at, reading.zone, reading.locale),
    sentence: trailWords[kind].says(event, reading),
    aside: asideOf(event),
  };
}

/** Who did it, or where, in words: a phone number as its own country writes it. */
export function asideOf(event: Happened): string {
  const told = whoOrWhere(event);
  return "words" in told ? told.words : addressWords(told.address);
}

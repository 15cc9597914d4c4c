import type { tenants } from "@/db/schema/tenants";
import { briefDay, clock, dateInFull, dayAsOf, dayIn } from "@/lib/dates";
import { amountWords, ceilingGap } from "@/lib/money";
import type { Money } from "@/lib/work-orders/views";
import { reference } from "@/lib/work-orders/work-order";
import { earlierWords } from "./earlier";
import type { BillRaw } from "./rows";
import type { AgainstCeiling, BillRow, Twin } from "./views";

/** How this business writes days and amounts, and when it is that somebody reads. */
export type Look = { zone: string; locale: string; now: Date };

type Tenant = Pick<typeof tenants.$inferSelect, "timeZone" | "locale">;

export const lookOf = ({ timeZone, locale }: Tenant, now: Date): Look => ({ zone: timeZone, locale, now });

/** One line of the list, in words. */
export function billRow(raw: BillRaw, look: Look): BillRow {
  const { id, state, number, amountCents, currency, contractorId, company } = raw;
  const { orderNumber, orderTitle, fileId, fileName, paidOn, createdAt } = raw;
  return {
    ...{ id, state, number, amount: moneyOf(amountCents, currency, look), against: againstOf(raw, look) },
    contractor: { id: contractorId, company },
    order: { number: orderNumber, reference: reference(orderNumber), title: orderTitle },
    received: dayWords(dayIn(new Date(createdAt), look.zone), look),
    paidOn: paidOn && dayWords(paidOn, look),
    file: { id: fileId, name: fileName },
    twin: twinOf(raw, look),
  };
}

const moneyOf = (amountCents: number, currency: string, { locale }: Look): Money => ({
  ...{ amountCents, currency },
  words: amountWords(amountCents, { currency, locale }),
});

/** “Fri 24 Apr”; of another year “Fri 24 Apr 2025”. */
export const dayWords = (day: string, { zone, locale, now }: Look): string =>
  dayAsOf(day, dayIn(now, zone), locale);

/** “Fri 24 Apr, 11:42”; of another year with it. */
export const momentWords = (at: Date, look: Look): string =>
  `${dayWords(dayIn(at, look.zone), look)}, ${clock(at, look.zone, look.locale)}`;

/** “$90.00 over, with HP-0931” */
function againstOf(raw: BillRaw, look: Look): AgainstCeiling | null {
  const { amountCents, ceilingCents, currency, earlierCents } = raw;
  if (ceilingCents === null) return null;
  const countedCents = earlierCents + amountCents;
  const overCents = countedCents - ceilingCents;
  const gap = ceilingGap(overCents, { currency, locale: look.locale });
  const words = `${gap}${earlierWords(raw.earlierCount, raw.earlierNumber)}`;
  return { ceiling: moneyOf(ceilingCents, currency, look), countedCents, overCents, words };
}

/** “Looks like AC-118 of 3 May”, of another year with it; one without a number is told by its day alone. */
function twinOf({ twinId, twinNumber, twinAt }: BillRaw, { zone, locale, now }: Look): Twin | null {
  if (!twinId || !twinAt) return null;
  const at = new Date(twinAt);
  const isThisYear = dayIn(at, zone).slice(0, 4) === dayIn(now, zone).slice(0, 4);
  const day = (isThisYear ? briefDay : dateInFull)(at, zone, locale);
  return { id: twinId, words: `Looks like ${twinNumber ?? "the one"} of ${day}` };
}

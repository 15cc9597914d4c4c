import type { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import { briefDay, dayIn, plainDay } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

type Tenant = typeof tenants.$inferSelect;

/** In whose words a client reads: their shop's days and money, and today by its clock. */
export type ClientReader = {
  /** Who reads. */
  you: string;
  shop: string;
  /** Words that keep their capital within a sentence. */
  names: string[];
  zone: string;
  locale: string;
  now: Date;
  /** `2026-04-24`, where the shop is. */
  today: string;
  money: (cents: number) => string;
};

/** `places` are what the client's projects and their whereabouts are called. */
export function readAs(
  { actor }: DocumentScope,
  { name, timeZone, locale, currency }: Tenant,
  { now, places }: { now: Date; places: string[] },
): ClientReader {
  return {
    you: actor.name,
    shop: name,
    names: [actor.name, name, ...places],
    zone: timeZone,
    locale,
    now,
    today: dayIn(now, timeZone),
    money: (cents) => formatMoney(cents, currency, locale),
  };
}

/** A day by which something is asked for, in the words of a row, and in as few as a phone has room for. */
export type Due = { words: string; brief: string; isOver: boolean };

/** `verb` begins it: “By”, or “Due” of what is paid. */
export function dueOf(dueOn: string | null, verb: "By" | "Due", { today, locale }: ClientReader): Due | null {
  if (!dueOn) return null;
  const isOver = dueOn < today;
  if (dueOn === today) return { words: `${verb} today`, brief: `${verb} today`, isOver };
  const begins = isOver ? "Was due" : verb;
  const brief = briefDay(new Date(`${dueOn}T12:00:00Z`), "UTC", locale);
  return { words: `${begins} ${plainDay(dueOn, locale)}`, brief: `${begins} ${brief}`, isOver };
}

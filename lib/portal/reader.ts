import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import { briefDay, dayIn, plainDay } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { Due } from "./views";

/** A client’s business, and the zone in which the client lives. */
type Shop = typeof tenants.$inferSelect & { homeZone: string };

/** In whose words a client reads: their shop’s times and money, and today where they are. */
export type ClientReader = {
  /** Who reads. */
  you: string;
  shop: string;
  /** Words that keep their capital within a sentence. */
  names: string[];
  zone: string;
  locale: string;
  now: Date;
  /** `2026-04-24`, where the client lives: a day by which something is asked for ends when theirs does. */
  today: string;
  money: (cents: number) => string;
};

export async function readShop(tx: Tx, { actor }: DocumentScope): Promise<Shop> {
  const homeZone = sql<string>`coalesce(${contacts.timeZone}, ${tenants.timeZone})`;
  const [found] = await tx
    .select({ tenant: tenants, homeZone })
    .from(contacts)
    .innerJoin(tenants, eq(tenants.id, contacts.tenantId))
    .where(eq(contacts.id, actor.contactId));
  if (!found) throw new Error("A client’s business is gone.");
  return { ...found.tenant, homeZone: found.homeZone };
}

/** `places` are what the client's projects and their whereabouts are called. */
export function readAs(
  { actor }: DocumentScope,
  { name, timeZone, homeZone, locale, currency }: Shop,
  { now, places }: { now: Date; places: string[] },
): ClientReader {
  return {
    you: actor.name,
    shop: name,
    names: [actor.name, name, ...places],
    zone: timeZone,
    locale,
    now,
    today: dayIn(now, homeZone),
    money: (cents) => formatMoney(cents, currency, locale),
  };
}

/** `verb` begins it: “By”, or “Due” of an invoice, whose day is one of the business’s own zone, as on the invoice itself. */
export function dueOf(dueOn: string | null, verb: "By" | "Due", reader: ClientReader): Due | null {
  if (!dueOn) return null;
  const { locale, zone, now } = reader;
  const today = verb === "Due" ? dayIn(now, zone) : reader.today;
  const isOver = dueOn < today;
  if (dueOn === today) return { words: `${verb} today`, brief: `${verb} today`, isOver };
  const begins = isOver ? "Was due" : verb;
  const brief = briefDay(new Date(`${dueOn}T12:00:00Z`), "UTC", locale);
  return { words: `${begins} ${plainDay(dueOn, locale)}`, brief: `${begins} ${brief}`, isOver };
}

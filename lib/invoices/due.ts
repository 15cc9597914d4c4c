import { dayIn, wholeDay } from "@/lib/dates";
import { amountWords } from "@/lib/money";
import type { Invoice } from "./read";
import type { Look } from "./show";
import { askedNow, leftCents } from "./standing";

/** By when an invoice asks for what it asks for. Days are plain ones, compared in the business's own zone. */

type Read = Pick<Invoice, "document" | "invoice">;

/** What is asked for now, and by which day; null where nothing is. */
function askedOf({ document, invoice }: Read) {
  const { sentAt, closedAs } = document;
  const asked = askedNow({ ...invoice, sentAt, closedAs });
  if (!asked) return null;
  return { ...asked, day: asked.what === "deposit" ? invoice.depositDueOn : document.dueOn };
}

/** “Due Friday, May 8”, “Was due Friday, May 8”, or “Deposit due Friday, May 1, then $299.44 by Friday, May 8”. */
export function dueWords(read: Read, look: Look): { words: string; isOver: boolean } | null {
  const asked = askedOf(read);
  if (!asked?.day) return null;
  const isOver = asked.day < dayIn(look.now, look.zone);
  const verb = isOver ? "was due" : "due";
  const words = `${verb} ${inWords(asked.day, look)}`;
  if (asked.what !== "deposit") return { words: capital(words), isOver };
  return { words: `Deposit ${words}${thenRest(read, asked.amountCents, look)}`, isOver };
}

function thenRest({ document: { dueOn }, invoice }: Read, depositCents: number, look: Look): string {
  const rest = amountWords(leftCents(invoice) - depositCents, {
    currency: invoice.currency,
    locale: look.locale,
  });
  return dueOn ? `, then ${rest} by ${inWords(dueOn, look)}` : `, then ${rest}`;
}

/** How a reminder says the day: “is due Friday”, “is due today”, “was due on Friday, May 8”. */
export function isDueWords(read: Read, look: Look): string {
  const day = askedOf(read)?.day;
  if (!day) return "is waiting to be paid";
  const away = daysBetween(dayIn(look.now, look.zone), day);
  if (away < 0) return away === -1 ? "was due yesterday" : `was due on ${inWords(day, look)}`;
  if (away < 2) return away === 0 ? "is due today" : "is due tomorrow";
  return away < 7 ? `is due ${weekdayOf(day)}` : `is due on ${inWords(day, look)}`;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const inWords = (day: string, { locale }: Pick<Look, "locale">) => wholeDay(noon(day), "UTC", locale);
const weekdayOf = (day: string) => wholeDay(noon(day), "UTC").split(" ")[0] ?? "";
const daysBetween = (from: string, to: string) =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / (24 * 3_600_000));
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import type { Says } from "@/lib/links/send";
import { namedInSentence } from "@/lib/portal/title-words";
import { dueWords, isDueWords } from "./due";
import { type Invoice, readInvoice } from "./read";
import { invoiceView, type Look } from "./show";
import type { InvoiceView } from "./views";

/** How many rows a letter has before the others are one: “and 4 more”. */
const mostRows = 12;

/** What a message says of an invoice as it stands now: what it asks for, by when, and what for. Nothing where it asks for nothing. */
export async function invoiceSays(tx: Tx, documentId: string, now: Date): Promise<Says> {
  const [read, [tenant]] = await Promise.all([readInvoice(tx, documentId), tx.select().from(tenants)]);
  if (!read || !tenant) throw new Error("An invoice that is told of is gone.");
  const [contact] = await tx
    .select({ name: contacts.name })
    .from(contacts)
    .where(eq(contacts.id, read.document.contactId));
  const names = [tenant.name, contact?.name ?? ""];
  return saysOf(read, { zone: tenant.timeZone, locale: tenant.locale, now }, names);
}

/** `names` are words that keep their capital within a sentence. An invoice that is sent for the first time asks already. */
export function saysOf(read: Invoice, look: Look, names: string[]): Says {
  const sent = { ...read, document: { ...read.document, sentAt: read.document.sentAt ?? look.now } };
  const view = invoiceView(sent, look);
  if (!view.asked) return {};
  const { the } = namedInSentence("invoice", view.title, names);
  const due = dueWords(sent, look);
  return {
    called: the.replace(/^the /, ""),
    amount: view.asked.amount,
    asks: asksWords(view.asked),
    isDue: isDueWords(sent, look),
    lines: JSON.stringify(rowsOf(view)),
    ...(due && { due: due.words }),
  };
}

function asksWords({ amount, what }: NonNullable<InvoiceView["asked"]>): string {
  if (what === "deposit") return `asks for a deposit of ${amount}`;
  return what === "rest" ? `has ${amount} left to pay` : `is ${amount}`;
}

/** What it is for, and how that comes to what is asked: the lines, the taxes, and what came and went already. */
function rowsOf({
  lines,
  taxes,
  total,
  paid,
  refunded,
  waived,
  pending,
  asked,
}: InvoiceView): [string, string][] {
  const shown = lines.length > mostRows ? lines.slice(0, mostRows - 1) : lines;
  const more = lines.length - shown.length;
  const rows = shown.map(({ words, amount }): [string, string] => [words, amount]);
  if (more > 0) rows.push([`and ${more} more`, ""]);
  for (const { name, amount } of taxes) rows.push([name, amount]);
  if (asked?.what !== "all" || more > 0) rows.push(["Total", total]);
  if (paid) rows.push(["Paid", paid]);
  if (refunded) rows.push(["Given back", refunded]);
  if (waived) rows.push(["Not asked for again", waived]);
  if (pending) rows.push(["On its way from your bank", pending]);
  return rows;
}

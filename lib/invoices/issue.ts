import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { type Document, tell } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isBlank, writeLines } from "./lines";
import { isTaken } from "./number";
import { readLines } from "./read";
import { totalOf } from "./total";

type Row = typeof invoices.$inferSelect;

/**
 * Makes a draft the invoice that it stays: with its number, its day, and the day by which it is due. The document is locked,
 * and the caller undoes it where it can't be sent after all: the number goes to the next one then. Refuses one without a
 * line, with a line that has no words, that comes to nothing, whose deposit is no part of it, is due by a day that has passed
 * or after the rest; and any whose number would read as one that another has.
 */
export async function issue(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  { depositCents }: Row,
): Promise<Outcome<Row>> {
  const { id: documentId } = document;
  const lines = (await readLines(tx, documentId)).filter((line) => !isBlank(line));
  const wordless = lines.findIndex(({ words }) => words === "");
  const { totalCents } = totalOf(lines);
  if (lines.length === 0) return refuse("not-allowed-now", { sentence: noLines });
  if (wordless >= 0) return refuse("not-allowed-now", { sentence: noWords(wordless + 1) });
  if (totalCents <= 0) return refuse("not-allowed-now", { sentence: nothingToPay });
  if (depositCents !== null && depositCents >= totalCents)
    return refuse("not-allowed-now", { sentence: depositTooLarge });
  await writeLines(tx, documentId, lines);
  const numbers = await nextNumbers(tx);
  // Settings refuse what leads here; where it was so before, no number is left out unless somebody says so there.
  if (await isTaken(tx, numbers.number))
    return refuse("not-allowed-now", { sentence: numberTaken(numbers.number) });
  const issued = await numbered(tx, scope, document, numbers);
  if (issued.depositDueOn && issued.depositDueOn < numbers.issuedOn)
    return refuse("date-in-the-past", { sentence: depositPassed });
  // Known only now, where the rest has no day of its own.
  if (issued.depositDueOn && issued.dueOn < issued.depositDueOn)
    return refuse("not-allowed-now", { sentence: depositLast });
  return done(issued);
}

const noLines = "Write at least one line first. Then it can be sent.";
const noWords = (place: number) => `Line ${place} has no words. Say what it is for, then send it.`;
const nothingToPay = "It comes to nothing, so there is nothing to pay. Write a price, then send it.";
const depositTooLarge = "The deposit has to be less than the total. Make it smaller, or leave it out.";

const depositLast =
  "The deposit would be due after the rest. Choose a day for the deposit that isn’t after the other one.";

const depositPassed =
  "The deposit’s day has passed, so nothing was sent. Choose one that lies ahead, or none.";

const numberTaken = (number: string) =>
  `Its number would be ${number}, which another invoice has. Choose another beginning or number in Settings, under Invoices.`;

/** Numbers follow one another without a gap: the row of the business is locked until the sending stands, or is undone. */
async function nextNumbers(tx: Tx) {
  const [given] = await tx
    .update(tenants)
    .set({ lastInvoiceNumber: sql`${tenants.lastInvoiceNumber} + 1` })
    .returning({
      serial: tenants.lastInvoiceNumber,
      number: sql<string>`${tenants.invoicePrefix} || ${tenants.lastInvoiceNumber}`,
      issuedOn: sql<string>`(now() at time zone ${tenants.timeZone})::date::text`,
      dueOn: sql<string>`((now() at time zone ${tenants.timeZone})::date + ${tenants.invoiceTermsDays})::text`,
    });
  if (!given) throw new Error("A business that sends an invoice is gone.");
  return given;
}

async function numbered(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  { dueOn, ...numbers }: Awaited<ReturnType<typeof nextNumbers>>,
): Promise<Row & { dueOn: string }> {
  const due = document.dueOn ?? dueOn;
  await tx.update(documents).set({ dueOn: due }).where(eq(documents.id, document.id));
  const [issued] = await tx
    .update(invoices)
    .set({
      ...numbers,
      depositDueOn: sql`case when deposit_cents is not null then coalesce(deposit_due_on, ${due}::date) end`,
    })
    .where(eq(invoices.documentId, document.id))
    .returning();
  if (!issued?.number) throw new Error("An invoice was not numbered.");
  const { number, totalCents: amountCents } = issued;
  await tell(tx, scope, { kind: "invoice.issued", document, detail: { number, amountCents } });
  return { ...issued, dueOn: due };
}

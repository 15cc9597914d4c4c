import { eq } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { projects } from "@/db/schema/projects";
import type { StaffScope } from "@/lib/auth/scope";
import { dayAsOf } from "@/lib/dates";
import { askedNow, leftCents, statusOf } from "@/lib/invoices/standing";
import { amountWords } from "@/lib/money";
import { ages } from "./ages";
import { monthAndYear, spanWords } from "./month-words";
import { type Reading, readReading } from "./reading";
import { type Asked, type InvoiceRaw, type InvoiceSum, readInvoiceRows, readInvoiceSums } from "./rows";
import type { InvoicesAsked } from "./sent";
import type { InvoiceRow, InvoicesView } from "./views";

const pageSize = 50;

/** One page of the business's invoices, the newest first, and what all that fit come to. */
export function readInvoices(scope: StaffScope, asked: InvoicesAsked, now: Date): Promise<InvoicesView> {
  return listInTenant(scope, async (tx) => {
    const reading = await readReading(tx, now);
    const rows = await readInvoiceRows(tx, asked, reading, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    return {
      rows: shown.map((row) => rowView(row, reading)),
      after: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      sums: await sumsOf(tx, asked, reading),
      narrowedBy: await narrowedBy(tx, asked, reading),
    };
  });
}

/** “31 to 60 days late”, “Money came May 1 to 7”, “Settled in May 2026”, “Kitchen and rear addition” */
async function narrowedBy(
  tx: Tx,
  { age, came, settled, project }: InvoicesAsked,
  { locale }: Reading,
): Promise<InvoicesView["narrowedBy"]> {
  const which = project ? eq(projects.id, project) : undefined;
  const [named] = which ? await tx.select({ name: projects.name }).from(projects).where(which) : [];
  const words = {
    age: age && ages[age].words,
    came: came && `Money came ${spanWords(came, locale)}`,
    settled: settled && `Settled in ${monthAndYear(settled, locale)}`,
    project: named?.name,
  };
  return (["age", "came", "settled", "project"] as const).flatMap((name) => {
    const told = words[name];
    return told ? [{ name, words: told }] : [];
  });
}

/** What an invoice's standing is made of. */
export const factsOf = (row: InvoiceRaw) => ({
  ...row,
  sentAt: row.sentAt ? new Date(row.sentAt) : null,
  disputedAt: row.disputedAt ? new Date(row.disputedAt) : null,
});

function rowView(row: InvoiceRaw, { today, locale }: Reading): InvoiceRow {
  const { id, clientId, client, title, number } = row;
  const facts = factsOf(row);
  const asked = askedNow(facts);
  const day = asked?.what === "deposit" ? (row.depositDueOn ?? row.dueOn) : row.dueOn;
  const words = (cents: number) => amountWords(cents, { currency: row.currency, locale });
  return {
    ...{ id, clientId, client, title, number, status: statusOf(facts) },
    due: asked && day ? { words: dayAsOf(day, today, locale), isOver: day < today } : null,
    total: words(row.totalCents),
    left: asked ? words(leftCents(row)) : null,
  };
}

/**
 * Of all that there are, or all that were ever paid, nobody asks what it comes to, and adding it up would read all of it:
 * there what is still to be paid is told alone.
 */
async function sumsOf(tx: Tx, asked: Asked, reading: Reading): Promise<string[]> {
  const { status, client, project, age, came, settled, q } = asked;
  const isNarrowed = Boolean(client || project || age || came || settled || q);
  if (!isNarrowed && (status === "paid" || status === "void")) return [];
  const of: Asked = isNarrowed || status ? asked : { ...asked, status: "open" };
  const sums = await readInvoiceSums(tx, of, reading);
  return sums.map((sum) => sumWords(sum, of, reading));
}

/** “12 invoices, $4,800.00 in all, $1,200.00 left to pay, $600.00 of it 31 to 60 days late” */
function sumWords(sum: InvoiceSum, { age, came }: Asked, { locale }: Reading): string {
  const words = (cents: number) => amountWords(cents, { currency: sum.currency, locale });
  const count = sum.count === 1 ? "1 invoice" : `${sum.count.toLocaleString(locale)} invoices`;
  const all = `${words(sum.totalCents)} in all`;
  const left = sum.leftCents > 0 && `${words(sum.leftCents)} left to pay`;
  const within =
    sum.within !== null &&
    (age
      ? `${words(sum.within)} of it ${ages[age].words.toLowerCase()}`
      : came && `${words(sum.within)} came then`);
  return [count, all, left, within].filter(Boolean).join(", ");
}

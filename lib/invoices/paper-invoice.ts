import { dayIn, plainDate } from "@/lib/dates";
import { amountWords } from "@/lib/money";
import { finish, openPaper } from "@/lib/paper/paper";
import { ink, type Paper } from "@/lib/paper/pen";
import { type Column, table } from "@/lib/paper/table";
import { heading, words } from "@/lib/paper/text";
import { ledgerDay, ledgerWords, settledDay } from "./ledger-words";
import { amountAndFacts, head, howToPay, type MoneyShop, sentWith, stamp, sums } from "./paper-blocks";
import type { Invoice, LedgerEntry, Line } from "./read";
import type { Look } from "./show";
import { lineCents } from "./total";
import { rateWords, typedMilli } from "./typed";
import type { InvoiceView } from "./views";

/** What stands on the paper of an invoice, and of a receipt of it. */
export type InvoicePaper = {
  shop: MoneyShop;
  read: Invoice;
  view: InvoiceView;
  look: Look;
  /** Whom it is for, and where that is. */
  whom: { name: string; place: string };
  /** Where its client signs in. */
  portal: string;
};

/** An invoice as a tagged PDF, over as many pages as its lines take. */
export async function drawInvoicePaper(invoice: InvoicePaper): Promise<Buffer> {
  const { shop, read, view, portal } = invoice;
  const title = titleOf(invoice);
  const named = [title, view.number].filter(Boolean).join(" ");
  const paper = openPaper({ title: named, shop, edge: { left: endWords[view.status] ?? "", right: named } });
  head(paper, shop, title);
  drawStanding(paper, invoice);
  amountAndFacts(paper, amountOf(invoice), factsOf(invoice));
  for (const part of view.body.split(/\n\s*\n/).filter((each) => each.trim())) words(paper, part.trim());
  drawLines(paper, invoice);
  sums(paper, sumsOf(invoice));
  if (read.ledger.length > 0) drawMoney(paper, invoice);
  if (view.asked) howToPay(paper, shop, portal);
  sentWith(paper);
  return finish(paper);
}

/** In Australia a paper by which GST is claimed back is called so. */
function titleOf({ shop, view, read }: InvoicePaper): string {
  if (view.status === "draft") return "Draft invoice";
  const hasGst = read.lines.some((line) => line.taxMilliPercent > 0 && /\bGST\b/i.test(line.taxName));
  return shop.locale === "en-AU" && hasGst ? "Tax invoice" : "Invoice";
}

const endWords: Partial<Record<InvoiceView["status"], string>> = {
  draft: "Draft",
  paid: "Paid",
  void: "Void",
};

function drawStanding(paper: Paper, { view, read, look }: InvoicePaper): void {
  const settled = settledDay(read, (at) => dayIn(at, look.zone));
  if (view.status === "draft") stamp(paper, "Draft.", "It was sent to nobody yet, and has no number.");
  if (view.status === "paid")
    stamp(
      paper,
      "Paid.",
      settled ? `Nothing has been left to pay since ${plainDate(settled, look.locale)}.` : "",
    );
  if (view.status === "void")
    stamp(paper, "Void.", ["It no longer applies.", view.voidReason].filter(Boolean).join(" "));
}

/** What one looks for first: what is to be paid and by when, or what it came to. */
function amountOf({ view, read, look }: InvoicePaper) {
  const { asked, total } = view;
  if (!asked) return { name: "Total", amount: total, under: "" };
  const day = asked.what === "deposit" ? read.invoice.depositDueOn : read.document.dueOn;
  return {
    name: asked.what === "deposit" ? "Deposit due" : "Amount due",
    amount: asked.amount,
    under: day ? `by ${plainDate(day, look.locale)}` : "",
  };
}

function factsOf({ view, read, look, whom }: InvoicePaper): [string, string][] {
  const day = (at: string | null) => at && plainDate(at, look.locale);
  const rows: [string, string | null][] = [
    ["Number", view.number],
    ["Issued", day(read.invoice.issuedOn)],
    ["Due", view.status === "void" ? null : day(read.document.dueOn)],
    ["For", [whom.name, whom.place].filter(Boolean).join("\n")],
    ["About", view.title],
  ];
  return rows.flatMap(([name, said]) => (said ? [[name, said]] : []));
}

/** Which tax is taken of what stands beside each line only where that differs. */
function drawLines(paper: Paper, { read, look }: InvoicePaper): void {
  const { lines, invoice } = read;
  const taxes = lines.map(taxWords);
  const differs = new Set(taxes).size > 1;
  const money = (cents: number) => amountWords(cents, { currency: invoice.currency, locale: look.locale });
  const rows = lines.map((line, at) => [
    [{ text: line.words }, ...(line.note ? [{ text: `\n${line.note}`, colour: ink.faint }] : [])],
    `${typedMilli(line.quantityMilli)}${line.unit && ` ${line.unit}`}`,
    money(line.unitCents),
    ...(differs ? [taxes[at] ?? ""] : []),
    money(lineCents(line)),
  ]);
  const headWords = ["What", "Quantity", "Price", ...(differs ? ["Tax"] : []), "Amount"];
  table(paper, { columns: differs ? withTax : columns, head: headWords, rows }, { size: 9.5, pad: 4 });
}

const taxWords = ({ taxName: name, taxMilliPercent: milliPercent }: Line) =>
  milliPercent > 0 ? rateWords({ name, milliPercent }) : "None";

const right = { align: "right" } as const;
const columns: Column[] = [
  { share: 0.46, names: true },
  { share: 0.16, ...right },
  { share: 0.18, ...right },
  { share: 0.2, ...right },
];
const withTax: Column[] = [
  { share: 0.36, names: true },
  { share: 0.14, ...right },
  { share: 0.17, ...right },
  { share: 0.14, ...right },
  { share: 0.19, ...right },
];

function sumsOf({ view, read, look }: InvoicePaper) {
  const { subtotal, taxes, total, paid, refunded, waived, pending, left, status } = view;
  const { depositCents, depositDueOn, currency } = read.invoice;
  const asksDeposit = depositCents && (status === "draft" || view.asked?.what === "deposit");
  const day = depositDueOn ? `, due ${plainDate(depositDueOn, look.locale)}` : "";
  const rows = [
    { name: "Subtotal", amount: subtotal },
    ...taxes,
    { name: "Total", amount: total, strong: true },
    asksDeposit && {
      name: `Deposit${day}`,
      amount: amountWords(depositCents, { currency, locale: look.locale }),
    },
    paid && { name: "Paid", amount: paid },
    refunded && { name: "Given back", amount: refunded },
    waived && { name: "Not asked for again", amount: waived },
    pending && { name: "On its way from your bank", amount: pending },
    status !== "draft" && status !== "void" && { name: "Left to pay", amount: left, strong: true },
  ];
  return rows.filter((row) => typeof row === "object" && row !== null);
}

function drawMoney(paper: Paper, { read, look }: InvoicePaper): void {
  heading(paper, 2, "What was paid", { before: 10 });
  table(
    paper,
    { columns: moneyColumns, rows: moneyRows(read, [...read.ledger].reverse(), look) },
    { size: 9.5 },
  );
}

export const moneyColumns: Column[] = [
  { share: 0.25, colour: ink.quiet },
  { share: 0.55, names: true },
  { share: 0.2, ...right },
];

/** Lines of the ledger: their day, what they are, and how much came or went. */
export const moneyRows = ({ payments, invoice }: Invoice, entries: LedgerEntry[], look: Look): string[][] =>
  entries.flatMap((entry) => {
    const payment = payments.find(({ id }) => id === entry.paymentId);
    if (!payment) return [];
    const day = ledgerDay(entry, payment, (at) => dayIn(at, look.zone));
    const amount = amountWords(entry.amountCents, { currency: invoice.currency, locale: look.locale });
    return [[plainDate(day, look.locale), ledgerWords(entry, payment), amount]];
  });

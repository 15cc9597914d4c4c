import { dayIn, plainDate } from "@/lib/dates";
import { finish, openPaper } from "@/lib/paper/paper";
import { table } from "@/lib/paper/table";
import { heading } from "@/lib/paper/text";
import { paymentDay } from "./ledger-words";
import { amountAndFacts, head, sentWith, stamp, sums } from "./paper-blocks";
import { type InvoicePaper, moneyColumns, moneyRows } from "./paper-invoice";
import type { PaymentView } from "./views";

/** The receipt of one payment as a tagged PDF: as it stands now, with what was given back of it since. */
export async function drawReceiptPaper(invoice: InvoicePaper, payment: PaymentView): Promise<Buffer> {
  const { shop, read, view, look, whom } = invoice;
  const { amount, label, payer, receipt } = payment;
  const named = `Receipt ${receipt}`;
  const isTakenBack = payment.state !== "received";
  const paper = openPaper({
    title: named,
    shop,
    edge: { left: isTakenBack ? "Taken back" : "", right: named },
  });
  head(paper, shop, "Receipt");
  if (isTakenBack)
    stamp(paper, "Taken back.", "This money is no longer here, and is no part of what was paid.");
  const day = paidOn(invoice, payment);
  const rows: [string, string][] = [
    ["Receipt", receipt ?? ""],
    ["From", payer],
    ["Paid with", label],
    ["Date", day],
    ["Invoice", [view.number, view.title].filter(Boolean).join("\n")],
    ["For", [whom.name, whom.place].filter(Boolean).join("\n")],
  ];
  amountAndFacts(
    paper,
    { name: `Paid to ${shop.name}`, amount, under: day },
    rows.filter(([, said]) => said),
  );
  const after = read.ledger.filter(({ paymentId, kind }) => paymentId === payment.id && kind !== "payment");
  if (after.length > 0) {
    heading(paper, 2, "What became of it");
    table(paper, { columns: moneyColumns, rows: moneyRows(read, [...after].reverse(), look) }, { size: 9.5 });
  }
  heading(paper, 2, `The invoice on ${plainDate(dayIn(look.now, look.zone), look.locale)}`, { before: 12 });
  sums(paper, standing(invoice));
  sentWith(paper);
  return finish(paper);
}

function paidOn({ read, look }: InvoicePaper, { id }: PaymentView): string {
  const payment = read.payments.find((each) => each.id === id);
  if (!payment) return "";
  const day = paymentDay(payment, (at) => dayIn(at, look.zone));
  return plainDate(day, look.locale);
}

/** How its invoice stands, all payments counted. */
function standing({ view }: InvoicePaper) {
  const { total, paid, refunded, waived, pending, left, status, number } = view;
  const rows = [
    { name: `Total of ${number}`, amount: total },
    paid && { name: "Paid, all payments", amount: paid },
    refunded && { name: "Given back", amount: refunded },
    waived && { name: "Not asked for again", amount: waived },
    pending && { name: "On its way from your bank", amount: pending },
    status === "void" ? { name: "Void: nothing is to be paid", amount: "", strong: true } : null,
    status !== "void" && { name: "Left to pay", amount: left, strong: true },
  ];
  return rows.filter((row) => typeof row === "object" && row !== null);
}

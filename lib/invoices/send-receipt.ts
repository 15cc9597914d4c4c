import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { payments } from "@/db/schema/payments";
import type { Scope } from "@/lib/auth/scope";
import { onePerPerson } from "@/lib/documents/tell-client";
import { nameAt } from "@/lib/links/send";
import { sha256 } from "@/lib/sha256";
import { holdFiles, keepFile } from "@/lib/storage/files";
import { drawReceipt } from "./paper";
import { invoiceView } from "./show";
import { payerAt, type Reader, rowsOf, surroundings, writeOfMoney } from "./tell";
import type { InvoiceView, PaymentView } from "./views";

type Which = { documentId: string; paymentId: string };

/**
 * The job that sends the receipt of one payment, with its PDF: to whoever paid, and to the other of the two who was sent the
 * invoice, so that nobody pays it twice. Done twice, each of them has one receipt.
 */
export async function sendReceipt(scope: Scope, { documentId, paymentId }: Which): Promise<void> {
  const drawn = await drawReceipt(scope, { id: documentId, paymentId });
  if (!drawn.ok) return;
  const pdf = { ...drawn.value, sha256: sha256(drawn.value.content) };
  const file = await keepFile(scope, pdf, documentId);
  await inTenant(scope, async (tx) => {
    await tellAll(tx, paymentId, file.id);
    // Where nobody was sent this one, a receipt went before it, or there is nobody with an e-mail address: it is swept.
    const letters = await tx.$count(messages, eq(messages.fileId, file.id));
    if (letters > 0) await holdFiles(tx, [file.id]);
  });
}

async function tellAll(tx: Tx, paymentId: string, fileId: string): Promise<void> {
  const payment = await paymentOf(tx, paymentId);
  const around = await surroundings(tx, payment);
  const { read, tenant, contact } = around;
  const look = { zone: tenant.timeZone, locale: tenant.locale, now: new Date() };
  const view = invoiceView(read, look);
  const paid = view.payments.find(({ id }) => id === paymentId);
  // The money was taken back before its receipt was sent: nobody is thanked for it.
  if (paid?.state !== "received") return;
  for (const address of everybody(payment, around))
    await writeOfMoney(tx, { tenant, contact, address }, `receipt ${paymentId} ${address}`, {
      ...wordsFor({ tenant, contact, address }, view, paid),
      fileId: address.includes("@") ? fileId : null,
    });
}

async function paymentOf(tx: Tx, paymentId: string) {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!payment) throw new Error("A payment that has a receipt is gone.");
  return payment;
}

type Surroundings = Awaited<ReturnType<typeof surroundings>>;

/** Whoever paid, and whoever else was sent the invoice. */
function everybody(payment: typeof payments.$inferSelect, { document, contact }: Surroundings): string[] {
  const payer = payerAt(payment, document, contact);
  const names = payer.map((address) => nameAt(contact, address));
  const others = onePerPerson(document.addressedTo, contact);
  return contact.active
    ? [...payer, ...others.filter((address) => !names.includes(nameAt(contact, address)))]
    : [];
}

function wordsFor({ contact, address }: Reader, view: InvoiceView, paid: PaymentView) {
  const { amount, label, when, receipt, payer } = paid;
  const isPayers = nameAt(contact, address) === payer;
  return {
    heading: isPayers ? headingOf(view, amount) : `${payer} paid ${amount}`,
    words: standsAt(view),
    rows: rowsOf({
      Amount: amount,
      "Paid with": label,
      Date: when,
      Receipt: receipt,
      For: view.title,
      "Left to pay": view.asked && view.left,
    }),
  };
}

const headingOf = ({ status }: InvoiceView, amount: string) =>
  status === "paid" ? `Paid, thank you: ${amount}` : `Thank you for ${amount}`;

/** What the payment changed: everything is paid, or what is left; or it came too late, and goes back. */
function standsAt({ status, number, left, asked, pending }: InvoiceView): string {
  if (status === "paid") return `Invoice ${number} is paid. There’s nothing more to pay.`;
  if (status === "void") return `Invoice ${number} was cancelled before it came, so the money goes back.`;
  if (asked) return `${left} of invoice ${number} is left to pay.`;
  return pending ? `${pending} of invoice ${number} is still on its way from your bank.` : "";
}

import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { cleanName } from "@/lib/storage/file-name";
import { isUuid } from "@/lib/uuid";
import { drawInvoicePaper, type InvoicePaper } from "./paper-invoice";
import { drawReceiptPaper } from "./paper-receipt";
import { drawStatementPaper } from "./paper-statement";
import { readInvoice } from "./read";
import { invoiceView } from "./show";
import { readStatement, type StatementScope } from "./statement";
import { whomOf } from "./whom";

/** The papers of an invoice, made anew whenever somebody asks: nothing is kept, and nothing is written. */

export type Pdf = { name: string; contentType: "application/pdf"; content: Buffer };

/** An invoice as a PDF, as it stands now; a draft says that it is one. Its gate has let whoever asks in. */
export async function drawInvoice(scope: Scope, id: string): Promise<Outcome<Pdf>> {
  const paper = await readPaper(scope, id);
  if (!paper) return refuse("not-found");
  const { number, title } = paper.view;
  const name = number ? `Invoice ${number}` : `Draft invoice, ${title}`;
  return done(pdfOf(name, await drawInvoicePaper(paper)));
}

/** The receipt of one payment of an invoice. One that is not of it, or that never came, is "not-found". */
export async function drawReceipt(
  scope: Scope,
  { id, paymentId }: { id: string; paymentId: string },
): Promise<Outcome<Pdf>> {
  const paper = await readPaper(scope, id);
  const payment = paper?.view.payments.find((each) => each.id === paymentId);
  if (!paper || !payment?.receipt) return refuse("not-found");
  return done(pdfOf(`Receipt ${payment.receipt}`, await drawReceiptPaper(paper, payment)));
}

/** The statement of a client over a period. Another client's is "not-found". */
export async function drawStatement(
  scope: StatementScope,
  contactId: string,
  period: { from?: string | undefined; until?: string | undefined },
): Promise<Outcome<Pdf>> {
  const statement = await readStatement(scope, contactId, { period, now: new Date() });
  const [shop] = await inTenant(scope, (tx) => tx.select().from(tenants));
  if (!statement || !shop) return refuse("not-found");
  const { client, from, until } = statement;
  const content = await drawStatementPaper({ shop, statement, portal: env().APP_ORIGIN });
  return done(pdfOf(`Statement, ${client}, ${from} to ${until}`, content));
}

const pdfOf = (name: string, content: Buffer): Pdf => ({
  name: cleanName(`${name}.pdf`, "pdf"),
  contentType: "application/pdf",
  content,
});

async function readPaper(scope: Scope, id: string): Promise<InvoicePaper | undefined> {
  if (!isUuid(id)) return undefined;
  return inTenant(scope, async (tx) => {
    const [read, [shop]] = await Promise.all([readInvoice(tx, id), tx.select().from(tenants)]);
    if (!read || !shop) return undefined;
    const look = { zone: shop.timeZone, locale: shop.locale, now: new Date() };
    const view = invoiceView(read, look);
    return { shop, read, view, look, whom: await whomOf(tx, read), portal: env().APP_ORIGIN };
  });
}

import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { amountWords, typedAmount } from "@/lib/money";
import { totalsView } from "./draft-totals";
import { type Invoice, type Line, readInvoice } from "./read";
import { invoiceView } from "./show";
import { sourceOf } from "./source";
import { lineCents } from "./total";
import { typedMilli } from "./typed";
import type { DraftLineView, InvoiceDraftView, OfficeInvoice } from "./views";
import { whyNotVoid } from "./void";

/** An invoice as the office sees it: what it writes while it is a draft, and from then on what stands. */
export function readOfficeInvoice(
  scope: StaffScope,
  documentId: string,
  now: Date,
): Promise<OfficeInvoice | undefined> {
  return inTenant(scope, async (tx) => {
    const read = await readInvoice(tx, documentId);
    if (!read) return undefined;
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A member’s business is gone.");
    const { sentAt, closedAt } = read.document;
    return {
      view: invoiceView(read, { zone: tenant.timeZone, locale: tenant.locale, now }),
      draft: sentAt || closedAt ? null : draftView(read, tenant),
      source: await sourceOf(tx, read, tenant.locale),
      whyNotVoid: await whyNotVoid(tx, read),
    };
  });
}

function draftView(
  { document, invoice, lines }: Invoice,
  { locale, invoiceTermsDays: termsDays }: typeof tenants.$inferSelect,
): InvoiceDraftView {
  const { currency, depositCents, depositDueOn, takesParts } = invoice;
  const look = { currency, locale };
  return {
    ...{ look, takesParts, termsDays },
    lines: lines.map((line) => lineView(line, look)),
    totals: totalsView(lines, look),
    deposit: depositCents === null ? "" : typedAmount(depositCents),
    depositDueOn: depositDueOn ?? "",
    dueOn: document.dueOn ?? "",
  };
}

const lineView = (line: Line, look: InvoiceDraftView["look"]): DraftLineView => ({
  id: line.id,
  words: line.words,
  note: line.note,
  quantity: typedMilli(line.quantityMilli),
  unit: line.unit,
  price: line.unitCents === 0 && line.words === "" ? "" : typedAmount(line.unitCents),
  taxName: line.taxName,
  taxRate: typedMilli(line.taxMilliPercent),
  amount: amountWords(lineCents(line), look),
});

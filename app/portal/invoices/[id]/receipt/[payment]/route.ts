import { receiptReader } from "@/lib/auth/paid-here";
import { download } from "@/lib/auth/upload";
import { drawReceipt } from "@/lib/invoices/paper";

/** The receipt of one payment, for whoever may read its invoice, and for the browser that paid it by a link that is over. */
export const GET = download(receiptReader, (scope) =>
  drawReceipt(scope, { id: scope.documentId, paymentId: scope.paymentId }),
);

import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { invoiceFiles } from "@/db/schema/invoices";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { type Outcome, refuse } from "@/lib/outcome";
import { readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";

/** A file of this one invoice, for whoever may read it. Any other id is "not-found". */
export async function readInvoiceFile(
  scope: AtDocument<DocumentScope>,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  if (!isUuid(fileId)) return refuse("not-found");
  const which = and(eq(invoiceFiles.documentId, scope.documentId), eq(invoiceFiles.fileId, fileId));
  const found = await inTenant(scope, (tx) =>
    tx.select({ id: invoiceFiles.fileId }).from(invoiceFiles).where(which),
  );
  return found.length > 0 ? readFileOf(scope, fileId) : refuse("not-found");
}

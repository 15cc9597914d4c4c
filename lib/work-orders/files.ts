import { and, eq, isNull, or, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { contractorInvoices, workOrderPhotos } from "@/db/schema/work-orders";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { type Outcome, refuse } from "@/lib/outcome";
import { readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";

/** A file of the contractor's own job: the office's photos, and what they sent themselves. Any other id is "not-found". */
export async function readJobFile(scope: ContractorScope, id: string): Promise<Outcome<StoredFile>> {
  if (!isUuid(id)) return refuse("not-found");
  const { workOrderId, contactId } = scope.actor;
  const mine = await inTenant(scope, async (tx) => {
    const photo = tx
      .select({ id: workOrderPhotos.fileId })
      .from(workOrderPhotos)
      .where(
        and(
          eq(workOrderPhotos.fileId, id),
          eq(workOrderPhotos.workOrderId, workOrderId),
          or(isNull(workOrderPhotos.contactId), eq(workOrderPhotos.contactId, contactId)),
        ),
      );
    const invoice = tx
      .select({ id: contractorInvoices.fileId })
      .from(contractorInvoices)
      .where(
        and(
          eq(contractorInvoices.fileId, id),
          eq(contractorInvoices.workOrderId, workOrderId),
          eq(contractorInvoices.contractorId, contactId),
        ),
      );
    const rows = await tx.execute(sql`select 1 where exists (${photo}) or exists (${invoice})`);
    return rows.length > 0;
  });
  return mine ? readFileOf(scope, id) : refuse("not-found");
}

/** A file of any order of this business. */
export async function readOfficeFile(scope: StaffScope, id: string): Promise<Outcome<StoredFile>> {
  return isUuid(id) ? readFileOf(scope, id) : refuse("not-found");
}

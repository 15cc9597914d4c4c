import { and, count, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { reportPhotos } from "@/db/schema/reports";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument, StaffScope } from "@/lib/auth/scope";
import { countChange, lockDocument, sentAlready, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { holdFiles, leaveFiles, readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { lockStaged, stagePhoto } from "@/lib/work-orders/photos";

/** What one report may show. */
const mostPhotos = 12;

/**
 * Puts a photo into a draft; what is being typed beside it stays as it is. Refuses what is no photo, a report that was
 * sent, and more photos than a report may have.
 */
export async function addPhoto(
  scope: StaffScope,
  { documentId, file, caption }: { documentId: string; file: File; caption: string },
): Promise<Outcome<null>> {
  const staged = await stagePhoto(scope, file);
  if (!staged.ok) return staged;
  const { id: fileId } = staged.value;
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, documentId, "service-report");
    if (!locked.ok) return locked;
    if (locked.value.sentAt) return refuse("not-allowed-now", { sentence: sentAlready });
    const [there] = await tx
      .select({ photos: count() })
      .from(reportPhotos)
      .where(eq(reportPhotos.documentId, documentId));
    if ((there?.photos ?? 0) >= mostPhotos) return refuse("not-allowed-now", { sentence: enough });
    const kept = await lockStaged(tx, scope, [fileId]);
    if (!kept.ok) return kept;
    await holdFiles(tx, [fileId]);
    const last = sql<number>`(select coalesce(max(p.place) + 1, 0) from report_photos p where p.document_id = ${documentId})`;
    await tx.insert(reportPhotos).values({ documentId, fileId, caption, place: last });
    await countChange(tx, documentId);
    await tellEdit(tx, scope, locked.value, "photos");
    return done(null);
  });
}

const enough = `A report shows ${mostPhotos} photos at the most. Take one out, and add this one then.`;

export async function writeCaptions(
  tx: Tx,
  documentId: string,
  captions: { id: string; caption: string }[],
): Promise<void> {
  for (const { id, caption } of captions) {
    const which = and(eq(reportPhotos.id, id), eq(reportPhotos.documentId, documentId));
    await tx.update(reportPhotos).set({ caption }).where(which);
  }
}

/** Takes a photo out of a draft. Its file is swept later, unless another report shows it too. */
export async function dropPhoto(
  tx: Tx,
  { actor }: StaffScope,
  { documentId, id }: { documentId: string; id: string },
): Promise<void> {
  const [dropped] = await tx
    .delete(reportPhotos)
    .where(and(eq(reportPhotos.id, id), eq(reportPhotos.documentId, documentId)))
    .returning({ fileId: reportPhotos.fileId });
  if (!dropped) return;
  const isShown = sql`exists (select 1 from report_photos p where p.file_id = ${dropped.fileId})`;
  await leaveFiles(tx, [dropped.fileId], { isShown, leftBy: actor.memberId });
}

/** A photo of this one report, while it is not withdrawn. Any other id is "not-found". */
export async function readReportPhoto(
  scope: AtDocument<DocumentScope>,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  if (!isUuid(fileId)) return refuse("not-found");
  const found = await inTenant(scope, (tx) =>
    tx
      .select({ id: reportPhotos.id })
      .from(reportPhotos)
      .innerJoin(documents, eq(documents.id, reportPhotos.documentId))
      .where(
        and(
          eq(reportPhotos.fileId, fileId),
          eq(reportPhotos.documentId, scope.documentId),
          sql`${documents.closedAt} is null`,
        ),
      ),
  );
  return found.length > 0 ? readFileOf(scope, fileId) : refuse("not-found");
}

import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { workOrderPhotos } from "@/db/schema/work-orders";
import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptPhoto } from "@/lib/storage/accept";
import { dropStaged, holdFiles, keepStaged } from "@/lib/storage/files";
import { takesFiles } from "./machine";
import { tappedAt } from "./move";
import { type jobPhotos, mostPhotos } from "./sent";
import { lockJob, tell, type WorkOrder, write } from "./work-order";

/**
 * Puts what a contractor photographed on their job, all or none, as one happening; a photo that is sent again is the one
 * that is there. Refuses what is no photo, a job that is not under way yet, and more than a job can hold.
 */
export async function addJobPhotos(
  scope: ContractorScope,
  sent: z.output<typeof jobPhotos>,
): Promise<Outcome<{ photos: { id: string }[] }>> {
  const staged = await stageAll(scope, sent.photos);
  if (!staged.ok) return staged;
  const sentAt = sent.at ? new Date(sent.at) : undefined;
  const added = await inTenant(scope, (tx) => addStaged(tx, scope, staged.value, sentAt));
  await dropStaged(scope, staged.value);
  return added;
}

async function addStaged(
  tx: Tx,
  scope: ContractorScope,
  ids: string[],
  sentAt: Date | undefined,
): Promise<Outcome<{ photos: { id: string }[] }>> {
  const { linkId, contactId } = scope.actor;
  const locked = await lockJob(tx, scope);
  if (!locked.ok) return locked;
  const order = locked.value;
  if (!takesFiles(order.status)) return refuse("not-allowed-now", { status: order.status });
  const photos = await sentBefore(tx, order, contactId, ids);
  const fresh = ids.filter((id) => photos.some((photo) => photo.id === id));
  if (fresh.length === 0) return done({ photos });
  if ((await countSent(tx, order, contactId)) + fresh.length > mostPhotos.ofJob)
    return refuse("invalid", { sentence: full });
  await hang(tx, order, fresh, contactId);
  const changed = await write(tx, order, {});
  const at = tappedAt(sentAt, order, new Date());
  const detail = { count: fresh.length, at: at.toISOString() };
  await tell(tx, scope, changed, { kind: "work-order.photo-added", detail, linkId });
  return done({ photos });
}

const full = `A job can hold ${mostPhotos.ofJob} photos from you, and this one does. Send the office a question if they need another.`;

/** Takes in pictures; one that is none, can't be read, or has no room refuses them all. */
async function stageAll(scope: ContractorScope, photos: File[]): Promise<Outcome<string[]>> {
  const ids: string[] = [];
  for (const photo of photos) {
    const staged = await keepStaged(scope, photo, scope.actor.linkId, acceptPhoto);
    if (!staged.ok) {
      await dropStaged(scope, ids);
      return staged;
    }
    ids.push(staged.value.id);
  }
  return done(ids);
}

/** The photos that were sent, in their order: one that hangs on this job already stands for the same picture sent again. */
async function sentBefore(tx: Tx, order: WorkOrder, contactId: string, fileIds: string[]) {
  const known = sql<string | null>`(select p.file_id from work_order_photos p join files k on k.id = p.file_id
    where p.work_order_id = ${order.id} and p.contact_id = ${contactId} and k.sha256 = files.sha256 limit 1)`;
  const kept = await tx.select({ id: files.id, known }).from(files).where(inArray(files.id, fileIds));
  const hanging = new Map(kept.map((photo) => [photo.id, photo.known]));
  return fileIds.map((id) => ({ id: hanging.get(id) ?? id }));
}

async function hang(tx: Tx, order: WorkOrder, fileIds: string[], contactId: string) {
  await holdFiles(tx, fileIds);
  await tx
    .insert(workOrderPhotos)
    .values(fileIds.map((fileId) => ({ workOrderId: order.id, fileId, contactId })));
}

async function countSent(tx: Tx, order: WorkOrder, contactId: string): Promise<number> {
  const [sent] = await tx
    .select({ photos: count() })
    .from(workOrderPhotos)
    .where(and(eq(workOrderPhotos.workOrderId, order.id), eq(workOrderPhotos.contactId, contactId)));
  return sent?.photos ?? 0;
}

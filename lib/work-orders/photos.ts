import { and, eq, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { workOrderPhotos } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptPhoto } from "@/lib/storage/accept";
import { holdFiles, keepStaged } from "@/lib/storage/files";
import type { StagedFile } from "./views";
import { lock, tell, type WorkOrder, write } from "./work-order";

/** Takes in a photo that a member sends ahead of an order's form. Refuses what is no picture, and too many that wait. */
export function stagePhoto(scope: StaffScope, file: File): Promise<Outcome<StagedFile>> {
  return keepStaged(scope, file, scope.actor.memberId, acceptPhoto);
}

/** Locks the photos that this member sent ahead, so that one form alone takes them. Refuses when one is not there any more. */
export async function lockStaged(tx: Tx, scope: StaffScope, ids: string[]): Promise<Outcome<null>> {
  if (ids.length === 0) return done(null);
  const found = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.stagedBy, scope.actor.memberId)))
    .for("update");
  const sentence = "A photo isn’t there any more. Remove the photos, choose them again and save.";
  return found.length === new Set(ids).size ? done(null) : refuse("not-found", { field: "photos", sentence });
}

/** Puts photos that were sent ahead on an order, for everyone who sees it. The caller has locked both. */
export async function putPhotos(tx: Tx, scope: StaffScope, order: WorkOrder, ids: string[]): Promise<void> {
  const put = [...new Set(ids)].map((fileId) => ({ workOrderId: order.id, fileId }));
  if (put.length === 0) return;
  await holdFiles(tx, ids);
  await tx.insert(workOrderPhotos).values(put);
  await tell(tx, scope, order, { kind: "work-order.photo-added", detail: { count: put.length } });
}

/** One photo for an order that is written already, as a form sends it without script. */
export async function addPhoto(
  scope: StaffScope,
  { orderId, file }: { orderId: string; file: File },
): Promise<Outcome<WorkOrder>> {
  const staged = await stagePhoto(scope, file);
  if (!staged.ok) return staged;
  return inTenant(scope, async (tx) => {
    const locked = await lock(tx, orderId);
    if (!locked.ok) return locked;
    const changed = await write(tx, locked.value, {});
    await putPhotos(tx, scope, changed, [staged.value.id]);
    return done(changed);
  });
}

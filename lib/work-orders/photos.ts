import { inTenant } from "@/db/client";
import { workOrderPhotos } from "@/db/schema/work-orders";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { done, type Outcome } from "@/lib/outcome";
import type { Accepted } from "@/lib/storage/accept";
import { keepFile } from "@/lib/storage/files";
import { lock, tell, write } from "./work-order";

/** Puts a picture on an order, for everyone who sees it. Refuses an order of another business. */
export async function addPhoto(
  scope: StaffScope | ContractorScope,
  orderId: string,
  photo: Accepted,
): Promise<Outcome<{ id: string }>> {
  const file = await keepFile(scope, photo, null);
  return inTenant(scope, async (tx) => {
    const locked = await lock(tx, orderId);
    if (!locked.ok) return locked;
    const fromContractor = scope.actor.kind === "contractor";
    await tx.insert(workOrderPhotos).values({ workOrderId: orderId, fileId: file.id, fromContractor });
    const changed = await write(tx, locked.value, {});
    await tell(tx, scope, changed, { kind: "work-order.photo-added", detail: { fileId: file.id } });
    return done(file);
  });
}

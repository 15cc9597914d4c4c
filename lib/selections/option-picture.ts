import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { selectionOptions } from "@/db/schema/selections";
import type { StaffScope } from "@/lib/auth/scope";
import { lockDocument, sentAlready, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { holdFiles } from "@/lib/storage/files";
import { acceptPicture, leavePictures } from "./pictures";
import { readItems } from "./sheet";

/**
 * Puts a picture on an option of a draft, in place of the one before; the words that are being typed beside it stay as they
 * are. Refuses what is no photo, an option of another sheet, and a sheet that was sent.
 */
export async function putOptionPicture(
  scope: StaffScope,
  { documentId: id, option, file }: { documentId: string; option: string; file: File },
): Promise<Outcome<null>> {
  const kept = await acceptPicture(scope, file, scope.actor.memberId);
  if (!kept.ok) return kept;
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "selections");
    if (!locked.ok) return locked;
    if (locked.value.sentAt) return refuse("not-allowed-now", { sentence: sentAlready });
    const options = (await readItems(tx, locked.value)).flatMap((item) => item.options);
    const before = options.find((each) => each.id === option);
    if (!before) return refuse("not-found");
    await tx.update(selectionOptions).set({ fileId: kept.value.id }).where(eq(selectionOptions.id, option));
    await holdFiles(tx, [kept.value.id]);
    await leavePictures(tx, [before]);
    await tellEdit(tx, scope, locked.value, "pictures");
    return done(null);
  });
}

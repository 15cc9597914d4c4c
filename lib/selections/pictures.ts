import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionChoices, selectionItems, selectionOptions } from "@/db/schema/selections";
import { files } from "@/db/schema/storage";
import { GoTo } from "@/lib/auth/form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument, Scope } from "@/lib/auth/scope";
import { tell } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptPhoto } from "@/lib/storage/accept";
import { holdFiles, keepStaged, leaveFiles, readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { itemHref, lockItem, writeOwn } from "./choose";

/**
 * Takes in a picture ahead of what it belongs to; one that comes to belong to nothing is swept after a day. Refuses what is
 * no photo, and more than may wait.
 */
export const acceptPicture = (scope: Scope, file: File, stagedBy: string): Promise<Outcome<{ id: string }>> =>
  keepStaged(scope, file, stagedBy, acceptPhoto);

/** Lets go of pictures that options had: those that no option shows any more, of this sheet or of a copy, are swept. */
export async function leavePictures(tx: Tx, of: { fileId: string | null }[]): Promise<void> {
  const isShown = sql`exists (select 1 from ${selectionOptions} where ${selectionOptions.fileId} = ${files.id})`;
  await leaveFiles(
    tx,
    of.flatMap(({ fileId }) => fileId ?? []),
    { isShown },
  );
}

/**
 * Puts a photo of their own beside what somebody chose, in place of the one before. Refuses as `acceptPicture` does, an item
 * of another sheet, and one that is with the office.
 */
export async function addOwnPhoto(
  scope: AtDocument,
  { item: id, file }: { item: string; file: File },
): Promise<Outcome<GoTo>> {
  const open = await inTenant(scope, (tx) => lockItem(tx, scope, id));
  if (!open.ok) return open;
  const kept = await acceptPicture(scope, file, scope.actor.contactId);
  return kept.ok ? putOwnPhoto(scope, id, kept.value.id) : kept;
}

/** Takes somebody's own photo away again. Refuses as above. */
export const dropOwnPhoto = (scope: AtDocument, { item }: { item: string }): Promise<Outcome<GoTo>> =>
  putOwnPhoto(scope, item, null);

async function putOwnPhoto(scope: AtDocument, id: string, fileId: string | null): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockItem(tx, scope, id);
    if (!locked.ok) return locked;
    const { document, item } = locked.value;
    await writeOwn(tx, scope, item, { fileId });
    if (fileId) {
      await holdFiles(tx, [fileId]);
      const detail = { item: item.name };
      await tell(tx, scope, { kind: "selections.chosen", document, detail });
    }
    return done(new GoTo(itemHref(scope.documentId, id)));
  });
}

/** A picture of this one sheet: of an option, or one of its people's own. Any other id is "not-found". */
export async function readSheetFile(
  scope: AtDocument<DocumentScope>,
  id: string,
): Promise<Outcome<StoredFile>> {
  if (!isUuid(id)) return refuse("not-found");
  const found = await inTenant(scope, (tx) => {
    const ofSheet = eq(selectionItems.documentId, scope.documentId);
    const option = tx
      .select({ id: selectionOptions.id })
      .from(selectionOptions)
      .innerJoin(selectionItems, eq(selectionItems.id, selectionOptions.itemId))
      .where(and(eq(selectionOptions.fileId, id), ofSheet));
    const own = tx
      .select({ id: selectionChoices.itemId })
      .from(selectionChoices)
      .innerJoin(selectionItems, eq(selectionItems.id, selectionChoices.itemId))
      .where(and(eq(selectionChoices.fileId, id), ofSheet));
    return tx.execute(sql`select 1 where exists (${option}) or exists (${own})`);
  });
  return found.length > 0 ? readFileOf(scope, id) : refuse("not-found");
}

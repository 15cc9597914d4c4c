import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import type { Document } from "@/lib/documents/trunk";
import { type Item, readItems, verdictOn } from "./sheet";

/** The first day by which something is still asked for: what nobody decided, what the two differ about, what was given back. */
const firstDue = (items: Item[]): string | undefined =>
  items
    .flatMap((item) => (isAsked(item) && item.dueOn ? [item.dueOn] : []))
    .sort()
    .at(0);

const isAsked = (item: Item): boolean =>
  item.state === "pending" && (item.returned !== null || verdictOn(item).state !== "decided");

/**
 * Keeps the day of a sheet in step with its items, in the transaction that changed them; `before` are the items as they
 * were. Where the first of their days became another, it is the sheet’s, be there one that the office set; and where none
 * of them is left, the last one stays until the sheet is sent in.
 */
export async function keepDue(tx: Tx, document: Document, before: Item[]): Promise<void> {
  const [was, is] = [firstDue(before), firstDue(await readItems(tx, document))];
  if (was === is || (is === undefined && document.sentAt)) return;
  await tx
    .update(documents)
    .set({ dueOn: is ?? null })
    .where(eq(documents.id, document.id));
}

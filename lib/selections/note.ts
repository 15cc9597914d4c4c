import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { type Document, tell } from "@/lib/documents/trunk";
import type { Item } from "./sheet";

type Note = { item: Item; note: string };

/**
 * Tells of what somebody says about an item, and writes it to the member who looks after the sheet: one letter an item in
 * ten minutes, after which the sheet itself shows the newest words.
 */
export async function tellNote(
  tx: Tx,
  scope: AtDocument,
  document: Document,
  { item, note }: Note,
): Promise<void> {
  const isWritten = await wasWritten(tx, document, item);
  const detail = { item: item.name, words: note };
  await tell(tx, scope, { kind: "selections.chosen", document, detail });
  const words = `${item.name}: ${note}`;
  if (!isWritten) await tellOffice(tx, scope, document, { did: "left a note on", words });
}

/** Whether a note on the item went to the office in the last ten minutes. */
async function wasWritten(tx: Tx, { id }: Document, { name }: Item): Promise<boolean> {
  const isNote = sql`${events.detail} ->> 'item' = ${name} and ${events.detail} ? 'words'`;
  const isNew = sql`${events.at} > now() - interval '10 minutes'`;
  const [last] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.documentId, id), eq(events.kind, "selections.chosen"), isNote, isNew))
    .limit(1);
  return last !== undefined;
}

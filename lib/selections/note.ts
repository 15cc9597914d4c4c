import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { type Document, tell } from "@/lib/documents/trunk";
import { done, type Outcome } from "@/lib/outcome";
import { itemHref, lockItem, writeOwn } from "./choose";
import type { Item } from "./sheet";

/**
 * Keeps what somebody says about an item, and writes it to the member who looks after the sheet: once where it is the same
 * again, and one letter an item in ten minutes, after which the sheet itself shows the newest words.
 * An empty note takes theirs away. Refuses an item of another sheet, and one that is with the office.
 */
export async function leaveNote(
  scope: AtDocument,
  { item: id, note }: { item: string; note: string },
): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockItem(tx, scope, id);
    if (!locked.ok) return locked;
    const { document, item } = locked.value;
    const before = item.choices.find(({ person }) => person === scope.actor.person)?.note ?? "";
    if (note !== before) await writeOwn(tx, scope, item, { note });
    if (note && note !== before) {
      const isWritten = await wasWritten(tx, document, item);
      const detail = { item: item.name, words: note };
      await tell(tx, scope, { kind: "selections.chosen", document, detail });
      const words = `${item.name}: ${note}`;
      if (!isWritten) await tellOffice(tx, scope, document, { did: "left a note on", words });
    }
    return done(new GoTo(itemHref(scope.documentId, id)));
  });
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

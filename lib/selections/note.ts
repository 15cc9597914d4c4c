import { inTenant } from "@/db/client";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { lockForClient, tell } from "@/lib/documents/trunk";
import { done, type Outcome } from "@/lib/outcome";
import { itemHref, openItem, writeOwn } from "./choose";

/**
 * Keeps what somebody says about an item, and writes it to the member who looks after the sheet; the same again is told once.
 * An empty note takes theirs away. Refuses an item of another sheet, and one that is with the office.
 */
export async function leaveNote(
  scope: AtDocument,
  { item: id, note }: { item: string; note: string },
): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const found = await openItem(tx, locked.value, id);
    if (!found.ok) return found;
    const item = found.value;
    const before = item.choices.find(({ person }) => person === scope.actor.person)?.note ?? "";
    if (note !== before) await writeOwn(tx, scope, item, { note });
    if (note && note !== before) {
      const detail = { item: item.name, words: note };
      await tell(tx, scope, { kind: "selections.chosen", document: locked.value, detail });
      const words = `${item.name}: ${note}`;
      await tellOffice(tx, scope, locked.value, { did: "left a note on", words });
    }
    return done(new GoTo(itemHref(scope.documentId, id)));
  });
}

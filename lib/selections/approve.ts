import { inArray, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems } from "@/db/schema/selections";
import type { StaffScope } from "@/lib/auth/scope";
import { tellByLink } from "@/lib/documents/tell-by-link";
import { answered, lockDocument, officeDid, tell, unanswered } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { choiceWords, type Item, readItems } from "./sheet";
import { type Picked, skip } from "./total";

/** Who was told of what the office did, by name; null while there is more to approve. */
export type Told = { told: string[] | null };

type Seen = { item: string; pick: Picked };

/**
 * Approves what was sent in, as somebody saw it; with the last item the sheet is settled, and its people are told. Approving
 * twice is approving once. Refuses an item of another sheet, and as stale what was given back or chosen anew meanwhile:
 * then nothing is approved.
 */
export async function approveItems(
  scope: StaffScope,
  { id, seen }: { id: string; seen: Seen[] },
): Promise<Outcome<Told>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "selections");
    if (!locked.ok) return locked;
    const items = await readItems(tx, locked.value);
    const meant = seen.map(({ item, pick }) => ({ item: items.find((each) => each.id === item), pick }));
    if (meant.some(({ item }) => !item)) return refuse("not-found");
    if (meant.some(({ item, pick }) => item && sentInOf(item) !== pick)) return refuse("stale");
    const now = meant.flatMap(({ item }) => (item && isWaiting(item) ? [item] : []));
    if (now.length === 0) return done({ told: null });
    await set(tx, now, { state: "approved" });
    for (const item of now) {
      const detail = { choice: choiceWords(item, item.optionId ?? skip) };
      await tell(tx, scope, { kind: "selections.approved", document: locked.value, detail });
    }
    const left = items.filter((item) => !now.includes(item));
    if (left.some(isWaiting)) return done({ told: null });
    await officeDid(tx, id, "choices");
    if (left.some(({ state }) => state === "pending")) return done({ told: null });
    await answered(tx, id, "approved");
    return done({ told: await tellByLink(tx, scope, locked.value, { occasion: "approved" }) });
  });
}

/** What was sent in for an item; nothing while it is with the client. */
const sentInOf = ({ state, optionId }: Item): Picked | null =>
  state === "pending" ? null : (optionId ?? skip);

const isWaiting = ({ state }: Item) => state === "selected" || state === "skipped";

/**
 * Gives one item back to be chosen anew, or everything that waits for approval, with the reason in the office's words. What
 * the two had chosen stays with them to begin from. Refuses where there is nothing to give back.
 */
export async function returnItems(
  scope: StaffScope,
  { id, item: one, words }: { id: string; item?: string | undefined; words: string },
): Promise<Outcome<Told>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "selections");
    if (!locked.ok) return locked;
    const items = await readItems(tx, locked.value);
    if (one && !items.some((item) => item.id === one)) return refuse("not-found");
    const back = items.filter((item) =>
      one ? item.id === one && item.state !== "pending" : isWaiting(item),
    );
    if (back.length === 0) return refuse("not-allowed-now", { sentence: nothingToReturn });
    await set(tx, back, { state: "pending", optionId: null, returned: words });
    await unanswered(tx, id);
    if (!items.some((item) => isWaiting(item) && !back.includes(item))) await officeDid(tx, id, "choices");
    const which = back.length < items.length ? `${back.map(({ name }) => name).join(", ")}: ` : "";
    const says = { words: `${which}${words}`, by: scope.actor.name };
    const detail = { words: says.words };
    await tell(tx, scope, { kind: "selections.returned", document: locked.value, detail });
    return done({ told: await tellByLink(tx, scope, locked.value, { occasion: "returned", says }) });
  });
}

const nothingToReturn = "There is nothing to give back: it is with the client already.";

const set = (tx: Tx, items: Item[], values: Partial<typeof selectionItems.$inferInsert>) =>
  tx
    .update(selectionItems)
    .set({ ...values, decidedAt: sql`now()` })
    .where(
      inArray(
        selectionItems.id,
        items.map(({ id }) => id),
      ),
    );

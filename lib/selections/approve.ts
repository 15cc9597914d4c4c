import { inArray, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems } from "@/db/schema/selections";
import type { StaffScope } from "@/lib/auth/scope";
import { type Did, keepUntold, type Said, tellByLink } from "@/lib/documents/tell-by-link";
import { answered, lockDocument, officeDid, tell, unanswered } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { keepDue } from "./due";
import { choiceWords, type Item, readItems } from "./sheet";
import { type Picked, skip } from "./total";

type Seen = { item: string; pick: Picked };
type Approving = { id: string; seen: Seen[] };

/**
 * Approves what was sent in, as somebody saw it; with the last item the sheet is settled, and its people are told. Approving
 * twice is approving once. Refuses an item of another sheet, and as stale what was given back or chosen anew meanwhile:
 * then nothing is approved.
 */
export const approveItems = async (scope: StaffScope, approving: Approving): Promise<Outcome<Said>> =>
  keepUntold(scope, await inTenant(scope, (tx) => approve(tx, scope, approving)), "Approved");

async function approve(tx: Tx, scope: StaffScope, { id, seen }: Approving): Promise<Outcome<Did>> {
  const locked = await lockDocument(tx, id, "selections");
  if (!locked.ok) return locked;
  const document = locked.value;
  const quietly = done({ document, told: [], untold: [] });
  const items = await readItems(tx, document);
  const meant = seen.map(({ item, pick }) => ({ item: items.find((each) => each.id === item), pick }));
  if (meant.some(({ item }) => !item)) return refuse("not-found");
  if (meant.some(({ item, pick }) => item && sentInOf(item) !== pick)) return refuse("stale");
  const now = meant.flatMap(({ item }) => (item && isWaiting(item) ? [item] : []));
  if (now.length === 0) return quietly;
  await set(tx, now, { state: "approved" });
  for (const item of now) {
    const detail = { choice: choiceWords(item, item.optionId ?? skip) };
    await tell(tx, scope, { kind: "selections.approved", document, detail });
  }
  const left = items.filter((item) => !now.includes(item));
  if (left.some(isWaiting)) return quietly;
  await officeDid(tx, id, "choices");
  if (left.some(({ state }) => state === "pending")) return quietly;
  await answered(tx, id, "approved");
  return done({ document, ...(await tellByLink(tx, scope, document, { occasion: "approved" })) });
}

/** What was sent in for an item; nothing while it is with the client. */
const sentInOf = ({ state, optionId }: Item): Picked | null =>
  state === "pending" ? null : (optionId ?? skip);

const isWaiting = ({ state }: Item) => state === "selected" || state === "skipped";

/**
 * Gives one item back to be chosen anew, or everything that waits for approval, with the reason in the office's words. What
 * the two had chosen stays with them to begin from. Refuses where there is nothing to give back.
 */
export const returnItems = async (scope: StaffScope, returning: Returning): Promise<Outcome<Said>> =>
  keepUntold(scope, await inTenant(scope, (tx) => giveBack(tx, scope, returning)), "Given back");

type Returning = { id: string; item?: string | undefined; words: string };

async function giveBack(
  tx: Tx,
  scope: StaffScope,
  { id, item: one, words }: Returning,
): Promise<Outcome<Did>> {
  const locked = await lockDocument(tx, id, "selections");
  if (!locked.ok) return locked;
  const document = locked.value;
  const items = await readItems(tx, document);
  if (one && !items.some((item) => item.id === one)) return refuse("not-found");
  const back = items.filter((item) => (one ? item.id === one && item.state !== "pending" : isWaiting(item)));
  if (back.length === 0) return refuse("not-allowed-now", { sentence: nothingToReturn });
  await set(tx, back, { state: "pending", optionId: null, returned: words });
  await unanswered(tx, id);
  await keepDue(tx, document, items);
  if (!items.some((item) => isWaiting(item) && !back.includes(item))) await officeDid(tx, id, "choices");
  const which = back.length < items.length ? `${back.map(({ name }) => name).join(", ")}: ` : "";
  const says = { words: `${which}${words}`, by: scope.actor.name };
  const detail = { words: says.words };
  await tell(tx, scope, { kind: "selections.returned", document, detail });
  return done({ document, ...(await tellByLink(tx, scope, document, { occasion: "returned", says })) });
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

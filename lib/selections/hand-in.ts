import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems } from "@/db/schema/selections";
import { tenants } from "@/db/schema/tenants";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { answered, type Document, lockForClient, tell, waitForOffice } from "@/lib/documents/trunk";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { type Chosen, keepOwn, newNote } from "./choose";
import { choiceWords, type Item, readItems, verdictOn, whoSentIn } from "./sheet";
import { moneyWords, type Picked, skip, totalOf } from "./total";

type Decision = { item: string; pick: Picked };

/** What the form that sends a sheet in chose and noted last, and what its page showed as decided. */
type Sending = Partial<Chosen> & { seen: Decision[] };

/**
 * Sends a sheet in, for both of its people, with what the form that sends it says of its item. Sending it twice is sending it once.
 * Refuses an empty one, one with an item that is open or about which the two differ, and what is not what the page showed.
 */
export async function handIn(scope: AtDocument, last: Sending): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const document = locked.value;
    if (document.answeredAt) return again(tx, scope, document, last);
    const { item, choice, note, noted } = last;
    if (item && (choice || note !== undefined)) {
      const kept = await keepOwn(tx, scope, document, { item, choice, note, noted });
      if (!kept.ok) return kept;
    }
    const items = await readItems(tx, document);
    const pending = items.filter(({ state }) => state === "pending");
    if (items.length === 0) return refuse("not-allowed-now", { sentence: nothingToSend });
    const decided = pending.flatMap((each) => decisionOn(each));
    if (decided.length < pending.length) return notYet(pending);
    const isSeen = isAsSeen(decided, last);
    if (!isSeen) return refuse("stale", { sentence: await changedTo(tx, items) });
    for (const each of decided) await take(tx, each);
    await answered(tx, document.id, "chosen");
    await waitForOffice(tx, document.id, "choices");
    await tell(tx, scope, { kind: "selections.handed-in", document });
    await tellOffice(tx, scope, document, { did: "sent in" });
    return done(new GoTo(documentHref("selections", document.id)));
  });
}

const nothingToSend = "There is nothing to choose here yet, so nothing was sent.";

/** Whoever sent the same a moment ago has done it; a choice or a note that came too late is not dropped in silence. */
async function again(tx: Tx, scope: AtDocument, document: Document, last: Sending): Promise<Outcome<GoTo>> {
  const item = (await readItems(tx, document)).find((each) => each.id === last.item);
  const [sent] = item ? decisionOn(item) : [];
  const isOther = sent && last.choice !== undefined && last.choice !== sent.pick;
  const isNoted = item && newNote(item, scope, last) !== undefined;
  if (!item || !sent || !(isOther || isNoted)) {
    return done(new GoTo(documentHref("selections", document.id)));
  }
  const by = (await whoSentIn(tx, document.id)) ?? "Somebody";
  const late = isOther ? "last choice" : "note";
  const sentence = `${by} sent this in a moment ago, with “${choiceWords(item, sent.pick)}”. Your ${late} came after it and was not taken; to change it, ask for it to be given back.`;
  return refuse("not-allowed-now", { sentence });
}

/** Whether what would be sent is what the page showed; what its form chose itself needs no proof. */
function isAsSeen(decided: Decision[], { seen, item, choice }: Sending): boolean {
  const shown = new Map(seen.map((each) => [each.item, each.pick]));
  if (item && choice) shown.set(item, choice);
  return decided.every((each) => shown.get(each.item) === each.pick);
}

async function changedTo(tx: Tx, items: Item[]): Promise<string> {
  const [tenant] = await tx.select({ currency: tenants.currency, locale: tenants.locale }).from(tenants);
  if (!tenant) throw new Error("A sheet’s business is gone.");
  const { withChoicesCents } = totalOf(items.map((item) => ({ ...item, verdict: verdictOn(item) })));
  return `A choice changed since this page was opened, so nothing was sent. With your choices it comes to ${moneyWords(withChoicesCents, tenant)} now. Look at it once more, then send.`;
}

function decisionOn(item: Item): Decision[] {
  const verdict = verdictOn(item);
  return verdict.state === "decided" ? [{ item: item.id, pick: verdict.pick }] : [];
}

function notYet(pending: Item[]): Refusal {
  const named = (state: "open" | "differ") =>
    pending.flatMap((item) => (verdictOn(item).state === state ? [item.name] : [])).join(", ");
  const [differ, open] = [named("differ"), named("open")];
  const sentence = differ
    ? `The two of you chose differently: ${differ}. Agree on one, then send.`
    : `Still open: ${open}. Choose one, or say “Not for us”, then send.`;
  return refuse("not-allowed-now", { sentence });
}

async function take(tx: Tx, { item, pick }: Decision): Promise<void> {
  const what =
    pick === skip
      ? { state: "skipped" as const, optionId: null }
      : { state: "selected" as const, optionId: pick };
  await tx
    .update(selectionItems)
    .set({ ...what, returned: null, decidedAt: sql`now()` })
    .where(and(eq(selectionItems.id, item), eq(selectionItems.state, "pending")));
}

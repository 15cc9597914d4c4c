import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems } from "@/db/schema/selections";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { answered, lockForClient, tell, waitForOffice } from "@/lib/documents/trunk";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { type Chosen, keepChoice } from "./choose";
import { type Item, readItems, verdictOn } from "./sheet";
import { type Picked, skip } from "./total";

/**
 * Sends a sheet in, for both of its people, with what the form that sends it chose last. Sending it twice is sending it once.
 * Refuses while an item is open, and while the two differ about one.
 */
export async function handIn(scope: AtDocument, last: Partial<Chosen> = {}): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const document = locked.value;
    const { item, choice } = last;
    if (document.answeredAt) return done(new GoTo(documentHref("selections", document.id)));
    if (item && choice) {
      const kept = await keepChoice(tx, scope, document, { item, choice });
      if (!kept.ok) return kept;
    }
    const pending = (await readItems(tx, document)).filter(({ state }) => state === "pending");
    const decided = pending.flatMap((each) => decisionOn(each));
    if (decided.length < pending.length) return notYet(pending);
    for (const each of decided) await take(tx, each);
    await answered(tx, document.id, "chosen");
    await waitForOffice(tx, document.id, "choices");
    await tell(tx, scope, { kind: "selections.handed-in", document });
    await tellOffice(tx, scope, document, { did: "sent in" });
    return done(new GoTo(documentHref("selections", document.id)));
  });
}

type Decision = { id: string; pick: Picked };

function decisionOn(item: Item): Decision[] {
  const verdict = verdictOn(item);
  return verdict.state === "decided" ? [{ id: item.id, pick: verdict.pick }] : [];
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

async function take(tx: Tx, { id, pick }: Decision): Promise<void> {
  const what =
    pick === skip
      ? { state: "skipped" as const, optionId: null }
      : { state: "selected" as const, optionId: pick };
  await tx
    .update(selectionItems)
    .set({ ...what, returned: null, decidedAt: sql`now()` })
    .where(and(eq(selectionItems.id, id), eq(selectionItems.state, "pending")));
}

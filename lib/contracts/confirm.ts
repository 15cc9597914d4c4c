import { and, eq, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contractSignees, contracts } from "@/db/schema/contracts";
import { type AtDocument, type Scope, systemScope } from "@/lib/auth/scope";
import { tellClient } from "@/lib/documents/tell-client";
import { tellOffice } from "@/lib/documents/tell-office";
import { answered, type Document, officeDid, tell, waitForOffice } from "@/lib/documents/trunk";
import { enqueue } from "@/lib/jobs/queue";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isSignedBy, type Standing, standingOf } from "./contract";
import { sendToNext } from "./send";
import { type AtSigning, confirmOnce, lockToSign, unsigned } from "./sign";
import { hasSigned, isClientsSignee, whoseTurn } from "./turns";

/**
 * Confirms a signature: from now on it counts, and whoever comes next gets a link. When the last of them has confirmed, it
 * is the office’s turn. A second tap changes nothing. Refuses who has not signed this very text.
 */
export async function confirmSignature(
  scope: AtDocument,
  { sha256 }: { sha256: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const at = await lockToSign(tx, scope);
    if (!at.ok) return at;
    const confirmed = await confirmOnce(tx, at.value, sha256);
    if (!confirmed.ok) return confirmed;
    if (confirmed.value) await afterConfirming(tx, scope, at.value);
    return done(null);
  });
}

async function afterConfirming(tx: Tx, scope: AtDocument, before: AtSigning): Promise<void> {
  const { document } = before;
  await tell(tx, scope, { kind: "contract.confirmed", document });
  const after = await standingOf(tx, document.id);
  const { clients, office } = isSignedBy(after);
  if (clients && office) return completeContract(tx, scope, document);
  if (clients) {
    await answered(tx, document.id, "signed");
    await waitForOffice(tx, document.id, "countersign");
    return tellOffice(tx, scope, document, { did: "signed", words: "It waits for your signature." });
  }
  const known = new Set(whoseTurn(before.signees, before.contract.order).map(({ id }) => id));
  const next = whoseTurn(after.signees, after.contract.order).filter(({ id }) => !known.has(id));
  const unsent = await sendToNext(tx, document, next);
  if (unsent.length > 0) await waitForThem(tx, scope, document, unsent);
  else if (next.length > 0) await officeDid(tx, document.id, "undelivered");
  await tellOffice(tx, scope, document, { did: "signed", words: progressWords(after, unsent) });
}

/** Nobody signs on until they have a link, which the office alone can see to. */
async function waitForThem(tx: Tx, scope: Scope, document: Document, names: string[]): Promise<void> {
  const detail = { words: `No link could be sent to ${names.join(" and ")}` };
  await tell(tx, systemScope(scope.tenantId), { kind: "contract.unsent", document, detail });
  await waitForOffice(tx, document.id, "undelivered");
}

/** “1 of 2 have signed.”, and who could not be sent a link. */
function progressWords({ signees }: Standing, unsent: string[]): string {
  const all = signees.filter(isClientsSignee);
  const count = `${all.filter(hasSigned).length} of ${all.length} have signed.`;
  if (unsent.length === 0) return count;
  return `${count} No link could be sent to ${unsent.join(" and ")}: send it from the contract’s page.`;
}

/** Everybody has signed: the PDF is made, and sent to all, by a job of its own. Once, whoever comes second. */
export async function completeContract(tx: Tx, scope: Scope, document: Document): Promise<void> {
  const completed = await tx
    .update(contracts)
    .set({ completedAt: sql`now()` })
    .where(and(eq(contracts.documentId, document.id), isNull(contracts.completedAt)))
    .returning({ id: contracts.documentId });
  if (completed.length === 0) return;
  await answered(tx, document.id, "complete");
  await officeDid(tx, document.id, "countersign");
  await tell(tx, scope, { kind: "contract.completed", document });
  const job = { tenantId: scope.tenantId, documentId: document.id };
  await enqueue(tx, "finish-contract", job, `contract:${document.id}`);
}

/**
 * Declines to sign, and says why. Nobody signs from then on, until the office has changed the text; the office hears the
 * reason, and the others that it was declined. Refuses who has confirmed already. Declining twice is declining once.
 */
export async function declineContract(
  scope: AtDocument,
  { reason }: { reason: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const at = await lockToSign(tx, scope);
    if (!at.ok) return at;
    const { document, me } = at.value;
    const open = and(isNull(contractSignees.confirmedAt), isNull(contractSignees.declinedAt));
    const [declined] = await tx
      .update(contractSignees)
      .set({ ...unsigned, declinedAt: sql`now()`, declineReason: reason })
      .where(and(eq(contractSignees.id, me.id), open))
      .returning();
    if (!declined) return me.declinedAt ? done(null) : refuse("not-allowed-now", { sentence: tooLate });
    await answered(tx, document.id, "declined");
    await waitForOffice(tx, document.id, "declined");
    await tell(tx, scope, { kind: "contract.declined", document, detail: { words: reason } });
    await tellOffice(tx, scope, document, { did: "declined to sign", words: reason });
    await tellClient(tx, document, declinedNews(me.name), scope.actor);
    return done(null);
  });
}

const tooLate = "You’ve confirmed your signature already. Call the office if something is wrong.";

const declinedNews = (name: string) => ({
  heading: `${name} declined to sign`,
  words: "Nobody can sign it for now. If it is changed, you’ll get a new link.",
});

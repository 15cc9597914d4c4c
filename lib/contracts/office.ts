import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contractSignees } from "@/db/schema/contracts";
import { documents } from "@/db/schema/documents";
import { tenants } from "@/db/schema/tenants";
import type { Caller } from "@/lib/auth/caller-here";
import type { StaffScope } from "@/lib/auth/scope";
import { tellClient } from "@/lib/documents/tell-client";
import {
  countChange,
  type Document,
  leftToDo,
  lockDocument,
  officeDid,
  tell,
  unanswered,
} from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { completeContract } from "./confirm";
import { isSignedBy, type Standing, setContract, standingOf } from "./contract";
import { isOfText, unsigned } from "./sign";
import { decliner } from "./turns";

/** What the office does with a contract that was sent. */

type Countersigning = { id: string; sha256: string; name: string };

/**
 * Signs for the office, as the member who does it: before the clients or after them. With it the contract is complete, once
 * every client’s person has confirmed. A second tap, and a second member, change nothing. Refuses another text than the one
 * that was shown, and a contract that was declined.
 */
export async function countersign(
  scope: StaffScope,
  { id, sha256, name }: Countersigning,
  caller: Caller,
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const at = await lockSealed(tx, id);
    if (!at.ok) return at;
    const { document, standing } = at.value;
    if (isSignedBy(standing).office) return done(document);
    if (!isOfText(standing.contract, sha256)) return refuse("stale", { sentence: otherText });
    if (decliner(standing.signees)) return refuse("not-allowed-now", { sentence: wasDeclined });
    await tx.insert(contractSignees).values({
      documentId: id,
      memberId: scope.actor.memberId,
      name: scope.actor.name,
      place: 1000,
      signature: { kind: "typed", name },
      textSha256: standing.contract.sealedSha256,
      ...caller,
      signedAt: sql`now()`,
      confirmedAt: sql`now()`,
    });
    await officeDid(tx, id, "countersign");
    await tell(tx, scope, { kind: "contract.countersigned", document });
    if (isSignedBy(standing).clients) await completeContract(tx, scope, document);
    return done(document);
  });
}

const otherText = "The text has changed since you opened this page, so you haven’t signed. Look it over.";
const wasDeclined = "It was declined, so nobody signs it. Change the text, and send it again.";
const notSealed = "It hasn’t been sent in this form yet. Send it first.";
const isComplete = "Everybody has signed it, so it stays as it is. Write a new one.";

async function lockSealed(tx: Tx, id: string): Promise<Outcome<{ document: Document; standing: Standing }>> {
  const locked = await lockDocument(tx, id, "contract");
  if (!locked.ok) return locked;
  const standing = await standingOf(tx, id);
  if (!standing.contract.sealedText) return refuse("not-allowed-now", { sentence: notSealed });
  return done({ document: locked.value, standing });
}

/**
 * Takes a contract back to be changed: its seal and every signature are gone, everybody who was sent it is told, and it has
 * to be sent anew. Taking it back twice is taking it back once. Refuses one that everybody has signed.
 */
export async function reopenContract(scope: StaffScope, { id }: { id: string }): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "contract");
    if (!locked.ok) return locked;
    const document = locked.value;
    const { contract } = await standingOf(tx, id);
    if (!contract.sealedText) return done(document);
    if (contract.completedAt) return refuse("not-allowed-now", { sentence: isComplete });
    await setContract(tx, document, { sealedText: null, sealedSha256: null, sealedAt: null });
    await forgetSignatures(tx, id);
    await unanswered(tx, id);
    await officeDid(tx, id, "countersign");
    await officeDid(tx, id, "declined");
    await countChange(tx, id);
    await tell(tx, scope, { kind: "contract.reopened", document });
    const shop = await shopName(tx);
    await tellClient(tx, document, {
      heading: `${shop} is changing your contract`,
      words: "What was signed so far no longer counts. You’ll get a new link when it’s ready.",
    });
    return done(document);
  });
}

async function forgetSignatures(tx: Tx, id: string): Promise<void> {
  const ofIt = eq(contractSignees.documentId, id);
  await tx.delete(contractSignees).where(and(ofIt, isNotNull(contractSignees.memberId)));
  await tx
    .update(contractSignees)
    .set({ ...unsigned, declinedAt: null, declineReason: null })
    .where(ofIt);
}

async function shopName(tx: Tx): Promise<string> {
  const [tenant] = await tx.select({ name: tenants.name }).from(tenants);
  return tenant?.name ?? "";
}

/**
 * Makes a contract void, and tells everybody who was sent it why: nobody can open or sign it any more. Refuses one that
 * everybody has signed. Doing so twice is doing it once.
 */
export async function voidContract(
  scope: StaffScope,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "contract");
    if (!locked.ok) return (await isVoid(tx, id)) ? done(null) : locked;
    const { contract } = await standingOf(tx, id);
    if (contract.completedAt) return refuse("not-allowed-now", { sentence: isComplete });
    const [closed] = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: "void", ...leftToDo })
      .where(and(eq(documents.id, id), isNull(documents.closedAt)))
      .returning();
    if (!closed) return refuse("not-found");
    await tell(tx, scope, { kind: "document.closed", document: closed, detail: { words: reason } });
    await tellClient(tx, closed, { heading: "Your contract no longer applies", words: reason });
    return done(null);
  });
}

async function isVoid(tx: Tx, id: string): Promise<boolean> {
  const which = and(eq(documents.id, id), eq(documents.kind, "contract"), eq(documents.closedAs, "void"));
  return (await tx.select({ id: documents.id }).from(documents).where(which)).length > 0;
}

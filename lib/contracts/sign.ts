import { and, eq, gte, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import { contractSignees, type Signature } from "@/db/schema/contracts";
import { events } from "@/db/schema/events";
import type { Caller } from "@/lib/auth/caller-here";
import { whyNotAgree } from "@/lib/auth/own-link";
import type { AtDocument } from "@/lib/auth/scope";
import { type Document, lockForClient, tell } from "@/lib/documents/trunk";
import { plain } from "@/lib/events/record";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { type Contract, type Signee, type Standing, standingOf } from "./contract";
import { drawnSignature, type signatureForm, typedSignature } from "./sent";
import { decliner, stateOf } from "./turns";
import { namesAnother } from "./views";

/** The contract that somebody is about to act on, with its trunk locked, and their own place among those who sign. */
export type AtSigning = Standing & { document: Document; me: Signee };

/**
 * Finds whoever acts among those who sign a contract: each signs only as their own person. Refuses who doesn't sign it,
 * a browser whose link the office had in hand, and everybody for as long as its text is being changed, and once somebody
 * declined.
 */
export async function lockToSign(tx: Tx, scope: AtDocument): Promise<Outcome<AtSigning>> {
  const locked = await lockForClient(tx, scope);
  if (!locked.ok) return locked;
  const { contactId, person } = scope.actor;
  const standing = await standingOf(tx, scope.documentId);
  const me = standing.signees.find((each) => each.contactId === contactId && each.person === person);
  if (!me) return refuse("not-allowed", { sentence: notYours });
  const unproved = whyNotAgree(scope);
  if (unproved) return unproved;
  if (!standing.contract.sealedText) return notNow(beingChanged);
  if (me.name !== scope.actor.name) return notNow(namesAnother(me.name));
  const who = decliner(standing.signees);
  if (who && who.id !== me.id) return notNow(`${who.name} declined to sign, so nobody can for now.`);
  return done({ ...standing, document: locked.value, me });
}

const notYours = "You’re not one of those who sign this contract.";
const beingChanged = "This contract is being changed, so nothing was signed. You’ll get a new link.";
const otherText =
  "The text has changed since you opened this page, so you haven’t signed. Read it as it is now, and sign again.";
const tooEarly = "Others sign before you. You’ll get a link when it’s your turn.";
const declinedIt = "You declined to sign this contract.";
const notSigned = "You haven’t signed yet. Sign, and then confirm.";

const notNow = (sentence: string): Refusal => refuse("not-allowed-now", { sentence });

/** Whether a form was shown with the text that stands there now. */
export const isOfText = ({ sealedSha256 }: Contract, hash: string): boolean =>
  sealedSha256?.toString("hex") === hash;

/**
 * Signs a contract as the person whose link let them in; it counts once they confirm. A second tap gets the first one’s
 * answer. Refuses another text than the one that was shown, and somebody whose turn it is not.
 */
export async function signContract(
  scope: AtDocument,
  sent: z.output<typeof signatureForm>,
  caller: Caller,
): Promise<Outcome<Signee>> {
  const signature = signatureOf(sent, scope.actor.name);
  if (!signature.ok) return signature;
  return inTenant(scope, async (tx) => {
    const at = await lockToSign(tx, scope);
    if (!at.ok) return at;
    const { me, contract, signees } = at.value;
    if (!isOfText(contract, sent.sha256)) return refuse("stale", { sentence: otherText });
    const state = stateOf(me, signees, contract.order);
    if (state === "signed" || state === "confirmed") return done(me);
    if (state !== "next") return notNow(state === "declined" ? declinedIt : tooEarly);
    const [signed] = await tx
      .update(contractSignees)
      .set({
        signature: signature.value,
        textSha256: contract.sealedSha256,
        address: scope.actor.address,
        ...caller,
        signedAt: sql`now()`,
      })
      .where(and(eq(contractSignees.id, me.id), isNull(contractSignees.signedAt)))
      .returning();
    if (!signed) return done(me);
    await tellSigned(tx, scope, at.value);
    return done(signed);
  });
}

/** Writes down that somebody signed this text, and that they signed it anew: once each, however often they do. */
async function tellSigned(tx: Tx, scope: AtDocument, { document, contract }: AtSigning): Promise<void> {
  const { contactId, name } = scope.actor;
  const theirs = and(
    ...[eq(events.documentId, document.id), eq(events.kind, "contract.signed")],
    ...[eq(events.actorId, contactId), eq(events.actorName, plain(name))],
    gte(events.at, contract.sealedAt ?? new Date(0)),
  );
  const before = await tx.select({ id: events.id }).from(events).where(theirs).limit(2);
  if (before.length > 1) return;
  const again = before.length === 1 && { detail: { happened: "again" } };
  await tell(tx, scope, { kind: "contract.signed", document, ...again });
}

/** A drawn signature is its person’s; a typed one says their name as they typed it. */
function signatureOf(sent: z.output<typeof signatureForm>, person: string): Outcome<Signature> {
  const read =
    sent.kind === "drawn"
      ? drawnSignature.safeParse({ ...sent, name: person })
      : typedSignature.safeParse(sent);
  if (read.success) return done(read.data);
  const field = sent.kind === "drawn" ? "path" : "name";
  return refuse("invalid", { field, sentence: read.error.issues[0]?.message ?? "" });
}

/** Takes a signature back that was not confirmed yet, to be given anew. Where there is none, nothing happens. */
export async function signAgain(scope: AtDocument): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const at = await lockToSign(tx, scope);
    if (!at.ok) return at;
    const unconfirmed = and(eq(contractSignees.id, at.value.me.id), isNull(contractSignees.confirmedAt));
    await tx.update(contractSignees).set(unsigned).where(unconfirmed);
    return done(null);
  });
}

/** Of somebody who has not signed. */
export const unsigned = {
  signature: null,
  textSha256: null,
  address: null,
  ip: null,
  browser: null,
  signedAt: null,
  confirmedAt: null,
};

/** Takes the place of a signature that counts; undefined where it counted already. Refuses who has not signed this text. */
export async function confirmOnce(
  tx: Tx,
  { me, contract }: AtSigning,
  hash: string,
): Promise<Outcome<Signee | undefined>> {
  if (!isOfText(contract, hash)) return refuse("stale", { sentence: otherText });
  if (me.confirmedAt) return done(undefined);
  if (me.declinedAt) return notNow(declinedIt);
  if (!me.signedAt || me.textSha256?.toString("hex") !== hash) return notNow(notSigned);
  const open = and(isNotNull(contractSignees.signedAt), isNull(contractSignees.confirmedAt));
  const [confirmed] = await tx
    .update(contractSignees)
    .set({ confirmedAt: sql`now()` })
    .where(and(eq(contractSignees.id, me.id), open))
    .returning();
  return done(confirmed);
}

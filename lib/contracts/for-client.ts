import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { Document } from "@/lib/documents/trunk";
import { type Signee, type Standing, standingOf } from "./contract";
import { partiesOf, whenWords } from "./paper-of";
import { ownPlaces } from "./people";
import { decliner, hasSigned, isClientsSignee, stateOf, whoseTurn } from "./turns";
import type { Act, SigneeView, SigningView } from "./views";

type Shop = typeof tenants.$inferSelect;

/** A contract as whoever its door let in sees it: its sealed text, who has signed, and what they can do. */
export async function readSigning(scope: DocumentScope, documentId: string): Promise<SigningView> {
  const { document, shop, standing, isOwn } = await inTenant(scope, async (tx) => ({
    document: await trunkOf(tx, documentId),
    shop: await shopOf(tx),
    standing: await standingOf(tx, documentId),
    isOwn: await ownPlaces(tx, scope.actor),
  }));
  const isMe = (signee: Signee) => scope.actor.kind === "client" && isOwn(signee);
  const me = standing.signees.find(isMe);
  const { contract, signees } = standing;
  const clients = signees.filter(isClientsSignee);
  const act = actOf(document, standing, { me, shop, name: scope.actor.name });
  const viewOf = (signee: Signee): SigneeView =>
    act.kind === "renamed" && signee === me
      ? { ...signeeView(signee, standing, { shop, isMe: false }), words: notUnderIt }
      : signeeView(signee, standing, { shop, isMe: isMe(signee) });
  return {
    title: document.title,
    parties: partiesOf(shop.name, clients),
    text: contract.sealedText,
    sha256: contract.sealedSha256?.toString("hex") ?? null,
    signees: [...clients, ...signees.filter((signee) => !isClientsSignee(signee))].map(viewOf),
    act,
    others: clients.filter((signee) => signee !== me).map(({ name }) => name),
  };
}

const notUnderIt = "Can’t be signed under this name";

async function trunkOf(tx: Tx, id: string): Promise<Document> {
  const [found] = await tx.select().from(documents).where(eq(documents.id, id));
  if (!found) throw new Error("A contract that its door let somebody in to is gone.");
  return found;
}

async function shopOf(tx: Tx): Promise<Shop> {
  const [shop] = await tx.select().from(tenants);
  if (!shop) throw new Error("A contract's business is gone.");
  return shop;
}

type Seen = { shop: Shop; isMe: boolean };

/** A signature that is not confirmed is shown to whoever gave it, and to nobody else. */
export function signeeView(
  signee: Signee,
  { signees, contract }: Standing,
  { shop, isMe }: Seen,
): SigneeView {
  const state = stateOf(signee, signees, contract.order);
  const isOffice = !isClientsSignee(signee);
  const isShown = state === "confirmed" || (isMe && state === "signed");
  return {
    ...{ id: signee.id, name: signee.name, isMe, isOffice, state },
    role: isOffice ? shop.name : signee.role,
    signature: isShown ? signee.signature : null,
    words: stateWords(signee, state, { shop, isMe }),
  };
}

function stateWords({ signedAt, confirmedAt }: Signee, state: SigneeView["state"], { shop, isMe }: Seen) {
  switch (state) {
    case "confirmed":
      return `Signed ${whenWords(signedAt ?? confirmedAt ?? new Date(0), shop)}`;
    case "declined":
      return isMe ? "You declined" : "Declined";
    case "signed":
      return isMe ? "Confirm to finish" : "Signing now";
    case "next":
      return isMe ? "Your signature goes here" : "Waiting. Signs from a link of their own";
    case "waiting":
      return isMe ? "Your turn comes after the others" : "Waiting. Signs after the others";
  }
}

type Reader = { me: Signee | undefined; shop: Shop; name: string };

function actOf({ closedAt }: Document, standing: Standing, { me, shop, name }: Reader): Act {
  const { contract, signees } = standing;
  const { sealedSha256, completedAt } = contract;
  if (closedAt) return { kind: "void" };
  if (completedAt) return { kind: "complete", when: whenWords(completedAt, shop) };
  if (!sealedSha256) return { kind: "changing" };
  const who = decliner(signees);
  if (who) return { kind: "declined", name: who.name, isMe: who === me };
  const missing = signees.filter(isClientsSignee).filter((signee) => !hasSigned(signee));
  if (!me) return { kind: "read", names: missing.map(({ name }) => name) };
  if (me.name !== name && !hasSigned(me)) return { kind: "renamed", name: me.name };
  const sha256 = sealedSha256.toString("hex");
  const state = stateOf(me, signees, contract.order);
  if (state === "signed" && me.signature) return { kind: "confirm", sha256, signature: me.signature };
  if (state === "next") return { kind: "sign", sha256 };
  if (state === "waiting") {
    return { kind: "wait", names: whoseTurn(signees, contract.order).map(({ name }) => name) };
  }
  return { kind: "signed", names: missing.map(({ name }) => name) };
}

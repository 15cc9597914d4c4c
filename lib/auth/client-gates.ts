import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Peeked, peekLinkById } from "@/lib/links/link";
import { type DocumentKind, kindInRoom } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { readCookie } from "./cookies";
import { type Gate, sessionOf } from "./gates";
import { type ClientScope, type PassScope, scopeOf } from "./scope";

/** A client: a live session of an active contact, at the one business that it belongs to. */
export const client: Gate<ClientScope> = {
  async enter({ headers: head }) {
    const session = await sessionOf(head.get("user-agent"));
    if (!session || session === "wrong-device" || session.kind !== "client" || !session.contactId)
      return refuse("not-signed-in");
    const { tenantId, contactId, name, address, portal, id: sessionId } = session;
    return done(scopeOf(tenantId, { kind: "client", contactId, name, address, portal, sessionId }));
  },
  login: "/client-login",
  home: () => "/portal",
  holder: (scope) => scope.actor.sessionId,
};

/** The same, from the page of where they are signed in. */
export const clientDevices: Gate<ClientScope> = { ...client, home: () => "/portal/devices" };

/** A standing link's holder, at the one document that it opens. */
export const pass: Gate<PassScope> = {
  enter: ({ params: { room = "", id = "" } }) => {
    const kind = kindInRoom(room);
    return kind ? passTo({ kind, id }) : Promise.resolve(refuse("not-found"));
  },
  home: ({ room = "", id = "" }) => `/portal/${room}/${id}`,
  holder: (scope) => scope.actor.linkId,
};

/** For a page of the portal: the Scope, or the way to the clients' login, with the reason where the browser is another. */
export async function clientPage(): Promise<ClientScope> {
  const head = await headers();
  const entered = await client.enter({ method: "GET", headers: head, params: {} });
  if (entered.ok) return entered.value;
  const isOther = (await sessionOf(head.get("user-agent"))) === "wrong-device";
  redirect(isOther ? "/client-login?link=wrong-device" : "/client-login");
}

/** Whether this browser has a live session of a client: the login page then leads on to the portal. */
export async function isClientSignedIn(): Promise<boolean> {
  return (await client.enter({ method: "GET", headers: await headers(), params: {} })).ok;
}

/** Whoever a document's page lets in: a client who is signed in, or a standing link's holder. */
export type DocumentScope = ClientScope | PassScope;

/**
 * The scopes by which this browser may ask for a document, the session's first. Every request reads the pass's link
 * again: paid, void, revoked or inactive ends it.
 */
export async function documentScopes(
  document: { kind: DocumentKind; id: string },
  head: Headers,
): Promise<DocumentScope[]> {
  const entered = await client.enter({ method: "GET", headers: head, params: {} });
  const passed = await passTo(document);
  return [...(entered.ok ? [entered.value] : []), ...(passed.ok ? [passed.value] : [])];
}

async function passTo({ kind, id }: { kind: DocumentKind; id: string }): Promise<Outcome<PassScope>> {
  for (const link of await passesHeld()) {
    if (link.document?.id !== id || link.document.kind !== kind || !link.contactId) continue;
    if (link.class !== "standing" || link.state !== "open") continue;
    const { tenantId, contactId, holderName: name, address, portal, id: linkId } = link;
    const actor = { kind: "pass" as const, contactId, name, address, portal, linkId, documentId: id };
    return done(scopeOf(tenantId, actor));
  }
  return refuse("link-dead");
}

async function passesHeld(): Promise<Peeked[]> {
  const linkIds = (await readCookie("pass"))?.linkIds ?? [];
  const held = await Promise.all(linkIds.map((linkId) => peekLinkById(linkId)));
  return held.filter((link) => link !== undefined);
}

/** The link to this document that this browser looked at last, whatever became of it; undefined for any other browser. */
export async function linkLookedAt(documentId: string): Promise<Peeked | undefined> {
  if (!isUuid(documentId)) return undefined;
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (link?.document?.id === documentId) return link;
  return (await passesHeld()).find(({ document }) => document?.id === documentId);
}

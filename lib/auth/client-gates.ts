import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Peeked, peekLinkById } from "@/lib/links/link";
import { type DocumentKind, documentHref, kindInRoom } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { readCookie } from "./cookies";
import { countReader, type OwnLimit } from "./count";
import { type Gate, sessionOf } from "./gates";
import { type DocumentScope, seenBy } from "./may-see";
import { type AtDocument, type ClientScope, type PassScope, type Scope, scopeOf } from "./scope";

/** The same gate for the portal’s forms and files: whoever knocks is counted first. */
const counted = <S extends Scope>(gate: Gate<S>, limit?: OwnLimit): Gate<S> => ({
  ...gate,
  async enter(knock) {
    const within = await countReader(knock.headers, knock.limit ?? limit);
    return within.ok ? gate.enter(knock) : within;
  },
});

/** A client: a live session of an active contact, at the one business that it belongs to. */
const signedIn: Gate<ClientScope> = {
  async enter({ headers: head }) {
    const session = await sessionOf(head.get("user-agent"));
    if (!session || session === "wrong-device" || session.kind !== "client" || !session.contactId)
      return refuse("not-signed-in");
    const { tenantId, contactId, name, address, portal, officeSawLink, isPartner, id: sessionId } = session;
    const person = isPartner ? "partner" : "primary";
    const whose = { contactId, person, name, address, portal } as const;
    return done(scopeOf(tenantId, { kind: "client", ...whose, officeSawLink, sessionId }));
  },
  login: "/client-login",
  home: () => "/portal",
  holder: (scope) => scope.actor.sessionId,
};

export const client = counted(signedIn);

/** The same, from the page of where they are signed in. */
export const clientDevices: Gate<ClientScope> = { ...client, home: () => "/portal/devices" };

/** A standing link's holder, at the one document that it opens. */
export const pass: Gate<PassScope> = counted({
  enter: ({ params: { room = "", id = "" } }) => {
    const kind = kindInRoom(room);
    return kind ? passTo({ kind, id }) : Promise.resolve(refuse("not-found"));
  },
  home: ({ room = "", id = "" }) => `/portal/${room}/${id}`,
  holder: (scope) => scope.actor.linkId,
});

/**
 * A client at one document of a kind, to act on it: signed in, and it was sent to them. Whoever is not signed in goes to the
 * document's own page, which says how to get a link; to whom it was not sent, it is not there.
 */
const clientAtKind = (kind: DocumentKind, limit?: OwnLimit) => {
  const gate: Gate<AtDocument> = {
    async enter(knock) {
      const entered = await signedIn.enter(knock);
      if (!entered.ok) return refuse("link-dead");
      const documentId = knock.params.id ?? "";
      const seen = await seenBy([entered.value], { kind, id: documentId });
      return seen ? done({ ...seen, documentId }) : refuse("not-found");
    },
    home: ({ id = "" }) => documentHref(kind, id),
    holder: (scope) => scope.actor.sessionId,
  };
  return counted(gate, limit);
};

export const clientAt = {
  contract: clientAtKind("contract"),
  scope: clientAtKind("scope"),
  selections: clientAtKind("selections"),
  /** The same to choose, who may do so faster than anything else is done. */
  choices: clientAtKind("selections", "choosing"),
  appointment: clientAtKind("appointment"),
};

/** Whoever may read one document of a kind, and what belongs to it: a client, or its standing link's holder. */
const readerOfKind = (kind: DocumentKind): Gate<AtDocument<DocumentScope>> =>
  counted({
    async enter({ headers: head, params: { id = "" } }) {
      const seen = await seenBy(await documentScopes({ kind, id }, head), { kind, id });
      return seen ? done({ ...seen, documentId: id }) : refuse("not-found");
    },
    home: ({ id = "" }) => documentHref(kind, id),
    holder: holderOf,
  });

export const readerOf = {
  contract: readerOfKind("contract"),
  scope: readerOfKind("scope"),
  selections: readerOfKind("selections"),
  appointment: readerOfKind("appointment"),
  invoice: readerOfKind("invoice"),
  report: readerOfKind("service-report"),
};

/**
 * Whoever may read a document, of the kind whose room it is in: a client, or its standing link’s holder. For anybody else
 * the document’s own page says how to get a link.
 */
const readerIn = (
  roomOf: (params: Record<string, string>) => string,
  part = "",
): Gate<AtDocument<DocumentScope>> =>
  counted({
    async enter({ headers: head, params }) {
      const { id = "" } = params;
      const kind = kindInRoom(roomOf(params));
      if (!kind) return refuse("not-found");
      const scopes = await documentScopes({ kind, id }, head);
      if (scopes.length === 0) return refuse("link-dead");
      const seen = await seenBy(scopes, { kind, id });
      return seen ? done({ ...seen, documentId: id }) : refuse("not-found");
    },
    home: (params) => `/portal/${roomOf(params)}/${params.id ?? ""}${part}`,
    holder: holderOf,
  });

/** To ask about a document of any kind. */
export const askerAt = readerIn(({ room = "" }) => room, "#ask");

/** To pay an invoice. */
export const payerAt = readerIn(() => "invoices");

/** To disagree with an invoice. */
export const disputerAt = readerIn(() => "invoices", "#dispute");

/** What a reader’s kept form belongs to: the session, or the standing link. */
export function holderOf({ actor }: DocumentScope): string {
  return actor.kind === "client" ? actor.sessionId : actor.linkId;
}

/** For a page of the portal: the Scope, or the way to the clients' login, with the reason where the browser is another. */
export async function clientPage(): Promise<ClientScope> {
  const head = await headers();
  const entered = await signedIn.enter({ method: "GET", headers: head, params: {} });
  if (entered.ok) return entered.value;
  const isOther = (await sessionOf(head.get("user-agent"))) === "wrong-device";
  redirect(isOther ? "/client-login?link=wrong-device" : "/client-login");
}

/** Whether this browser has a live session of a client: the login page then leads on to the portal. */
export async function isClientSignedIn(): Promise<boolean> {
  return (await signedIn.enter({ method: "GET", headers: await headers(), params: {} })).ok;
}

/**
 * The scopes by which this browser may ask for a document, the session's first. Every request reads the pass's link
 * again: paid, void, revoked or inactive ends it.
 */
export async function documentScopes(
  document: { kind: DocumentKind; id: string },
  head: Headers,
): Promise<DocumentScope[]> {
  const entered = await signedIn.enter({ method: "GET", headers: head, params: {} });
  const passed = await passTo(document);
  return [...(entered.ok ? [entered.value] : []), ...(passed.ok ? [passed.value] : [])];
}

async function passTo({ kind, id }: { kind: DocumentKind; id: string }): Promise<Outcome<PassScope>> {
  for (const link of await passesHeld()) {
    if (link.document?.id !== id || link.document.kind !== kind || !link.contactId) continue;
    if (link.class !== "standing" || link.state !== "open") continue;
    const { tenantId, contactId, holderName: name, address, portal, isPartner, id: linkId } = link;
    const person = isPartner ? ("partner" as const) : ("primary" as const);
    const whose = { contactId, person, name, address, portal };
    return done(scopeOf(tenantId, { kind: "pass", ...whose, linkId, documentId: id }));
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

import type { TenantScope } from "@/db/client";
import type { persons } from "@/db/schema/people";
import { type Doer, theSystem } from "@/lib/events/record";

export type Role = "owner" | "manager" | "viewer";

/** A client is two people: the primary, and the partner who acts for themselves. */
export type Person = (typeof persons)[number];

/** Who is asking. */
export type Actor =
  | { kind: "member"; memberId: string; name: string; role: Role; sessionId: string }
  | {
      kind: "contractor";
      contactId: string;
      name: string;
      linkId: string;
      workOrderId: string;
      linkExpiresAt: Date;
    }
  | {
      kind: "client";
      contactId: string;
      person: Person;
      name: string;
      address: string;
      portal: boolean;
      /** Whether the office had the link in hand that let them in: it could be the office itself. */
      officeSawLink: boolean;
      sessionId: string;
    }
  | {
      kind: "pass";
      contactId: string;
      person: Person;
      name: string;
      address: string;
      portal: boolean;
      linkId: string;
      documentId: string;
    }
  | {
      kind: "payer";
      contactId: string;
      person: Person;
      name: string;
      documentId: string;
      paymentId: string;
    }
  | { kind: "system" };

/** Proof of who is asking and of whose rows they may see. Made here alone; every room takes it first. */
export type Scope<A extends Actor = Actor> = TenantScope & { readonly actor: A };
export type StaffScope = Scope<Extract<Actor, { kind: "member" }>>;
export type ContractorScope = Scope<Extract<Actor, { kind: "contractor" }>>;
/** A client who is signed in. */
export type ClientScope = Scope<Extract<Actor, { kind: "client" }>>;
/** A client's browser that a standing link let in to one document, and nothing else. */
export type PassScope = Scope<Extract<Actor, { kind: "pass" }>>;
/** A browser that paid an invoice by its link, and may see what came of that one payment. */
export type PayerScope = Scope<Extract<Actor, { kind: "payer" }>>;

/** A client at one document of theirs, or whoever may read it. */
export type AtDocument<S extends ClientScope | PassScope = ClientScope> = S & { readonly documentId: string };

/** Whether somebody reads a document by a link's pass, and not as who is signed in. */
export const isByPass = (scope: AtDocument<ClientScope | PassScope>): scope is AtDocument<PassScope> =>
  scope.actor.kind === "pass";

/** Called by the gates, once they know. */
export function scopeOf<A extends Actor>(tenantId: string, actor: A): Scope<A> {
  return { tenantId, actor } as Scope<A>;
}

/** For jobs: the product itself, in one tenant. */
export const systemScope = (tenantId: string) => scopeOf(tenantId, { kind: "system" });

/** The actor as the trail of happenings names it. */
export function doerOf(scope: Scope): Doer {
  const { actor } = scope;
  if (actor.kind === "member") return { actor: "member", actorId: actor.memberId, actorName: actor.name };
  if (actor.kind === "system") return theSystem;
  return { actor: "contact", actorId: actor.contactId, actorName: actor.name };
}

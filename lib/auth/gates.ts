import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { looksLikeMachine, noteLook } from "@/lib/links/life";
import { type Peeked, peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { withinForgedLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";
import { readCookie } from "./cookies";
import { countLink } from "./count";
import { deviceFamily } from "./device";
import { type ContractorScope, type Scope, type StaffScope, scopeOf } from "./scope";
import { currentSession } from "./session";

/** What a gate is shown: enough to tell who asks. `params` are those of the address. */
export type Knock = {
  method: string;
  headers: Headers;
  params: Record<string, string>;
  /** What a door counts it as; a public request unless said. */
  limit?: "files";
};

/** A way in: lets a request through as a Scope or refuses it, and knows the page that its people come from. */
export type Gate<S extends Scope = Scope> = {
  enter: (knock: Knock) => Promise<Outcome<S>>;
  /** Where whoever is not signed in begins; a form of theirs leads there. */
  login?: string;
  /** The page to go back to after a form, and with a hash the part of it that the form stands in. */
  home: (params: Record<string, string>) => string;
  /** What an Idempotency-Key or a kept form belongs to. */
  holder: (scope: S) => string;
};

/** Whose session this browser has, read once a request; `wrong-device` where it began in another family of browser. */
export const sessionOf = cache(async (userAgent: string | null) => {
  const sid = await readCookie("sid");
  return sid && currentSession(sid.secret, deviceFamily(userAgent));
});

/** The office: a live session of an active member. */
export const staff: Gate<StaffScope> = {
  async enter({ headers }) {
    const session = await sessionOf(headers.get("user-agent"));
    if (session === "wrong-device" || session?.kind !== "staff" || !session.memberId || !session.role)
      return refuse("not-signed-in");
    const { memberId, name, role, id: sessionId } = session;
    return done(scopeOf(session.tenantId, { kind: "member", memberId, name, role, sessionId }));
  },
  home: () => "/inbox",
  holder: (scope) => scope.actor.sessionId,
};

/** The office, with the right to change things: an owner or a manager, not a viewer. */
export const manager: Gate<StaffScope> = {
  ...staff,
  async enter(knock) {
    const entered = await staff.enter(knock);
    return entered.ok && !mayWrite(entered.value) ? refuse("not-allowed") : entered;
  },
};

/** The same, from the page where one order is changed. */
export const orderEditor: Gate<StaffScope> = {
  ...manager,
  home: ({ number = "" }) => `/work-orders/${encodeURIComponent(number)}/edit`,
};

/** The same, from the page of one project. */
export const projectEditor: Gate<StaffScope> = { ...manager, home: ({ id = "" }) => `/projects/${id}` };

/** The same, from the page of one document. */
export const documentEditor: Gate<StaffScope> = {
  ...manager,
  home: ({ id = "", documentId = "" }) =>
    `/clients/${encodeURIComponent(id)}/documents/${encodeURIComponent(documentId)}`,
};

/**
 * A contractor: a job's link, which is itself the auth. A forged one costs no query; a real one is limited by client
 * address and by link, so that a neighbour behind the same address never blocks a job.
 */
export const contractor: Gate<ContractorScope> = {
  async enter(knock) {
    const found = await jobLink(knock);
    if (!found.ok) return found;
    return found.value.state === "open" ? contractorOf(found.value) : refuse("link-dead");
  },
  home: ({ token }) => `/j/${token}`,
  holder: (scope) => scope.actor.linkId,
};

/** Somebody with a job's link that no longer opens: all they may do is ask for another one. */
export const formerContractor: Gate<ContractorScope> = {
  async enter(knock) {
    const found = await jobLink(knock);
    if (!found.ok) return found;
    return found.value.state === "open" ? refuse("not-allowed-now") : contractorOf(found.value);
  },
  home: ({ token }) => `/j/${token}?asked=yes`,
  holder: (scope) => scope.actor.linkId,
};

function contractorOf(link: Peeked): Outcome<ContractorScope> {
  if (!link.contactId || !link.workOrderId) return refuse("link-dead");
  return done(
    scopeOf(link.tenantId, {
      kind: "contractor",
      contactId: link.contactId,
      name: link.holderName,
      linkId: link.id,
      workOrderId: link.workOrderId,
      linkExpiresAt: link.expiresAt,
    }),
  );
}

/** A job's link that this product made, whatever became of it: counted against the limits, then looked up. */
async function jobLink({ headers: head, params, limit }: Knock): Promise<Outcome<Peeked>> {
  const counted = await countJobTap(head, params.token ?? "", limit);
  return counted.ok ? peekJobLink(params.token ?? "") : counted;
}

/** Counts one use of a job's link. A forged one is counted here, without a query, and refused as dead. */
async function countJobTap(head: Headers, token: string, limit?: "files"): Promise<Outcome<null>> {
  const client = clientAddress(head);
  const read = readToken(token, tokenRing());
  if (read?.purpose !== "dispatch") {
    const verdict = withinForgedLimit(client, Date.now());
    return verdict.allowed ? refuse("link-dead") : refuse("too-many-requests", verdict);
  }
  return countLink(head, read.hash, limit);
}

async function peekJobLink(token: string): Promise<Outcome<Peeked>> {
  const read = readToken(token, tokenRing());
  const link = read?.purpose === "dispatch" ? await peekLink(read.hash) : undefined;
  return link ? done(link) : refuse("link-dead");
}

/** For the proxy: counts a look at the job page, and says whether the link opens. A forged one costs no query. */
export async function knockAtJob(head: Headers, token: string): Promise<Outcome<null>> {
  const counted = await countJobTap(head, token);
  if (!counted.ok) return counted;
  const entered = await enterJob(token);
  return entered.ok ? done(null) : entered;
}

/** For the job page, whose taps the proxy counts, since a page itself cannot answer 429. */
export async function enterJob(token: string): Promise<Outcome<{ scope: ContractorScope; link: Peeked }>> {
  const found = await peekJobLink(token);
  if (!found.ok) return found;
  const scope = found.value.state === "open" ? contractorOf(found.value) : refuse("link-dead");
  return scope.ok ? done({ scope: scope.value, link: found.value }) : scope;
}

/** Whether a dead link was once one of ours, so that its holder may ask for another. */
export async function isKnownJobLink(token: string): Promise<boolean> {
  return (await peekJobLink(token)).ok;
}

/** Notes a look at a job's page on the link's life line. The proxy says by which method, which a page is not told. */
export async function noteJobLook(link: Peeked, head: Headers): Promise<void> {
  const machine = looksLikeMachine(head.get("x-latchkey-method") ?? "GET", head);
  if (machine || !link.openedAt) await noteLook(link, machine);
}

/** For an office page: the Scope, or the way to the sign-in page, with the reason where the browser is another. */
export async function staffPage(): Promise<StaffScope> {
  const head = await headers();
  const entered = await staff.enter({ method: "GET", headers: head, params: {} });
  if (entered.ok) return entered.value;
  const isOther = (await sessionOf(head.get("user-agent"))) === "wrong-device";
  redirect(isOther ? "/sign-in?link=wrong-device" : "/sign-in");
}

/** Whether somebody of the office may change things: a viewer may only look. */
export const mayWrite = ({ actor }: StaffScope): boolean => actor.role !== "viewer";

/** For a page that is there to change things: the Scope of one who may, or the way to where a viewer may look. */
export async function managerPage(elsewhere: string): Promise<StaffScope> {
  const scope = await staffPage();
  if (!mayWrite(scope)) redirect(elsewhere);
  return scope;
}

/** Whether this browser has a live session of the office: the sign-in page then leads on to the inbox. */
export async function isSignedIn(): Promise<boolean> {
  return (await staff.enter({ method: "GET", headers: await headers(), params: {} })).ok;
}

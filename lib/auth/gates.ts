import { redirect } from "next/navigation";
import { cache } from "react";
import { looksLikeMachine, noteLook } from "@/lib/links/life";
import { type Peeked, peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { withinForgedLimit, withinLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";
import { readCookie } from "./cookies";
import { deviceFamily } from "./device";
import { type ContractorScope, type Scope, type StaffScope, scopeOf } from "./scope";
import { currentSession } from "./session";

/** What a gate is shown: enough to tell who asks. `params` are those of the address. */
export type Knock = { method: string; headers: Headers; params: Record<string, string> };

/** A way in: lets a request through as a Scope or refuses it, and knows the page that its people come from. */
export type Gate<S extends Scope = Scope> = {
  enter: (knock: Knock) => Promise<Outcome<S>>;
  /** The page to go back to after a form. */
  home: (params: Record<string, string>) => string;
  /** What an Idempotency-Key or a kept form belongs to. */
  holder: (scope: S) => string;
};

const sessionOf = cache(async (userAgent: string | null) => {
  const sid = await readCookie("sid");
  return sid && currentSession(sid.secret, deviceFamily(userAgent));
});

/** The office: a live session of an active member. */
export const staff: Gate<StaffScope> = {
  async enter({ headers }) {
    const session = await sessionOf(headers.get("user-agent"));
    if (session?.kind !== "staff" || !session.memberId || !session.role) return refuse("not-signed-in");
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
    return entered.ok && entered.value.actor.role === "viewer" ? refuse("not-allowed") : entered;
  },
};

/**
 * A contractor: a job's link, which is itself the auth. A forged one costs no query; a real one is limited by client
 * address and by link, so that a neighbour behind the same address never blocks a job.
 */
export const contractor: Gate<ContractorScope> = {
  async enter(knock) {
    const found = await jobLink(knock);
    if (!found.ok) return found;
    const link = found.value;
    if (link.state !== "open" || !link.contactId || !link.workOrderId) return refuse("link-dead");
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
  },
  home: ({ token }) => `/j/${token}`,
  holder: (scope) => scope.actor.linkId,
};

/** A job's link that this product made, whatever became of it; what a dead one's page needs to offer the next step. */
export async function jobLink({ headers, params }: Knock): Promise<Outcome<Peeked>> {
  const client = clientAddress(headers);
  const token = readToken(params.token ?? "", tokenRing());
  if (token?.purpose !== "dispatch") {
    const verdict = withinForgedLimit(client, Date.now());
    return verdict.allowed ? refuse("link-dead") : refuse("too-many-requests", verdict);
  }
  const [byClient, byLink] = await Promise.all([
    withinLimit("public", client),
    withinLimit("public-link", token.hash.toString("base64url")),
  ]);
  if (!byClient.allowed && !byLink.allowed) return refuse("too-many-requests", byClient);
  const link = await peekLink(token.hash);
  return link ? done(link) : refuse("link-dead");
}

/** Notes a look at a job's page on the link's life line. */
export async function noteJobLook(link: Peeked, knock: Knock): Promise<void> {
  const machine = looksLikeMachine(knock.method, knock.headers);
  if (machine || !link.openedAt) await noteLook(link, machine);
}

/** For an office page: the Scope, or the way to the sign-in page. */
export async function staffPage(headers: Headers): Promise<StaffScope> {
  const entered = await staff.enter({ method: "GET", headers, params: {} });
  if (!entered.ok) redirect("/sign-in");
  return entered.value;
}

import { eq } from "drizzle-orm";
import { gate } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { type Doer, theSystem } from "@/lib/events/record";
import { isFetchedAhead, looksLikeMachine, noteLook } from "@/lib/links/life";
import { discardLink, type Peeked, peekLink, peekLinkById } from "@/lib/links/link";
import { type Purpose, policy } from "@/lib/links/policy";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { withinForgedLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";
import { dropCookie, readCookie, setCookie } from "./cookies";
import { countClient } from "./count";
import { deviceFamily } from "./device";
import type { Knock } from "./gates";
import { type Current, currentSession } from "./session";
import { enterWith, landing, newNonce, nonceOfAsker } from "./sign-in";

/**
 * Looks at a link that was opened and says where it leads, or refuses with "too-many-requests". Looking changes nothing but the link's life line. A
 * single-use link leads to the page with the button, except where it is provably the same browser that asked, which
 * spends it, or the same person who is in already, which puts it away.
 */
export async function arrive(knock: Knock): Promise<Outcome<string>> {
  const token = readToken(knock.params.token ?? "", tokenRing());
  if (!token) {
    const verdict = withinForgedLimit(clientAddress(knock.headers), Date.now());
    return verdict.allowed ? done(deadEnd(undefined, "unknown")) : refuse("too-many-requests", verdict);
  }
  const counted = await countClient(knock.headers);
  if (!counted.ok) return counted;
  const { purpose } = token;
  if (policy[purpose].class === "bearer") return done(`/j/${knock.params.token}`);
  const link = await peekLink(token.hash);
  if (!link) return done(deadEnd(purpose, "unknown"));
  if (isFetchedAhead(knock.method, knock.headers)) {
    await noteLook(link, true);
    return done("/l/confirm");
  }
  return done(await openSingleUse(link, knock));
}

async function openSingleUse(link: Peeked, { method, headers }: Knock): Promise<string> {
  const device = deviceFamily(headers.get("user-agent"));
  const session = await sessionHere(device);
  if (session && isSamePerson(session, link)) {
    if (link.state === "open") await discardLink(link, doerOfSession(session));
    return landing(link);
  }
  const asker = session ? undefined : await nonceOfAsker(link);
  if (asker) {
    const entered = await enterWith(link, asker, device);
    return entered.ok ? landing(link) : deadEnd(link.purpose, "spent");
  }
  if (link.state !== "open") return deadEnd(link.purpose, link.state);
  await noteLook(link, looksLikeMachine(method, headers));
  await setCookie("lnk", { linkId: link.id, nonce: newNonce() });
  return "/l/confirm";
}

async function sessionHere(device: string): Promise<Current | undefined> {
  const sid = await readCookie("sid");
  const session = sid && (await currentSession(sid.secret, device));
  return session === "wrong-device" ? undefined : session;
}

const isSamePerson = (session: Current, link: Peeked) =>
  session.tenantId === link.tenantId &&
  session.memberId === link.memberId &&
  session.contactId === link.contactId &&
  session.address === link.address;

const doerOfSession = (session: Current): Doer =>
  session.memberId
    ? { actor: "member", actorId: session.memberId, actorName: session.name }
    : session.contactId
      ? { actor: "contact", actorId: session.contactId, actorName: session.name }
      : theSystem;

/** What the page with the button shows: the link that this browser looked at, whose it is, and who is in here already. */
export async function linkToConfirm(userAgent: string | null) {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!link) return undefined;
  const [shop] = await gate()
    .select({
      name: tenants.name,
      logo: tenants.logo,
      brandColour: tenants.brandColour,
      timeZone: tenants.timeZone,
    })
    .from(tenants)
    .where(eq(tenants.id, link.tenantId));
  if (!shop) return undefined;
  return { link, shop, session: await sessionHere(deviceFamily(userAgent)) };
}

/** The person's own tap: spends the link. Answers with where to go, whether it opened or not. */
export async function confirmArrival(device: string): Promise<string> {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!looked || !link) return deadEnd(undefined, "unknown");
  const entered = await enterWith(link, looked.nonce, device);
  if (entered.ok) return landing(link);
  await dropCookie("lnk");
  return deadEnd(link.purpose, link.state === "open" ? "spent" : link.state);
}

/** The page that says why a link does not open, and what to do next. */
function deadEnd(purpose: Purpose | undefined, why: Peeked["state"] | "unknown"): string {
  const page = purpose && policy[purpose].stale === "staff-sign-in" ? "/sign-in" : "/client-login";
  return `${purpose ? page : "/sign-in"}?link=${why}`;
}

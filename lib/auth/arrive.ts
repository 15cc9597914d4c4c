import { eq } from "drizzle-orm";
import { gate } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { type Doer, theSystem } from "@/lib/events/record";
import { isFetchedAhead, looksLikeMachine, noteLook } from "@/lib/links/life";
import { type Peeked, peekLink, peekLinkById } from "@/lib/links/link";
import { policy } from "@/lib/links/policy";
import { tokenRing } from "@/lib/links/ring";
import { type ShopChoice, shopsOf } from "@/lib/links/shops";
import { discardLink } from "@/lib/links/spend";
import { readToken } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { withinForgedLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";
import { readCookie, setCookie } from "./cookies";
import { countClient } from "./count";
import { deviceFamily } from "./device";
import type { Knock } from "./gates";
import { deadEnd, landing, loginPage } from "./landing";
import { type Current, currentSession } from "./session";
import { enterWith, newNonce, nonceOfAsker } from "./sign-in";

/**
 * Looks at a link that was opened and says where it leads, or refuses with "too-many-requests". Looking changes nothing
 * but the link's life line. A single-use link leads to the page with the button, except where it is provably the same
 * browser that asked, which spends it, or the same person who is in already, which puts it away. A standing link leads to
 * its document.
 */
export async function arrive(knock: Knock): Promise<Outcome<string>> {
  const token = readToken(knock.params.token ?? "", tokenRing());
  if (!token) {
    const verdict = withinForgedLimit(clientAddress(knock.headers), Date.now());
    return verdict.allowed ? done(loginPage(undefined, "unknown")) : refuse("too-many-requests", verdict);
  }
  const counted = await countClient(knock.headers);
  if (!counted.ok) return counted;
  const { purpose } = token;
  if (policy[purpose].class === "bearer") return done(`/j/${knock.params.token}`);
  const link = await peekLink(token.hash);
  if (!link) return done(loginPage(purpose, "unknown"));
  if (isFetchedAhead(knock.method, knock.headers)) {
    await noteLook(link, true);
    return done("/l/confirm");
  }
  return done(await (link.class === "standing" ? openStanding(link, knock) : openSingleUse(link, knock)));
}

/** A standing link is used up by nothing: it lets this browser in to one document, for as long as its row says. */
async function openStanding(link: Peeked, { method, headers }: Knock): Promise<string> {
  const session = await sessionHere(deviceFamily(headers.get("user-agent")));
  if (link.state !== "open") return session && isSamePerson(session, link) ? landing(link) : turnAway(link);
  await noteLook(link, looksLikeMachine(method, headers));
  await setCookie("pass", { linkId: link.id });
  return landing(link);
}

async function openSingleUse(link: Peeked, { method, headers }: Knock): Promise<string> {
  const device = deviceFamily(headers.get("user-agent"));
  const session = await sessionHere(device);
  const isShared = link.state === "open" && (await choicesOf(link)).length > 1;
  if (session && isSamePerson(session, link) && !isShared) {
    if (link.state === "open") await discardLink(link, doerOfSession(session));
    return landing(link);
  }
  const asker = session && !isShared ? undefined : await nonceOfAsker(link);
  if (asker && !isShared) {
    const entered = await enterWith(link, { nonce: asker, device });
    return entered.ok ? landing(link) : turnAway({ ...link, state: "spent" });
  }
  if (link.state !== "open") return turnAway(link);
  await noteLook(link, looksLikeMachine(method, headers));
  await setCookie("lnk", { linkId: link.id, nonce: asker ?? newNonce() });
  return "/l/confirm";
}

/** The page that says why, which then knows which link it was. */
async function turnAway(link: Peeked): Promise<string> {
  if (link.document) await setCookie("lnk", { linkId: link.id, nonce: newNonce() });
  return deadEnd(link);
}

/** The businesses to choose from: only a sign-in link that was asked for leads to more than one. */
const choicesOf = (link: Peeked): Promise<ShopChoice[]> =>
  link.purpose === "portal-login" ? shopsOf(link.id) : Promise.resolve([]);

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

/**
 * What the page with the button shows: the link that this browser looked at, whose it is, the businesses to choose from,
 * and who is in here already. A link that no longer opens has no button: `over` is the page that says why.
 */
export async function linkToConfirm(userAgent: string | null) {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!link) return undefined;
  const shop = await shopOf(link.tenantId);
  if (!shop) return undefined;
  return {
    link,
    shop,
    choices: await choicesOf(link),
    session: await sessionHere(deviceFamily(userAgent)),
    over: link.state === "open" ? undefined : deadEnd(link),
  };
}

/** What a page shows of the business that a link is from. */
export async function shopOf(tenantId: string) {
  const { name, logo, brandColour, timeZone, locale, phone } = tenants;
  const [shop] = await gate()
    .select({ name, logo, brandColour, timeZone, locale, phone })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  return shop;
}

/**
 * The person's own tap: spends the link, for the business that they chose where there are several. Answers with where to
 * go, whether it opened or not; without a choice that is the page where it is made.
 */
export async function confirmArrival(device: string, chosenId?: string): Promise<string> {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!looked || !link) return loginPage(undefined, "unknown");
  const choices = await choicesOf(link);
  if (choices.length > 1 && !chosenId) return "/l/confirm";
  const entered = await enterWith(link, { nonce: looked.nonce, device, chosenId });
  if (entered.ok) return landing(link);
  return deadEnd(link.state === "open" ? { ...link, state: "spent" } : link);
}

import { eq } from "drizzle-orm";
import { gate } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { Doer } from "@/lib/events/record";
import { isFetchedAhead, looksLikeMachine, noteLook } from "@/lib/links/life";
import { type Peeked, peekLink, peekLinkById } from "@/lib/links/link";
import { policy, purposeOfLetter } from "@/lib/links/policy";
import { tokenRing } from "@/lib/links/ring";
import { sharing } from "@/lib/links/shops";
import { discardLink } from "@/lib/links/spend";
import { readToken } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { withinForgedLimit } from "@/lib/rate-limit";
import { sha256 } from "@/lib/sha256";
import { choicesOf } from "./choices";
import { clientAddress } from "./client-address";
import { readCookie, setCookie } from "./cookies";
import { countLink } from "./count";
import { deviceFamily } from "./device";
import type { Knock } from "./gates";
import { isSamePerson, provesMore, sessionHere } from "./here";
import { deadEnd, landing, loginPage } from "./landing";
import type { Current } from "./session";
import { enterWith, newNonce, nonceHere } from "./sign-in";

/**
 * Looks at a link that was opened and says where it leads, or refuses with "too-many-requests". Looking changes nothing
 * but the link's life line. A single-use link leads to the page with the button, except where it is provably the same
 * browser that asked, which spends it, or the same person who is in already, which puts it away unless it proves more of
 * them. A standing link leads to its document.
 */
export async function arrive(knock: Knock): Promise<Outcome<string>> {
  const { token: typed = "" } = knock.params;
  const token = readToken(typed, tokenRing());
  if (!token) {
    const verdict = withinForgedLimit(clientAddress(knock.headers), Date.now());
    if (!verdict.allowed) return refuse("too-many-requests", verdict);
    return done(loginPage(purposeOfLetter(typed.charAt(0)), "unknown"));
  }
  const counted = await countLink(knock.headers, token.hash);
  if (!counted.ok) return counted;
  const { purpose } = token;
  if (policy[purpose].class === "bearer") return done(`/j/${typed}`);
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
  const held = (await readCookie("pass"))?.linkIds ?? [];
  await setCookie("pass", {
    linkIds: [link.id, ...held.filter((id) => id !== link.id)].slice(0, mostPasses),
  });
  return landing(link);
}

/** So many documents may stand open in one browser by standing links: the one opened longest ago makes room. */
const mostPasses = 5;

async function openSingleUse(link: Peeked, { method, headers }: Knock): Promise<string> {
  const device = deviceFamily(headers.get("user-agent"));
  const session = await sessionHere(device);
  const choices = link.state === "open" ? await choicesOf(link) : [];
  const isChoice = choices.length > 1;
  const isSame = session && isSamePerson(session, link);
  if (isSame && !isChoice && !(link.state === "open" && provesMore(session, link))) {
    if (link.state === "open") await discardLink(link, doerOf(session));
    return landing(link);
  }
  const nonce = session && !isSame && !isChoice ? undefined : await nonceHere(link);
  if (nonce && !isChoice) {
    const entered = await enterWith(link, { nonce, device, chosenId: choices[0]?.linkId });
    return entered.ok ? landing(link) : turnAway({ ...link, state: "spent" });
  }
  if (link.state !== "open") return turnAway(link);
  await noteLook(link, looksLikeMachine(method, headers));
  await setCookie("lnk", { linkId: link.id, nonce: nonce ?? newNonce() });
  return "/l/confirm";
}

/** The page that says why, which then knows which link it was. */
async function turnAway(link: Peeked): Promise<string> {
  if (link.document) await setCookie("lnk", { linkId: link.id, nonce: newNonce() });
  return deadEnd(link);
}

const doerOf = ({ memberId, contactId, name: actorName }: Current): Doer => ({
  actor: memberId ? "member" : "contact",
  actorId: memberId ?? contactId,
  actorName,
});

/**
 * What the page with the button shows: the link that this browser looked at, whose it is, the businesses to choose from,
 * and who is in here already. A link that no longer opens has no button: `over` is the page that says why, or that it
 * leads to whoever is in already.
 */
export async function linkToConfirm(userAgent: string | null) {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!link) return undefined;
  const choices = await choicesOf(link);
  const shop = await shopOf(choices.length === 1 && choices[0] ? choices[0].tenantId : link.tenantId);
  if (!shop) return undefined;
  const session = await sessionHere(deviceFamily(userAgent));
  const isSame = session && isSamePerson(session, link);
  const there = isSame ? landing(link) : deadEnd(link);
  return {
    link,
    shop,
    choices,
    // A person who opens a better link of their own switches from nobody.
    session: isSame && provesMore(session, link) ? undefined : session,
    sends: { page: pageOf(link) },
    over: link.state === "open" ? undefined : there,
  };
}

/** What the button's page says of the link that it named: not its id, which is told to nobody. */
const pageOf = ({ id }: Peeked): string => sha256(`confirm/v1\n${id}`).toString("hex");

/** What a page shows of a business. */
export async function shopOf(tenantId: string) {
  const { name, logo, brandColour, timeZone, locale, phone, address, workingHours } = tenants;
  const [shop] = await gate()
    .select({ name, logo, brandColour, timeZone, locale, phone, address, workingHours })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  return shop;
}

/** What the button was tapped on: the page that named the link, and the business that was picked. */
export type Tap = { page: string; tenantId?: string | undefined };

/**
 * The person's own tap: spends the link, for the business that they chose where there are several. Answers with where to
 * go, whether it opened or not; without a choice, or where this browser has looked at another link since its page was
 * made, that is the page as it would be now.
 */
export async function confirmArrival(device: string, { page, tenantId }: Tap): Promise<string> {
  const looked = await readCookie("lnk");
  const link = looked && (await peekLinkById(looked.linkId));
  if (!looked || !link) return loginPage(undefined, "unknown");
  if (page !== pageOf(link)) return "/l/confirm";
  const picked = await pickedLink(link, tenantId);
  if (!picked) return "/l/confirm";
  const entered = await enterWith(link, { nonce: looked.nonce, device, chosenId: picked });
  if (entered.ok) return landing(link);
  const session = await sessionHere(device);
  const isThere = tenantId === undefined || session?.tenantId === tenantId;
  if (session && isSamePerson(session, link) && isThere) return landing(link);
  const now = (await peekLinkById(link.id)) ?? link;
  return now.state === "open" ? "/l/confirm" : deadEnd(now);
}

/**
 * The link that a tap spends: the picked business's, or the only one that there is. Undefined where a business has to be
 * picked yet, or one was that does not know its holder.
 */
async function pickedLink(link: Peeked, tenantId: string | undefined): Promise<string | undefined> {
  if (link.purpose !== "portal-login") return link.id;
  const mates = await sharing(link.id);
  const open = await choicesOf(link);
  if (tenantId) return mates.find((mate) => mate.tenantId === tenantId)?.linkId;
  return open.length > 1 ? undefined : (open[0]?.linkId ?? link.id);
}

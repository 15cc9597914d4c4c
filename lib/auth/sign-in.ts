import { randomBytes } from "node:crypto";
import { and, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { links } from "@/db/schema/links";
import { linksAskedBy, type Peeked } from "@/lib/links/link";
import { requestLink, type Wanted } from "@/lib/links/request";
import { tokenRing } from "@/lib/links/ring";
import { shopsOf } from "@/lib/links/shops";
import { spentJustNowBy } from "@/lib/links/spend";
import { isCodeOf } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { readCookie, setCookie } from "./cookies";
import { landing } from "./landing";
import { type Entering, endSession, startSession } from "./session";

export const newNonce = () => randomBytes(32).toString("hex");

/**
 * Asks for a link from this browser, to sign in or to a document, and remembers that this browser asked, so that the link opens here in one
 * tap. Answers the same for people who are known and for strangers.
 */
export async function askForLink(wanted: Wanted, address: string, device: string): Promise<Outcome<unknown>> {
  const pending = await readCookie("pend");
  const secret = pending?.secret ?? newNonce();
  const asked = await requestLink(wanted, { address, askedBy: sha256(secret), askedFrom: device });
  await setCookie("pend", { secret, address, askedAtMs: asked.ok ? Date.now() : (pending?.askedAtMs ?? 0) });
  return asked;
}

/**
 * The nonce by which this very browser, having asked for this link, opens it in one tap; undefined in any other, and for a
 * link that is over. For two minutes after the spend there still is one: the answer may have been lost.
 */
export async function nonceOfAsker(link: Peeked): Promise<string | undefined> {
  const pending = await readCookie("pend");
  if (!pending || !link.askedBy?.equals(sha256(pending.secret))) return undefined;
  const nonce = nonceOf(pending.secret, link);
  return link.state === "open" || (await spentJustNowBy(link.id, sha256(nonce))) ? nonce : undefined;
}

/** Spends a link for this browser: the session's secret goes into the cookie, and whoever was in here before is out. */
export async function enterWith(link: Peeked, entering: Entering): Promise<Outcome<null>> {
  const started = await startSession(link, entering);
  if (!started.ok) return started;
  const before = await readCookie("sid");
  if (before && before.secret !== started.value.secret) await endSession(before.secret);
  await setCookie("sid", { secret: started.value.secret });
  return done(null);
}

/** Wrong codes after which a link is dead. */
export const mostTries = 5;

/**
 * Enters with the code of a message instead of its link, and answers with the page that the link opens: it counts for the
 * links that this browser asked for, and after five wrong tries each of those is dead. Sent again because the answer was
 * lost, it gives the same session for two minutes. Refuses with "wrong-code" whatever the cause.
 */
export async function enterWithCode(typed: string, device: string): Promise<Outcome<string>> {
  const pending = await readCookie("pend");
  if (!pending) return refuse("wrong-code");
  const asked = await linksAskedBy(sha256(pending.secret));
  const alive = asked.filter(({ state }) => state === "open" || state === "spent");
  const tried = await takeTries(alive.map(({ id }) => id));
  const link = alive.find(({ id }) => tried.includes(id) && isCodeOf(typed, id, tokenRing()));
  if (!link) {
    await endTriedOut(tried);
    return refuse("wrong-code");
  }
  const nonce = nonceOf(pending.secret, link);
  if (link.state === "open" && link.purpose === "portal-login" && (await shopsOf(link.id)).length > 1) {
    await setCookie("lnk", { linkId: link.id, nonce });
    return done("/l/confirm");
  }
  const entered = await enterWith(link, { nonce, device });
  return entered.ok ? done(landing(link)) : refuse("wrong-code");
}

/** Made from what the asking browser alone has, so that it makes the same one when it has to ask again. */
const nonceOf = (secret: string, link: Peeked) => sha256(`nonce/v1\n${link.id}\n${secret}`).toString("hex");

/** Takes one try from each link that has one left, before anything is compared: a hundred guesses at once are five. */
async function takeTries(ids: string[]): Promise<string[]> {
  const taken = await gate()
    .update(links)
    .set({ codeTries: sql`${links.codeTries} + 1` })
    .where(and(inArray(links.id, ids), lt(links.codeTries, mostTries)))
    .returning({ id: links.id });
  return taken.map(({ id }) => id);
}

async function endTriedOut(ids: string[]): Promise<void> {
  await gate()
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: "code-tries" })
    .where(
      and(
        inArray(links.id, ids),
        gte(links.codeTries, mostTries),
        isNull(links.spentAt),
        isNull(links.retiredAt),
      ),
    );
}

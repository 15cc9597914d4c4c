import { randomBytes } from "node:crypto";
import { and, gte, inArray, lt, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { links } from "@/db/schema/links";
import { retireMessage } from "@/lib/links/end";
import { linksAskedBy, type Peeked } from "@/lib/links/link";
import { policy } from "@/lib/links/policy";
import { requestLink, type Wanted } from "@/lib/links/request";
import { tokenRing } from "@/lib/links/ring";
import { spentJustNowBy } from "@/lib/links/spend";
import { isCodeOf } from "@/lib/links/token";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { choicesOf, onlyShop } from "./choices";
import { readCookie, setCookie } from "./cookies";
import { isSamePerson, sessionHere } from "./here";
import { landing } from "./landing";
import { type Entering, endSession, startSession } from "./session";

export const newNonce = () => randomBytes(32).toString("hex");

/**
 * Where a link is to go: to an address that was typed here, or to one that is known already and shown masked. `once` is the
 * secret of the page that asks.
 */
export type AskedAddress = { address: string; typed: boolean; once?: string | undefined };

/**
 * Asks for a link from this browser, to sign in or to a document, and remembers that this browser asked, so that it opens
 * here in one tap; two taps on one page are one browser's, whichever of their answers it gets. Answers the same for people
 * who are known and for strangers.
 */
export async function askForLink(
  wanted: Wanted,
  { address, typed, once }: AskedAddress,
  device: string,
): Promise<Outcome<unknown>> {
  const pending = await readCookie("pend");
  const secret = pending?.secret ?? (once ? secretOf(once) : newNonce());
  const asked = await requestLink(wanted, { address, askedBy: sha256(secret), askedFrom: device });
  const askedAtMs = asked.ok ? Date.now() : (pending?.askedAtMs ?? 0);
  await setCookie("pend", { secret, address, typed, askedAtMs });
  return asked;
}

const secretOf = (once: string) => sha256(`asks/v1\n${once}`).toString("hex");

/**
 * The nonce by which this very browser opens a link in one tap: it asked for it, or spent it in the last two minutes and
 * lost the answer. Undefined in any other, and for a link that is over.
 */
export async function nonceHere(link: Peeked): Promise<string | undefined> {
  const [pending, looked] = [await readCookie("pend"), await readCookie("lnk")];
  const asker =
    pending && link.askedBy?.equals(sha256(pending.secret)) ? nonceOf(pending.secret, link) : undefined;
  if (link.state === "open") return asker;
  for (const nonce of [asker, looked?.linkId === link.id ? looked.nonce : undefined])
    if (nonce && (await spentJustNowBy(link.id, sha256(nonce)))) return nonce;
  return undefined;
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
 * lost, it gives the same session for two minutes. Where there is a choice to make, of the business or of who is to be
 * signed in here, it leads there first. Refuses with "wrong-code" whatever the cause.
 */
export async function enterWithCode(typed: string, device: string): Promise<Outcome<string>> {
  const pending = await readCookie("pend");
  if (!pending) return refuse("wrong-code");
  const asked = await linksAskedBy(sha256(pending.secret));
  const alive = asked.filter(
    ({ purpose, state }) => policy[purpose].code && (state === "open" || state === "spent"),
  );
  const tried = await takeTries(alive.map(({ id }) => id));
  const link = alive.find(({ id }) => tried.includes(id) && isCodeOf(typed, id, tokenRing()));
  if (!link) {
    await endTriedOut(tried);
    return refuse("wrong-code");
  }
  const nonce = nonceOf(pending.secret, link);
  if (link.state === "open" && (await isToBeChosen(link, device))) {
    await setCookie("lnk", { linkId: link.id, nonce });
    return done("/l/confirm");
  }
  const entered = await enterWith(link, { nonce, device, chosenId: (await onlyShop(link))?.linkId });
  return entered.ok ? done(landing(link)) : refuse("wrong-code");
}

/** Whether a person has to say which business they enter, or that somebody else is to be signed out here. */
async function isToBeChosen(link: Peeked, device: string): Promise<boolean> {
  if ((await choicesOf(link)).length > 1) return true;
  const session = await sessionHere(device);
  return session !== undefined && !isSamePerson(session, link);
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
  await gate().transaction(async (tx) => {
    const over = await tx
      .select({ id: links.id })
      .from(links)
      .where(and(inArray(links.id, ids), gte(links.codeTries, mostTries)))
      .orderBy(links.id)
      .for("no key update");
    for (const { id } of over) await retireMessage(tx, id, "code-tries");
  });
}

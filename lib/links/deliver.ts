import { eq, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { linkTokens } from "@/db/schema/links";
import { compose } from "@/lib/delivery/compose";
import { type Delivery, deliver } from "@/lib/delivery/deliver";
import { mostAttempts } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { readFileToSend, type StoredFile } from "@/lib/storage/files";
import { drop, giveUp, type Message, noteSent } from "./delivered";
import { type Issued, isTokenOf, type Peeked, peekLinkById } from "./link";
import { policy } from "./policy";
import { tokenRing } from "./ring";
import { codeOf, hashToken, mintToken } from "./token";

/**
 * The job that sends one message. The token is minted here, its hash stored first, and only the provider is given the
 * plaintext. Repeating the job sends nothing twice: the provider knows the message's id, and says when an earlier try
 * had arrived after all. Throws when it is worth trying again.
 */
export async function deliverMessage(messageId: string): Promise<void> {
  const [message] = await gate().select().from(messages).where(eq(messages.id, messageId));
  if (!message || message.sentAt || message.failedAt) return;
  const link = message.linkId ? await peekLinkById(message.linkId) : undefined;
  if (link && link.state !== "open") return leaveUnsent(message, link.state);
  await gate()
    .update(messages)
    .set({
      attempts: sql`${messages.attempts} + 1`,
      firstTriedAt: sql`coalesce(${messages.firstTriedAt}, now())`,
    })
    .where(eq(messages.id, messageId));
  const minted = link && mintFor(link);
  const result = await handOver(message, minted);
  if ("sent" in result) return noteSent(message, result.sent, minted?.hash);
  if (!result.notSent.retry || message.attempts + 1 >= mostAttempts)
    return giveUp(message, result.notSent.cause);
  await gate().update(messages).set({ failure: result.notSent.cause }).where(eq(messages.id, messageId));
  throw new Error(result.notSent.cause);
}

/** Why a link that no longer opens is not sent, and whether somebody is left waiting for it. */
const unsendable: Record<Exclude<Peeked["state"], "open">, { cause: string; missed: boolean }> = {
  retired: { cause: "The link was ended before it was sent.", missed: false },
  spent: { cause: "The link was used already, so it had arrived.", missed: false },
  discarded: { cause: "The link was put away already, so it had arrived.", missed: false },
  settled: { cause: "What it leads to was settled before it was sent.", missed: false },
  expired: { cause: "The link ran out before it could be sent.", missed: true },
  "holder-inactive": { cause: "They were made inactive before it was sent.", missed: true },
};

function leaveUnsent(message: Message, state: keyof typeof unsendable): Promise<void> {
  const { cause, missed } = unsendable[state];
  return missed ? giveUp(message, cause) : drop(message, cause);
}

type Minted = { link: Issued; hash: Buffer } & NonNullable<Parameters<typeof compose>[1]>;

/** A code goes with what somebody asked for, since it opens in the browser that asked alone. */
function mintFor(link: Issued & { askedBy?: Buffer | null }): Minted {
  const ring = tokenRing();
  const { token, hash } = mintToken(link.purpose, ring);
  const key = policy[link.purpose].code && link.askedBy ? ring.keys[0] : undefined;
  const code = key ? codeOf(link.id, key) : null;
  return {
    link,
    hash,
    url: linkUrl(link.purpose, token),
    code,
    class: link.class,
    expiresAt: link.expiresAt,
  };
}

async function storeHash({ link, hash }: Minted): Promise<void> {
  await gate().insert(linkTokens).values({ hash, tenantId: link.tenantId, linkId: link.id });
}

/**
 * Writes the words, stores the hash, and hands both over. A token that cannot have reached the provider is dropped at
 * once. What goes wrong on our own side is no provider's word: it goes to the log, and is tried again like a refusal.
 */
async function handOver(message: Message, minted: Minted | undefined): Promise<Delivery> {
  try {
    const words = await compose(message, minted);
    const attachment = await attachmentOf(message);
    if (minted) await storeHash(minted);
    const result = await deliver(
      { id: message.id, channel: message.channel, to: message.address, ...words, attachment },
      message.firstTriedAt,
      async (token) => minted !== undefined && (await isTokenOf(minted.link.id, hashToken(token))),
    );
    if (minted && "notSent" in result && !result.notSent.mayHaveArrived)
      await gate().delete(linkTokens).where(eq(linkTokens.hash, minted.hash));
    return result;
  } catch (error) {
    log.error({ err: error, message: message.id }, "a message could not be handed over");
    return { notSent: { retry: true, mayHaveArrived: true, cause: ourFault } };
  }
}

/** Who reads a message by SMS finds its file behind the link. */
async function attachmentOf({ fileId, channel }: Message): Promise<StoredFile | undefined> {
  if (!fileId || channel === "sms") return undefined;
  const file = await readFileToSend(fileId);
  if (!file) throw new Error(`The file ${fileId} of a message is gone.`);
  return file;
}

const ourFault = "Latchkey couldn’t send it. Whoever looks after Latchkey here finds the cause in its log.";

/** Mints a link that the office copies: its address is shown this once and kept nowhere. */
export async function mintForCopy(link: Issued): Promise<string> {
  const minted = mintFor(link);
  await storeHash(minted);
  return minted.url;
}

/** Where a token opens: a job's link is the page itself, every other one goes through the gate. */
export function linkUrl(purpose: Peeked["purpose"], token: string): string {
  return `${tokenRing().origin}/${policy[purpose].class === "bearer" ? "j" : "l"}/${token}`;
}

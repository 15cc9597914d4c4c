import { env } from "@/lib/env";
import { sendEmail } from "./email";
import { dropInMailbox } from "./mailbox";
import { sendSms } from "./sms";

/** A message in its last form, with the link in it: it lives in memory, from here to the provider. */
export type Outgoing = {
  /** The message's id: the idempotency key at the provider, and the name by which its events find it again. */
  id: string;
  channel: "email" | "sms";
  to: string;
  /** The shop's name, as the reader knows it. */
  from: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  /** A file that goes with a letter; an SMS takes none. */
  attachment?: Attachment | undefined;
};

export type Attachment = { name: string; contentType: string; content: Buffer };

/** earlier: the provider already had a message under this id, so the one before reached them and this one did not. */
type Sent = { providerId: string; arrived: "now" | "earlier" };

/** cause: a sentence for the office, without token or host name. mayHaveArrived: nobody said that it did not. */
export type NotSent = { retry: boolean; mayHaveArrived: boolean; cause: string };

export type Delivery = { sent: Sent } | { notSent: NotSent };

/** What a message that may have arrived at an earlier try is recognised by. */
export type EarlierTry = {
  /** When this message was first handed to the provider; null at the first try. */
  firstTriedAt: Date | null;
  /** Whether a link token was minted for this message at one of its tries. */
  wasOurs: (token: string) => Promise<boolean>;
  now: Date;
};

/**
 * Hands one message to its provider and promises that, tried again after any failure, at most one copy arrives. On a
 * loopback origin a channel without keys goes to the mailbox. What the provider refuses is a value; it never throws for it.
 */
export async function deliver(
  outgoing: Outgoing,
  firstTriedAt: Date | null,
  wasOurs: EarlierTry["wasOurs"],
  now = new Date(),
): Promise<Delivery> {
  const { RESEND_API_KEY, TWILIO_ACCOUNT_SID, loopback } = env();
  const earlier = { firstTriedAt, wasOurs, now };
  if (outgoing.channel === "email" && RESEND_API_KEY) return sendEmail(outgoing, earlier);
  if (outgoing.channel === "sms" && TWILIO_ACCOUNT_SID) return sendSms(outgoing, earlier);
  if (!loopback) throw new Error(`There are no keys to send ${outgoing.channel} with.`);
  return dropInMailbox(outgoing, now);
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { env } from "@/lib/env";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { smsFailure } from "./sms-failures";

/** What a provider says became of a message. */
export type DeliveryEvent = {
  /** The provider's name for the message. */
  providerId: string;
  /** Our own, which we gave it along; null when it does not come back. */
  messageId: string | null;
  what: "delivered" | "bounced" | "complained" | "delayed" | "ignored";
  /** Why it bounced, as a sentence for the office. */
  reason?: string;
  at: Date;
};

const forged = refuse("not-allowed", { sentence: "The signature doesn’t fit what was posted." });

const resendEvent = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().default(""),
    tags: z.object({ message: z.uuid().optional() }).optional().catch(undefined),
    bounce: z.object({ type: z.string().default(""), subType: z.string().default("") }).optional(),
  }),
});

const meaning: Record<string, DeliveryEvent["what"]> = {
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.failed": "bounced",
  "email.suppressed": "bounced",
  "email.complained": "complained",
  "email.delivery_delayed": "delayed",
};

/**
 * Reads an event that Resend posted, from the exact bytes of its body. What is not signed with our secret, was signed
 * more than five minutes ago or was changed or written anew on the way is "not-allowed".
 */
export function readResendEvent(headers: Headers, rawBody: string): Outcome<DeliveryEvent> {
  const secret = env().RESEND_WEBHOOK_SECRET;
  if (!secret || !isFromResend(new Webhook(secret), headers, rawBody)) return forged;
  const read = resendEvent.safeParse(JSON.parse(rawBody));
  if (!read.success) return refuse("invalid");
  const { type, created_at: at, data: email } = read.data;
  const what = meaning[type] ?? "ignored";
  const reason = what === "bounced" ? emailFailure(type, email.bounce) : undefined;
  return done({ providerId: email.email_id, messageId: email.tags?.message ?? null, what, reason, at });
}

function isFromResend(webhook: Webhook, headers: Headers, rawBody: string): boolean {
  const signed = ["id", "timestamp", "signature"].map((part) => [
    `webhook-${part}`,
    headers.get(`svix-${part}`) ?? "",
  ]);
  try {
    webhook.verify(rawBody, Object.fromEntries(signed), { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function emailFailure(type: string, bounce?: { type: string; subType: string }): string {
  if (type === "email.suppressed" || bounce?.subType.includes("Suppress")) {
    return "This address bounced before, so the email service no longer sends to it.";
  }
  if (type === "email.failed") return "The email service couldn’t send it.";
  if (bounce?.subType === "MailboxFull") return "Their mailbox is full.";
  if (bounce?.subType === "ContentRejected") return "Their mail server took it for spam.";
  if (bounce?.type === "Transient") return "Their mail server didn’t take it.";
  return "The address doesn’t exist, or its mail server refused it.";
}

const twilioEvent = z.object({
  MessageSid: z.string().min(1),
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().int().optional().catch(undefined),
});

/**
 * Reads a status that Twilio posted to `url`, which is the public address that Twilio was given, with its query. What is
 * not signed with our token over that address and every field of the form is "not-allowed".
 */
export function readTwilioEvent(
  url: string,
  headers: Headers,
  form: URLSearchParams,
  now = new Date(),
): Outcome<DeliveryEvent> {
  const key = env().TWILIO_AUTH_TOKEN;
  if (!key || !isFromTwilio(key, url, headers.get("x-twilio-signature") ?? "", form)) return forged;
  const read = twilioEvent.safeParse(Object.fromEntries(form));
  if (!read.success) return refuse("invalid");
  const { MessageSid: providerId, MessageStatus: status, ErrorCode: code } = read.data;
  const messageId = z.uuid().safeParse(new URL(url).searchParams.get("message")).data ?? null;
  const named = { providerId, messageId, at: now };
  if (status === "delivered") return done({ ...named, what: "delivered" });
  if (status === "undelivered" || status === "failed") {
    return done({ ...named, what: "bounced", reason: smsFailure(code) });
  }
  return done({ ...named, what: "ignored" });
}

/** Twilio signs the address and then every field's name and value, in the order of the names, all run together. */
function isFromTwilio(key: string, url: string, signature: string, form: URLSearchParams): boolean {
  const fields = [...new Set(form.keys())].sort();
  const signed = fields.flatMap((name) =>
    [...new Set(form.getAll(name))].sort().map((value) => name + value),
  );
  const expected = createHmac("sha1", key)
    .update(url + signed.join(""))
    .digest();
  const found = Buffer.from(signature, "base64");
  return found.length === expected.length && timingSafeEqual(found, expected);
}

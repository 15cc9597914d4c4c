import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type Scope } from "@/lib/auth/scope";
import { clock, nextMinute } from "@/lib/dates";
import type { Issued } from "@/lib/links/link";
import { type Sending, sendLink } from "@/lib/links/send";
import { type Outcome, refuse } from "@/lib/outcome";
import type { Contact } from "./contacts";

type To = { contact: Contact; address: string };

/**
 * Sends a client a link because the office says so, by the channel of the address, in the caller's transaction. Refuses
 * as `sendLink` does; the fourth in an hour with the time, by the office's own clock, at which it may be sent.
 */
export async function sendFromOffice(
  tx: Tx,
  scope: Scope,
  { contact, address }: To,
  what: Omit<Sending, "asker" | "alsoTo" | "by">,
): Promise<Outcome<Issued>> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A session's business is gone.");
  const channel = address.includes("@") ? "email" : "sms";
  const sent = await sendLink(tx, { tenant, contact, channel, address }, { ...what, by: doerOf(scope) });
  const { retryAfterSeconds } = sent.ok ? {} : sent.detail;
  if (sent.ok || retryAfterSeconds === undefined) return sent;
  const sentence = waitSentence(new Date(Date.now() + retryAfterSeconds * 1000), tenant);
  return refuse(sent.reason, { ...sent.detail, sentence });
}

/** Names the first whole minute at which it may be sent again. */
export function waitSentence(
  until: Date,
  { timeZone, locale }: { timeZone: string; locale: string },
): string {
  const at = clock(nextMinute(until), timeZone, locale);
  return `We send up to three links an hour to one address. You can send again at ${at}.`;
}

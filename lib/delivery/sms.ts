import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Delivery, EarlierTry, NotSent, Outgoing } from "./deliver";
import { smsFailure } from "./sms-failures";

const timeoutMs = 10_000;
/** Clocks differ, and Twilio's says whole seconds. */
const clockSkewMs = 60_000;

const accepted = z.object({ sid: z.string() });
const problem = z.object({ code: z.number() });
const listed = z.object({
  messages: z.array(
    z.object({ sid: z.string(), body: z.string(), status: z.string(), date_created: z.string() }),
  ),
});

/**
 * Sends one SMS by Twilio. Twilio has no idempotency key: when an earlier try may have arrived, it is asked first what it
 * has sent to that number since, and a message that is ours is not sent again.
 */
export async function sendSms(outgoing: Outgoing, earlier: EarlierTry): Promise<Delivery> {
  if (earlier.firstTriedAt) {
    const found = await findEarlier(outgoing, earlier.firstTriedAt, earlier.wasOurs);
    if (found === "unknown") return { notSent: { ...unreachable, mayHaveArrived: false } };
    if (found) return { sent: { providerId: found, arrived: "earlier" } };
  }
  const { APP_ORIGIN, TWILIO_FROM = "" } = env();
  const form = new URLSearchParams({
    To: outgoing.to,
    From: TWILIO_FROM,
    Body: outgoing.text,
    SmartEncoded: "true",
  });
  if (APP_ORIGIN.startsWith("https:")) form.set("StatusCallback", callbackFor(outgoing.id));
  const answer = await twilio("POST", form);
  if (!answer) return { notSent: unreachable };
  const created = accepted.safeParse(answer.body);
  if (answer.status < 300 && created.success) {
    return { sent: { providerId: created.data.sid, arrived: "now" } };
  }
  return { notSent: reading(answer) };
}

/** Where Twilio reports what became of a message: it says which one in the address, which Twilio signs. */
const callbackFor = (messageId: string) => `${env().APP_ORIGIN}/api/webhooks/twilio?message=${messageId}`;

/**
 * The sid of the message that an earlier try left at Twilio. The list is not narrowed by date: a message that still
 * waits there has none, and would be missed.
 */
async function findEarlier(outgoing: Outgoing, since: Date, wasOurs: EarlierTry["wasOurs"]) {
  const answer = await twilio("GET", new URLSearchParams({ To: outgoing.to, PageSize: "200" }));
  const list = listed.safeParse(answer?.status === 200 ? answer.body : undefined);
  if (!list.success) return "unknown";
  for (const message of list.data.messages) {
    if (Date.parse(message.date_created) < since.getTime() - clockSkewMs) continue;
    if (["failed", "undelivered", "canceled"].includes(message.status)) continue;
    if (await isSame(message.body, outgoing.text, wasOurs)) return message.sid;
  }
  return undefined;
}

async function isSame(body: string, text: string, wasOurs: EarlierTry["wasOurs"]): Promise<boolean> {
  const tokens = body.match(/[0-9A-Za-z]{48,64}/g) ?? [];
  for (const token of tokens) if (await wasOurs(token)) return true;
  return tokens.length === 0 && bare(body) === bare(text);
}

/** Letters and digits only: Twilio writes some punctuation in a way that costs less. */
const bare = (text: string) => text.replace(/[^0-9A-Za-z]/g, "");

type Answer = { status: number; body: unknown };

/** Undefined when nothing, or nothing whole, came back: then it is open whether Twilio acted. */
async function twilio(method: "GET" | "POST", fields: URLSearchParams): Promise<Answer | undefined> {
  const { TWILIO_BASE_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = env();
  const messages = `${TWILIO_BASE_URL}/2010-04-01/Accounts/${TWILIO_ACCOUNT_SID}/Messages.json`;
  const key = Buffer.from(`${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`).toString("base64");
  try {
    const response = await fetch(method === "GET" ? `${messages}?${fields}` : messages, {
      method,
      headers: { authorization: `Basic ${key}` },
      body: method === "POST" ? fields : undefined,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: await response.json() };
  } catch (error) {
    log.warn({ err: error }, "Twilio did not answer");
    return undefined;
  }
}

const unreachable: NotSent = {
  retry: true,
  mayHaveArrived: true,
  cause: "The SMS service can’t be reached.",
};

function reading({ status, body }: Answer): NotSent {
  if (status === 429 || status >= 500)
    return { retry: true, mayHaveArrived: status !== 429, cause: "The SMS service is busy." };
  const refused = problem.safeParse(body);
  const code = refused.success ? refused.data.code : undefined;
  log.warn({ status, code }, "Twilio refused a message");
  return { retry: false, mayHaveArrived: false, cause: smsFailure(code) };
}

import { createHmac, randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { beforeAll, expect, test, vi } from "vitest";
import { postedText } from "./posted-text";
import { readResendEvent, readTwilioEvent } from "./webhooks";

const secret = `whsec_${Buffer.from("a secret of the right length....").toString("base64")}`;
const messageId = "5a3ff3ad-8a2e-4f0e-9a3d-6a0a1c8e5b10";

beforeAll(() => {
  vi.stubEnv("RESEND_API_KEY", "re_test");
  vi.stubEnv("RESEND_WEBHOOK_SECRET", secret);
  vi.stubEnv("MAIL_FROM", "links@latchkey.example");
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "12345");
  vi.stubEnv("TWILIO_FROM", "+61480000000");
});

const posted = (type: string, more: object = {}) =>
  JSON.stringify({
    type,
    created_at: "2026-04-24T00:14:05.000Z",
    data: { email_id: "em_1", to: ["sal@beam.example"], tags: { message: messageId }, ...more },
  });

function signedHeaders(body: string, at = new Date(), by = secret) {
  const id = `msg_${randomUUID()}`;
  return new Headers({
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": new Webhook(by).sign(id, at, body),
  });
}

test.each([
  ["email.delivered", {}, "delivered", undefined],
  [
    "email.bounced",
    { bounce: { type: "Permanent", subType: "General", message: "550 mx.beam.example" } },
    "bounced",
    "The address doesn’t exist, or its mail server refused it.",
  ],
  [
    "email.bounced",
    { bounce: { type: "Transient", subType: "MailboxFull", message: "452" } },
    "bounced",
    "Their mailbox is full.",
  ],
  [
    "email.suppressed",
    { suppressed: { type: "x", message: "y" } },
    "bounced",
    "This address bounced before, so the email service no longer sends to it.",
  ],
  ["email.failed", { failed: { reason: "x" } }, "bounced", "The email service couldn’t send it."],
  ["email.complained", {}, "complained", undefined],
  ["email.delivery_delayed", {}, "delayed", undefined],
  ["email.opened", {}, "ignored", undefined],
  ["email.sent", {}, "ignored", undefined],
])("Resend's %s is read with its message, and %j", (type, more, what, reason) => {
  const body = posted(type, more);
  expect(readResendEvent(signedHeaders(body), body)).toEqual({
    ok: true,
    value: { providerId: "em_1", messageId, what, reason, at: new Date("2026-04-24T00:14:05Z") },
  });
});

test("an event of Resend's that is about no email is read and ignored", () => {
  const body = JSON.stringify({
    type: "contact.created",
    created_at: "2026-04-24T00:14:05Z",
    data: { id: "c" },
  });
  expect(readResendEvent(signedHeaders(body), body)).toMatchObject({
    value: { what: "ignored", messageId: null },
  });
});

test("an event that Resend didn't sign just now, in these very bytes, is not allowed", () => {
  const body = posted("email.bounced");
  const good = signedHeaders(body);
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const without = (name: string) => {
    const fewer = new Headers(good);
    fewer.delete(name);
    return fewer;
  };
  const changed = (name: string, value: string) => new Headers([...good, [name, value]]);
  const attempts: [Headers, string][] = [
    [signedHeaders(body, minutesAgo(6)), body],
    [signedHeaders(body, minutesAgo(-6)), body],
    [signedHeaders(body, new Date(), "whsec_b3RoZXI="), body],
    [good, posted("email.delivered")],
    [good, JSON.stringify(JSON.parse(body), null, 2)],
    [good, body.slice(0, -1)],
    [good, ""],
    [without("svix-id"), body],
    [without("svix-timestamp"), body],
    [without("svix-signature"), body],
    [changed("svix-signature", "v1,"), posted("email.failed")],
    [
      new Headers({
        ...Object.fromEntries(good),
        "svix-signature": (good.get("svix-signature") ?? "").slice(0, 20),
      }),
      body,
    ],
    [new Headers(), body],
  ];
  for (const [headers, sent] of attempts) {
    expect(readResendEvent(headers, sent)).toMatchObject({ ok: false, reason: "not-allowed" });
  }
});

const callback = `https://fernleigh.example/api/webhooks/twilio?message=${messageId}`;
const now = new Date("2026-04-24T01:53:00Z");

const status = (MessageStatus: string, more: Record<string, string> = {}) =>
  new URLSearchParams({ AccountSid: "AC1", MessageSid: "SM1", MessageStatus, To: "+61491571266", ...more });

function twilioHeaders(url: string, form: URLSearchParams, key = "12345") {
  const fields = [...form].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value);
  const signature = createHmac("sha1", key)
    .update(url + fields.join(""))
    .digest("base64");
  return new Headers({ "x-twilio-signature": signature });
}

test("the signature of Twilio's own published example holds, though it is about no message", () => {
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const form = new URLSearchParams({
    CallSid: "CA1234567890ABCDE",
    Caller: "+14158675309",
    Digits: "1234",
    From: "+14158675309",
    To: "+18005551212",
  });
  const headers = new Headers({ "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" });
  expect(readTwilioEvent(url, headers, form, now)).toMatchObject({ ok: false, reason: "invalid" });
});

test.each([
  ["delivered", {}, "delivered", undefined],
  ["undelivered", { ErrorCode: "30003" }, "bounced", "Their phone was off or out of reach."],
  ["undelivered", { ErrorCode: "30005" }, "bounced", "Unknown number."],
  ["undelivered", { ErrorCode: "30007" }, "bounced", "The carrier blocked it."],
  ["failed", {}, "bounced", "The SMS service didn’t accept it."],
  ["sent", {}, "ignored", undefined],
  ["queued", {}, "ignored", undefined],
])("Twilio's %s %j is read with its message", (name, more, what, reason) => {
  const form = status(name, more);
  const read = readTwilioEvent(callback, twilioHeaders(callback, form), form, now);
  expect(read).toMatchObject({ ok: true, value: { providerId: "SM1", messageId, what, at: now } });
  expect(read.ok && read.value.reason).toBe(reason);
});

test("a status that Twilio didn't sign, for this address and these fields, is not allowed", () => {
  const form = status("undelivered", { ErrorCode: "30003" });
  const good = twilioHeaders(callback, form);
  const fewer = new URLSearchParams(form);
  fewer.delete("ErrorCode");
  const doubled = new URLSearchParams([...form, ["MessageStatus", "delivered"]]);
  const attempts: [string, Headers, URLSearchParams][] = [
    [callback, good, status("delivered", { ErrorCode: "30003" })],
    [callback, good, fewer],
    [callback, good, doubled],
    [callback.replace(messageId, randomUUID()), good, form],
    [callback.replace("fernleigh", "evil"), good, form],
    [callback, twilioHeaders(callback, form, "54321"), form],
    [callback, new Headers({ "x-twilio-signature": "" }), form],
    [callback, new Headers(), form],
  ];
  for (const [url, headers, sent] of attempts) {
    expect(readTwilioEvent(url, headers, sent, now)).toMatchObject({ ok: false, reason: "not-allowed" });
  }
});

test("a body is read to its last byte, and one that is longer than any event not at all", async () => {
  const post = (body: string) => new Request("https://fernleigh.example", { method: "POST", body });
  expect(await postedText(post("“Sal’s”"))).toBe("“Sal’s”");
  expect(await postedText(post(""))).toBe("");
  expect(await postedText(post("x".repeat(64_001)))).toBeUndefined();
});

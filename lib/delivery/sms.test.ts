import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliver, type Outgoing } from "./deliver";

/** Twilio as it behaves: every POST makes a message, whether or not its answer arrives; GET lists the newest first. */
type Text = {
  sid: string;
  to: string;
  body: string;
  status: string;
  date_created: string;
  callback: string | null;
};
type Fault = { status: number; code?: number } | "accept and drop" | "drop";
let texts: Text[] = [];
let faults: Fault[] = [];
let keys: (string | undefined)[] = [];

const server = createServer(async (request, response) => {
  const form = new URLSearchParams(await new Response(request as never).text());
  const fault = faults.shift();
  keys.push(request.headers.authorization);
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (fault === "drop") return request.socket.destroy();
  if (typeof fault === "object")
    return answer(fault.status, { code: fault.code, message: "api.twilio.example" });
  if (request.method === "GET") {
    const to = new URL(request.url ?? "", "http://twilio.example").searchParams.get("To");
    return answer(200, { messages: texts.filter((text) => text.to === to).reverse() });
  }
  texts.push({
    sid: `SM${randomUUID()}`,
    to: form.get("To") ?? "",
    body: form.get("Body") ?? "",
    status: "queued",
    date_created: now.toUTCString(),
    callback: form.get("StatusCallback"),
  });
  if (fault === "accept and drop") return request.socket.destroy();
  answer(201, { sid: texts.at(-1)?.sid });
});

const now = new Date("2026-04-24T01:52:00Z");
const first = `d${"1".repeat(63)}`;
const second = `d${"2".repeat(63)}`;
const wasOurs = (token: string) => Promise.resolve(token === first || token === second);
const never = () => Promise.resolve(false);

const toSal = (token: string, id: string = randomUUID()): Outgoing => ({
  id,
  channel: "sms",
  to: "+61491571266",
  from: "Fernleigh Property",
  subject: "New job",
  text: `Fernleigh Property: new job.\nhttps://fernleigh.example/j/${token}`,
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  vi.stubEnv("APP_ORIGIN", "https://fernleigh.example");
  vi.stubEnv("RESEND_API_KEY", "re_test");
  vi.stubEnv("RESEND_WEBHOOK_SECRET", "whsec_dGVzdA==");
  vi.stubEnv("MAIL_FROM", "links@latchkey.example");
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "secret");
  vi.stubEnv("TWILIO_FROM", "+61480000000");
  vi.stubEnv("TWILIO_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

beforeEach(() => {
  texts = [];
  faults = [];
  keys = [];
});

afterAll(() => server.close());

test("an SMS goes out once, and Twilio is told where to say what became of it", async () => {
  const outgoing = toSal(first);
  const result = await deliver(outgoing, null, never, now);
  expect(result).toEqual({ sent: { providerId: texts[0]?.sid, arrived: "now" } });
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatchObject({ to: "+61491571266", body: outgoing.text });
  expect(texts[0]?.callback).toBe(`https://fernleigh.example/api/webhooks/twilio?message=${outgoing.id}`);
  expect(keys).toEqual([`Basic ${Buffer.from("AC1:secret").toString("base64")}`]);
});

test("[X3] a retry after a lost answer finds the first message by its link and sends no second", async () => {
  const outgoing = toSal(first);
  faults = ["accept and drop"];
  expect(await deliver(outgoing, null, wasOurs, now)).toMatchObject({ notSent: { retry: true } });
  const again = await deliver(toSal(second, outgoing.id), now, wasOurs, now);
  expect(again).toEqual({ sent: { providerId: texts[0]?.sid, arrived: "earlier" } });
  expect(texts).toHaveLength(1);
});

test("[X3] a retry of what never reached Twilio sends it, whatever else that number was sent", async () => {
  await deliver(toSal(`d${"9".repeat(63)}`), null, never, now);
  faults = ["drop"];
  const outgoing = toSal(first);
  await deliver(outgoing, null, wasOurs, now);
  const again = await deliver(toSal(second, outgoing.id), now, wasOurs, now);
  expect(again).toMatchObject({ sent: { arrived: "now" } });
  expect(texts.map(({ body }) => body.slice(-1))).toEqual(["9", "2"]);
});

test("[X3] while Twilio can't say what it has sent, nothing more is sent", async () => {
  faults = ["accept and drop", "drop", { status: 500 }, { status: 429, code: 20429 }];
  const outgoing = toSal(first);
  await deliver(outgoing, null, wasOurs, now);
  for (let tries = 0; tries < 3; tries++) {
    expect(await deliver(toSal(second, outgoing.id), now, wasOurs, now)).toMatchObject({
      notSent: { retry: true },
    });
  }
  expect(texts).toHaveLength(1);
});

test("[X3] a message without a link is recognised by its words, also when Twilio wrote plainer quotes", async () => {
  const outgoing = { ...toSal(first), text: "Fernleigh Property: this job is cancelled.\n“Owner’s call”" };
  faults = ["accept and drop"];
  await deliver(outgoing, null, never, now);
  for (const text of texts) text.body = 'Fernleigh Property: this job is cancelled.\n"Owner\'s call"';
  expect(await deliver(outgoing, now, never, now)).toMatchObject({ sent: { arrived: "earlier" } });
});

test("an earlier message that failed at the carrier, or is older than the first try, doesn't count as arrived", async () => {
  const outgoing = toSal(first);
  await deliver(outgoing, null, never, now);
  for (const text of texts) text.status = "failed";
  expect(await deliver(toSal(second), now, wasOurs, now)).toMatchObject({ sent: { arrived: "now" } });
  const anHourLater = new Date(now.getTime() + 60 * 60_000);
  expect(await deliver(toSal(second), anHourLater, wasOurs, anHourLater)).toMatchObject({
    sent: { arrived: "now" },
  });
});

test.each([
  [21211, "This isn’t a number that we can text."],
  [21614, "This number can’t get texts. It may be a landline."],
  [21610, "They replied STOP, so texts to them are blocked until they reply START."],
  [30007, "The carrier blocked it."],
  [99999, "The SMS service didn’t accept it."],
])("Twilio's refusal %i is not tried again and the office reads why", async (code, cause) => {
  faults = [{ status: 400, code }];
  expect(await deliver(toSal(first), null, never, now)).toEqual({
    notSent: { retry: false, mayHaveArrived: false, cause },
  });
});

test.each([[{ status: 429, code: 20429 }], [{ status: 503 }], ["drop" as const]])(
  "trouble of Twilio's own is worth another try: %j",
  async (fault) => {
    faults = [fault];
    expect(await deliver(toSal(first), null, never, now)).toMatchObject({ notSent: { retry: true } });
  },
);

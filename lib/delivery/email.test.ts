import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliver, type Outgoing } from "./deliver";

/** Resend as it behaves: it keeps a key for its first body, and may lose its own answer on the way back. */
type Mail = { id: string; from: string; to: string[]; subject: string; text: string; reply_to?: string };
type Fault = { status: number; body: string } | "accept and drop" | "drop";
const sent = new Map<string, Mail & { raw: string }>();
let faults: Fault[] = [];

const server = createServer(async (request, response) => {
  const raw = await new Response(request as never).text();
  const key = String(request.headers["idempotency-key"]);
  const fault = faults.shift();
  if (fault === "drop") return request.socket.destroy();
  if (typeof fault === "object") return answer(response, fault.status, fault.body);
  const before = sent.get(key);
  if (before && before.raw !== raw) return answer(response, 409, problem(409, "invalid_idempotent_request"));
  const mail = before ?? { ...JSON.parse(raw), raw, id: randomUUID() };
  sent.set(key, mail);
  if (fault === "accept and drop") return request.socket.destroy();
  answer(response, 200, JSON.stringify({ id: mail.id }));
});

function answer(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

const problem = (statusCode: number, name: string) =>
  JSON.stringify({ statusCode, name, message: "api.resend.example: dAtoken" });

const now = new Date("2026-04-24T00:14:00Z");
const never = () => Promise.resolve(false);

const toSal = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: randomUUID(),
  channel: "email",
  to: "sal@beamandsons.example",
  from: "Fernleigh Property",
  subject: "New job: Ensuite exhaust fan dead, 27 Bull St",
  text: "https://fernleigh.example/j/first",
  ...change,
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  vi.stubEnv("RESEND_API_KEY", "re_test");
  vi.stubEnv("RESEND_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("RESEND_WEBHOOK_SECRET", "whsec_dGVzdA==");
  vi.stubEnv("MAIL_FROM", "Latchkey <links@latchkey.example>");
});

beforeEach(() => {
  faults = [];
  sent.clear();
});

afterAll(() => server.close());

test("an email goes out once, from the shop's name at our own address, with a text part", async () => {
  const outgoing = toSal({ replyTo: "priya@fernleigh.example", html: "<p>Open the job</p>" });
  const result = await deliver(outgoing, null, never, now);
  const mail = sent.get(outgoing.id);
  expect(result).toEqual({ sent: { providerId: mail?.id, arrived: "now" } });
  expect(mail).toMatchObject({
    from: '"Fernleigh Property" <links@latchkey.example>',
    to: ["sal@beamandsons.example"],
    reply_to: "priya@fernleigh.example",
    text: outgoing.text,
    tags: [{ name: "message", value: outgoing.id }],
  });
});

test("[B6] a file goes with its letter, byte for byte, and a retry of it is still one letter", async () => {
  const content = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff]);
  const attachment = { name: "Contract,\r\nsigned.pdf", contentType: "application/pdf", content };
  const outgoing = toSal({ attachment });
  faults = ["accept and drop"];
  await deliver(outgoing, null, never, now);
  expect(await deliver(outgoing, now, never, now)).toMatchObject({ sent: { arrived: "now" } });
  const mail = JSON.parse(sent.get(outgoing.id)?.raw ?? "{}");
  expect(sent.size).toBe(1);
  expect(mail.attachments).toMatchObject([
    {
      filename: "Contract,  signed.pdf",
      content_type: "application/pdf",
      content: content.toString("base64"),
    },
  ]);
});

test("[X3] a retry with a new token, after an answer was lost, keeps the first message", async () => {
  const outgoing = toSal();
  faults = ["accept and drop"];
  expect(await deliver(outgoing, null, never, now)).toMatchObject({ notSent: { retry: true } });
  const again = await deliver({ ...outgoing, text: "https://fernleigh.example/j/second" }, now, never, now);
  expect(again).toEqual({ sent: { providerId: outgoing.id, arrived: "earlier" } });
  expect(sent.get(outgoing.id)?.text).toContain("/j/first");
});

test("[X3] a provider that loses half of its answers still delivers every message exactly once", async () => {
  const each = Array.from({ length: 100 }, () => toSal({ to: `${randomUUID()}@harbour.example` }));
  for (const [turn, outgoing] of each.entries()) {
    faults = (["accept and drop", "drop", undefined] as const)
      .slice(turn % 3)
      .filter((fault) => fault !== undefined);
    let tries = 0;
    let result = await deliver(outgoing, null, never, now);
    while ("notSent" in result && tries++ < 5) {
      result = await deliver({ ...outgoing, text: `https://fernleigh.example/j/${tries}` }, now, never, now);
    }
    expect(result).toHaveProperty("sent");
  }
  expect([...sent.values()].map(({ to }) => to[0]).sort()).toEqual(each.map(({ to }) => to).sort());
});

test("[X3] after a day, when Resend has forgotten the key, a message of unknown fate is not sent again", async () => {
  const outgoing = toSal();
  const result = await deliver(outgoing, new Date(now.getTime() - 24 * 60 * 60_000), never, now);
  expect(result).toMatchObject({ notSent: { retry: false } });
  expect(sent.size).toBe(0);
});

test.each([
  ["a rate limit", { status: 429, body: problem(429, "rate_limit_exceeded") }],
  ["a fault of theirs", { status: 500, body: problem(500, "internal_server_error") }],
  ["a page instead of an answer", { status: 502, body: "<html>Bad gateway</html>" }],
  ["a proxy's own words", { status: 503, body: '{"message":"no healthy upstream"}' }],
  [
    "the same message still being taken",
    { status: 409, body: problem(409, "concurrent_idempotent_requests") },
  ],
  ["no connection", "drop" as const],
])("%s is worth another try", async (_, fault) => {
  faults = [fault];
  expect(await deliver(toSal(), null, never, now)).toMatchObject({ notSent: { retry: true } });
});

test.each([
  ["a bad address", "validation_error", 422],
  ["a domain that is not verified", "validation_error", 403],
  ["a key that is wrong", "invalid_api_key", 403],
])("%s is not tried again, and the office reads why in a sentence of ours", async (_, name, status) => {
  faults = [{ status, body: problem(status, name) }];
  const result = await deliver(toSal(), null, never, now);
  expect(result).toMatchObject({ notSent: { retry: false, cause: expect.stringMatching(/^[A-Z].+\.$/) } });
  expect(JSON.stringify(result)).not.toMatch(/resend|token|example/);
});

test("a name or subject with line ends and quotes makes no new header and no second recipient", async () => {
  const outgoing = toSal({
    from: 'Evil" <a@b.example>\r\nBcc: all@example.com, "x',
    subject: "New job\r\nBcc: all@example.com\u2028more",
  });
  await deliver(outgoing, null, never, now);
  const mail = sent.get(outgoing.id);
  expect(mail?.from).toBe('"Evil\\" <a@b.example>  Bcc: all@example.com, \\"x" <links@latchkey.example>');
  expect(mail?.subject).toBe("New job  Bcc: all@example.com more");
  expect(mail?.to).toEqual(["sal@beamandsons.example"]);
});

test.each([
  "sal@beam.example\r\nBcc: all@example.com",
  "sal@beam.example, eve@evil.example",
  "Sal <sal@beam.example>",
  '"sal@beam.example> "@evil.example',
  "sal@beam.example(eve@evil.example)",
  "sal",
  `${"a".repeat(65)}@beam.example`,
])("an address that could mean two mailboxes is refused unsent: %j", async (to) => {
  expect(await deliver(toSal({ to }), null, never, now)).toMatchObject({ notSent: { retry: false } });
  expect(sent.size).toBe(0);
});

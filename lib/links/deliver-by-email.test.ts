import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { answerRequests } from "@/e2e/support/queue";
import { dispatchedJob } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { startSession } from "@/lib/auth/session";
import { mostAttempts } from "@/lib/jobs/queue";
import { deliverMessage } from "./deliver";
import { peekLink } from "./link";
import { requestLink } from "./request";
import { tokenRing } from "./ring";
import { codeOf, hashToken } from "./token";

/** Resend as it behaves: it keeps a key for its first body. It may take a message and lose its own answer, or hang. */
type Mail = { to: string[]; text: string };
type Way = "answers" | "drops" | "takes and drops" | "fails" | "takes and hangs";
const kept = new Map<string, Mail & { raw: string }>();
/** Every body that was ever handed over, taken or not. */
const offered: string[] = [];
let ways: Way[] = [];
let taken = (_key: string) => {};

const resend = createServer(async (request, response) => {
  const raw = await new Response(request as never).text().catch(() => "");
  const key = String(request.headers["idempotency-key"]);
  const way = ways.shift() ?? "answers";
  offered.push(raw);
  if (way === "drops") return void request.socket.destroy();
  const say = (status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (way === "fails") return void say(500, { statusCode: 500, name: "internal_server_error", message: "" });
  const before = kept.get(key);
  if (before && before.raw !== raw)
    return void say(409, { statusCode: 409, name: "invalid_idempotent_request", message: "" });
  kept.set(key, before ?? { ...(JSON.parse(raw) as Mail), raw });
  taken(key);
  if (way === "takes and hangs") return;
  if (way === "takes and drops") return void request.socket.destroy();
  say(200, { id: `em_${key}` });
});

let database: TestDatabase;
let fernleigh: Fernleigh;
let settings: Record<string, string>;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  await new Promise<void>((listening) => resend.listen(0, "127.0.0.1", listening));
  settings = {
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: `http://127.0.0.1:${(resend.address() as AddressInfo).port}`,
    RESEND_WEBHOOK_SECRET: "whsec_dGVzdA==",
    MAIL_FROM: "Latchkey <links@latchkey.example>",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
beforeEach(async () => {
  database = await freshDatabase();
  fernleigh = await makeFernleigh(database.owner);
  kept.clear();
  offered.length = 0;
  ways = [];
  taken = () => {};
});
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  await database.drop();
});
afterAll(() => {
  resend.closeAllConnections();
  resend.close();
});

/** Does the job as the queue does it: again after each failure, as often as it may. */
async function delivered(messageId: string) {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const failed = await deliverMessage(messageId).then(
      () => false,
      () => true,
    );
    if (!failed) return;
  }
}

const tokenIn = (text: string) => /\/[jl]\/([0-9A-Za-z]{48,64})/.exec(text)?.[1] ?? "";

async function messageOf(orderId: string): Promise<string> {
  const [message] = await database.owner`select id from messages where work_order_id = ${orderId}`;
  return message?.id ?? "";
}

/** Everything that the database holds, the queue's own tables too, as a thief of a backup reads it. */
async function dump(): Promise<string> {
  const tables = await database.owner`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const texts = tables.map(
    ({ name }) => `select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`,
  );
  const rows = await database.owner.unsafe(texts.join(" union all "));
  return rows.map(({ text }) => text).join("\n");
}

describe("a provider that takes a message and loses its answer", () => {
  test("[X3] of 60 messages, each is sent once and opens its job, though half of the answers are lost", async () => {
    const jobs = [];
    for (let place = 0; place < 60; place += 1) {
      fernleigh.mick = await insert(database.owner, "contacts", {
        ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Sal Beam" },
        email: `sal-${place}@beam.example`,
      });
      jobs.push(await dispatchedJob(fernleigh, database.owner, { channel: "email" }));
    }
    const messages = await Promise.all(jobs.map(({ order }) => messageOf(order.id)));
    const faults = ["takes and drops", "answers", "drops", "takes and drops", "fails", "answers"] as const;
    ways = Array.from({ length: 120 }, (_, place) => faults[place % faults.length] ?? "answers");
    await Promise.all(messages.map(delivered));
    const recipients = [...kept.values()].map(({ to }) => to[0]).sort();
    expect(recipients).toEqual(jobs.map((_, place) => `sal-${place}@beam.example`).sort());
    for (const [place, { order }] of jobs.entries()) {
      const mail = kept.get(messages[place] ?? "");
      const opened = await peekLink(hashToken(tokenIn(mail?.text ?? "")));
      expect(opened).toMatchObject({ state: "open", workOrderId: order.id });
    }
    expect(offered.length).toBeGreaterThan(90);
    expect(await database.owner`select 1 from events where kind = 'link.sent'`).toHaveLength(60);
  });

  test("[X3] that never answers at all is tried as often as the queue tries, and the office learns of it", async () => {
    const { order } = await dispatchedJob(fernleigh, database.owner, { channel: "email" });
    ways = Array.from({ length: mostAttempts }, () => "fails");
    await delivered(await messageOf(order.id));
    const [row] = await database.owner`select attention from work_orders where id = ${order.id}`;
    expect([kept.size, offered.length, row?.attention]).toEqual([0, mostAttempts, 4]);
  });
});

describe("a worker that is killed", () => {
  /** The worker as it runs beside the server, in a process of its own. */
  function startWorker() {
    const env = { ...settings, DATABASE_URL: database.appUrl, APP_ORIGIN: "http://localhost:3999" };
    const keys = {
      LINK_KEYS: `a:${"5a".repeat(32)}`,
      SESSION_KEYS: `a:${"c3".repeat(32)}`,
      LOG_LEVEL: "silent",
    };
    const worker = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
      env: { NODE_ENV: "test", ...env, ...keys },
      stdio: "ignore",
    });
    workers.push(worker);
    return worker;
  }

  test.each(["takes and hangs", "hangs untaken"])(
    "[X3] while the provider %s: the next try brings the one message, and its link opens",
    async (how) => {
      const { order } = await dispatchedJob(fernleigh, database.owner, { channel: "email" });
      ways = ["takes and hangs"];
      const arrived = new Promise<string>((resolve) => {
        taken = resolve;
      });
      const worker = startWorker();
      const gone = new Promise((resolve) => worker.once("exit", resolve));
      const key = await arrived;
      worker.kill("SIGKILL");
      await gone;
      if (how === "hangs untaken") kept.clear();
      const before = await database.owner`select sent_at, attempts from messages where id = ${key}`;
      expect(before[0]).toEqual({ sent_at: null, attempts: 1 });
      await deliverMessage(key);
      expect([...kept.keys()]).toEqual([key]);
      const token = tokenIn(kept.get(key)?.text ?? "");
      expect(await peekLink(hashToken(token))).toMatchObject({ state: "open", workOrderId: order.id });
      expect(await database.owner`select 1 from link_tokens`).toHaveLength(1);
      expect(offered).toHaveLength(2);
    },
  );
});

test("[A1] [X3] a copy of the whole database holds no link and no code: queued, failed, sent or spent", async () => {
  await dispatchedJob(fernleigh, database.owner, { channel: "email" });
  const email = `priya-${fernleigh.suffix}@fernleigh.example`;
  const asked = { address: email, askedBy: Buffer.alloc(32), askedFrom: "Firefox on Windows" };
  await requestLink("staff-sign-in", asked);
  await answerRequests(database.owner);
  const messages = await database.owner`select id, link_id from messages`;
  const stages = [await dump()];
  ways = ["fails", "takes and drops", "fails", "answers"];
  for (const { id } of messages) {
    await deliverMessage(id).catch(() => {});
    stages.push(await dump());
    await deliverMessage(id).catch(() => {});
    stages.push(await dump());
    await delivered(id);
  }
  stages.push(await dump());
  const tokens = [...new Set(offered.map(tokenIn))];
  expect(tokens.length).toBeGreaterThanOrEqual(4);
  const opened = (await Promise.all(tokens.map((token) => peekLink(hashToken(token))))).filter(
    (link) => link?.memberId,
  );
  const link = opened[0];
  if (!link) throw new Error("The sign-in link did not open.");
  const nonce = randomUUID();
  const started = await startSession(link, { nonce, device: "Firefox on Windows" });
  const secret = started.ok ? started.value.secret : "";
  expect(secret).toHaveLength(64);
  stages.push(await dump());
  const key = tokenRing().keys[0];
  const codes = key ? messages.map(({ link_id: linkId }) => codeOf(linkId, key)) : [];
  const spaced = codes.map((code) => `${code.slice(0, 4)}-${code.slice(4)}`);
  expect(offered.some((raw) => spaced.some((code) => raw.includes(code)))).toBe(true);
  const kept = tokens.map((token) => hashToken(token).toString("hex"));
  expect(kept.some((hash) => stages.at(-1)?.includes(hash))).toBe(true);
  for (const secretText of [...tokens, ...codes, ...spaced, nonce, secret]) {
    expect(
      stages.findIndex((stage) => stage.includes(secretText)),
      secretText.slice(0, 4),
    ).toBe(-1);
  }
});

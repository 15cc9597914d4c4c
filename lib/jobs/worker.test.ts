import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { environment } from "@/e2e/support/environment";
import { dispatchedJob } from "@/e2e/support/scopes";
import { makeFernleigh } from "@/e2e/support/world";
import { freeAbandoned } from "./queue";

/** An e-mail service that is slow: what it was asked waits here for its answer. */
let asked = (_response: ServerResponse) => {};
const resend = createServer((_request, response) => asked(response));

let database: TestDatabase;
let folder: string;
let messageId: string;
const processes: ChildProcess[] = [];

beforeAll(() => new Promise<void>((listening) => resend.listen(0, "127.0.0.1", listening)));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-worker-"));
  database = await freshDatabase();
  const fernleigh = await makeFernleigh(database.owner);
  const { order } = await dispatchedJob(fernleigh, database.owner, { channel: "email" });
  const [message] = await database.owner`select id from messages where work_order_id = ${order.id}`;
  messageId = message?.id;
});
afterEach(async () => {
  for (const each of processes.splice(0)) each.kill("SIGKILL");
  await database.drop();
  await rm(folder, { recursive: true });
});
afterAll(() => {
  resend.closeAllConnections();
  resend.close();
});

const slowMail = () => ({
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: `http://127.0.0.1:${(resend.address() as AddressInfo).port}`,
  RESEND_WEBHOOK_SECRET: "whsec_dGVzdA==",
  MAIL_FROM: "Latchkey <links@latchkey.example>",
});

function startProcess(args: string[], mail: Record<string, string> = {}) {
  const started = spawn(process.execPath, ["--import", "tsx", ...args], {
    env: { ...environment, ...mail, DATABASE_URL: database.appUrl, DATA_DIR: folder, NODE_ENV: "test" },
    stdio: "ignore",
  });
  processes.push(started);
  return started;
}

const startWorker = (mail?: Record<string, string>) => startProcess(["scripts/worker.ts"], mail);

const gone = (process: ChildProcess) =>
  new Promise<number | null>((resolve) => process.once("exit", (code) => resolve(code)));

/** Waits until the message is with the e-mail service, which has not answered yet. */
const inHand = () => new Promise<ServerResponse>((resolve) => (asked = resolve));

async function isLocked(): Promise<boolean> {
  const rows = await database.owner`select 1 from graphile_worker.jobs where locked_at is not null`;
  return rows.length > 0;
}

const letters = () => readdir(join(folder, "mailbox")).catch(() => []);

test("[X3] the message that a killed worker had in hand is sent by the next one to start, once two minutes are over", async () => {
  const hanging = inHand();
  const worker = startWorker(slowMail());
  await hanging;
  worker.kill("SIGKILL");
  await gone(worker);
  await freeAbandoned();
  expect(await isLocked(), "it may still be at work").toBe(true);
  await database.owner`update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes'`;
  startWorker();
  await vi.waitFor(async () => expect(await letters()).toEqual([`${messageId}.json`]), 40_000);
});

test("[X3] a worker that goes on frees what another one left, and lets a long sweep be", async () => {
  const hold = (task: string) => database.owner`
    update graphile_worker._private_jobs j set locked_by = ${task}, locked_at = now() - interval '3 minutes'
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = ${task}`;
  await database.owner`select graphile_worker.add_job('sweep')`;
  await hold("deliver-message");
  await hold("sweep");
  await freeAbandoned();
  const held = await database.owner`
    select task_identifier as task from graphile_worker.jobs where locked_at is not null`;
  expect(held.map(({ task }) => task)).toEqual(["sweep"]);
});

test("[X3] a server that is told to stop sends what its worker has in hand before it ends, whatever Next would do", async () => {
  const hanging = inHand();
  const server = startProcess(
    [
      "--input-type=module",
      "--eval",
      'process.on("SIGTERM", () => process.exit(143)); (await import("./lib/start.ts")).start();',
    ],
    { ...slowMail(), WORKER: "inside" },
  );
  const ended = gone(server);
  const answer = await hanging;
  server.kill("SIGTERM");
  answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: "em_1" }));
  expect(await ended).toBe(0);
  const [message] = await database.owner`select provider_id as sent from messages where id = ${messageId}`;
  expect([message?.sent, await isLocked()]).toEqual(["em_1", false]);
});

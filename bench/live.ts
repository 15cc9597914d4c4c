import { get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { readCursor } from "@/lib/events/stream";
import { nextAddress, phone } from "./load";
import { median, quantile } from "./measure";
import { signIn } from "./sign-in";
import type { Row } from "./table";
import type { World } from "./world";

const inboxes = 500;

/** P7: contractors tap while 500 inboxes are open; how long after the commit each of them shows it. */
export async function measureLive(origin: string, world: World): Promise<Row[]> {
  const inbox = { origin, cookie: await signIn(origin, world), since: await readCursor() };
  const committed = new Map<number, number>();
  const { unlisten } = await world.owner.listen("happenings", (payload) => {
    committed.set(Number(payload.split(" ")[1]), performance.now());
  });
  const shown: { id: number; at: number }[] = [];
  const streams = await Promise.all(
    Array.from({ length: inboxes }, () => open(inbox, (id) => shown.push({ id, at: performance.now() }))),
  );
  const listening = await countListening(world.owner);
  const taps = await tapAll(origin, world.jobTokens);
  await settled(() => shown.length >= committed.size * inboxes);
  for (const stream of streams) stream.destroy();
  await unlisten();
  const overMs = shown.map(({ id, at }) => at - (committed.get(id) ?? Number.NaN));
  const missed = committed.size * inboxes - shown.length;
  return [
    {
      id: "P7",
      work: `tap to ${inboxes} open inboxes, p95${missed ? ` (${missed} MISSED)` : ""}`,
      ours: `${quantile(overMs, 0.95).toFixed(0)} ms`,
      comparedWith: "the commit itself (tap answered)",
      theirs: `${median(taps).toFixed(0)} ms`,
      ratio: `${quantile(overMs, 0.95).toFixed(0)} ms over`,
      mustReach: "≤ 150 ms over",
      reached: quantile(overMs, 0.95) <= 150 && missed === 0 && committed.size >= taps.length,
    },
    {
      id: "P7",
      work: "connections that listen",
      ours: String(listening),
      comparedWith: "",
      theirs: "",
      ratio: "",
      mustReach: "1",
      reached: listening === 1,
    },
  ];
}

type Inbox = { origin: string; cookie: string; since: string };

/** Opens one inbox's stream; resolves once it is told that it missed nothing so far. */
function open({ origin, cookie, since }: Inbox, show: (id: number) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { ...phone, cookie };
    get(`${origin}/api/v1/events?since=${since}`, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A stream answered ${response.statusCode}.`));
      let rest = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        const [last = "", ...messages] = `${rest}${part}`.split("\n\n").reverse();
        rest = last;
        for (const message of messages.reverse()) {
          if (message.startsWith("event: happening")) show(Number(/"id":(\d+)/.exec(message)?.[1]));
          if (message.startsWith("event: ready")) resolve(response);
        }
      });
      response.on("error", () => {});
    }).on("error", reject);
  });
}

/** One tap after another; answers how long each took to be answered, in ms. */
async function tapAll(origin: string, tokens: string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const token of tokens) {
    const began = performance.now();
    const answer = await fetch(`${origin}/api/v1/jobs/${token}/transitions`, {
      method: "POST",
      headers: { ...phone, "content-type": "application/json", "x-forwarded-for": nextAddress() },
      body: JSON.stringify({ action: "ACCEPT" }),
    });
    if (!answer.ok) throw new Error(`A tap was refused: ${await answer.text()}`);
    taken.push(performance.now() - began);
    await pause(200);
  }
  return taken;
}

async function settled(all: () => boolean) {
  for (let tries = 0; tries < 100 && !all(); tries += 1) await pause(50);
}

async function countListening(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ listening: number }[]>`
    select count(*)::int as listening from pg_stat_activity
    where application_name = 'latchkey' and datname = current_database() and query ilike 'listen%'`;
  return row?.listening ?? Number.NaN;
}

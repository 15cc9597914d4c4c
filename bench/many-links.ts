import { randomBytes } from "node:crypto";
import { startSession } from "@/lib/auth/session";
import { sweepLinks } from "@/lib/links/end";
import { peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { median, perSecond, quantile } from "./measure";
import type { Row } from "./table";
import { issueSignIn, type World } from "./world";

const rounds = 9;
const aRound = 400;
/** How many are spent while the sweep runs, and how many beside nothing. */
const beside = 4000;

/**
 * P9: a spend among a few links and among very many. P10: spends while the very many, all of them dead, are swept away.
 * The two sizes of P9 cannot take turns: what the machine does meanwhile is in their ratio.
 */
export async function measureManyLinks(world: World, count: number): Promise<Row[]> {
  await fill(world, 10_000);
  const few = await spends(world);
  await fill(world, count - 10_000);
  const many = await spends(world);
  const times = median(few) / median(many);
  const alone = await latencies(world);
  const swept = await whileSweeping(() => latencies(world));
  const p99 = { alone: quantile(alone, 0.99), swept: quantile(swept.result, 0.99) };
  return [
    {
      id: "P9",
      work: `spend a link among ${count.toLocaleString("en-AU")}`,
      ours: `${Math.round(median(many))}/s`,
      comparedWith: "among 10,000",
      theirs: `${Math.round(median(few))}/s`,
      ratio: `${times.toFixed(2)} ×`,
      mustReach: "≤ 1.3 ×",
      reached: times <= 1.3,
    },
    {
      id: "P10",
      work: `spend while links are swept, p99 (${swept.batches} batches, ${swept.gone.toLocaleString("en-AU")} links; longest ${Math.round(swept.longestMs)} ms)`,
      ours: `${p99.swept.toFixed(1)} ms`,
      comparedWith: "spending beside nothing, p99",
      theirs: `${p99.alone.toFixed(1)} ms`,
      ratio: `${(p99.swept / p99.alone).toFixed(2)} ×`,
      mustReach: "≤ 2 ×",
      reached: p99.swept <= 2 * p99.alone,
    },
  ];
}

/** Links that died a hundred days ago, each with its token's hash. */
async function fill({ owner, tenantId, members }: World, count: number): Promise<void> {
  await owner`
    with made as (
      insert into links (tenant_id, purpose, class, member_id, channel, address, issued_at, expires_at)
      select ${tenantId}, 'staff-sign-in', 'single-use', ${members[0] ?? ""}, 'email', 'member-' || n || '@fernleigh.example', at, at
      from (select n, now() - interval '100 days' - n * interval '1 second' as at from generate_series(1, ${count}::int) n) n
      returning tenant_id, id
    )
    insert into link_tokens (hash, tenant_id, link_id) select sha256(convert_to(id::text, 'UTF8')), tenant_id, id from made`;
  await owner`vacuum (analyze) links`;
  await owner`vacuum (analyze) link_tokens`;
}

async function tokensOf(world: World, count: number): Promise<string[]> {
  const tokens: string[] = [];
  await perSecond(
    Array.from({ length: count }, (_, n) => n),
    async (n) => {
      tokens[n] = await issueSignIn(world, n);
    },
  );
  return tokens;
}

/** Spends a second, round by round. */
async function spends(world: World): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    rates.push(await perSecond(await tokensOf(world, aRound), spend));
  return rates;
}

async function spend(token: string): Promise<void> {
  const read = readToken(token, tokenRing());
  const link = read && (await peekLink(read.hash));
  const entering = { nonce: randomBytes(32).toString("hex"), device: "Chrome on Android" };
  const started = link && (await startSession(link, entering));
  if (!started?.ok || !started.value.spent) throw new Error("A link was not spent.");
}

/** How long each of many spends takes, in ms, four at a time. */
async function latencies(world: World): Promise<number[]> {
  const waiting = (await tokensOf(world, beside)).values();
  const took: number[] = [];
  const spender = async () => {
    for (const token of waiting) {
      const began = performance.now();
      await spend(token);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: 4 }, spender));
  return took;
}

/** Sweeps batch after batch until `work` is done. */
async function whileSweeping<T>(work: () => Promise<T>) {
  let working = true;
  const swept = { batches: 0, gone: 0, longestMs: 0 };
  const sweeping = (async () => {
    while (working) {
      const began = performance.now();
      const gone = await sweepLinks();
      if (gone === 0) break;
      swept.batches += 1;
      swept.gone += gone;
      swept.longestMs = Math.max(swept.longestMs, performance.now() - began);
    }
  })();
  const result = await work().finally(() => {
    working = false;
  });
  await sweeping;
  return { result, ...swept };
}

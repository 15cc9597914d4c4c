import type postgres from "postgres";
import { connect, disconnect } from "@/db/client";
import { makeFernleigh } from "@/e2e/support/world";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { countInbox, readLane } from "@/lib/work-orders/inbox";
import { median, ratio, takeTurns } from "./measure";
import type { Row } from "./table";

const rounds = 7;
const looks = 20;

/** P8: what the first page of the inbox reads, in businesses of more and more orders, beside the smallest of them. */
export async function measureInbox(owner: postgres.Sql, sizes: number[]): Promise<Row[]> {
  const scopes: [string, StaffScope][] = [];
  for (const size of sizes) scopes.push([String(size), await officeWith(owner, size)]);
  await owner`vacuum (analyze) work_orders`;
  await owner`select pg_stat_reset_single_table_counters('work_orders'::regclass)`;
  connect(process.env.DATABASE_URL ?? "", 10);
  for (const [, scope] of scopes) await msOfLook(scope);
  const taken = await takeTurns(
    rounds,
    Object.fromEntries(scopes.map(([size, scope]) => [size, () => msOfLook(scope)])),
  );
  // A connection tells what it scanned at the latest when it ends.
  await disconnect();
  const [scans] = await owner<{ all: number }[]>`
    select seq_scan::int as all from pg_stat_user_tables where relname = 'work_orders'`;
  const [smallest = "", ...others] = Object.keys(taken);
  return others.map((size) => {
    const times = ratio(taken[size] ?? [], taken[smallest] ?? []);
    return {
      id: "P8",
      work: `the inbox of ${Number(size).toLocaleString("en-AU")} orders`,
      ours: `${median(taken[size] ?? []).toFixed(1)} ms`,
      comparedWith: `of ${Number(smallest).toLocaleString("en-AU")}; ${scans?.all ?? "?"} sequential scans`,
      theirs: `${median(taken[smallest] ?? []).toFixed(1)} ms`,
      ratio: `${times.toFixed(2)} ×`,
      mustReach: "≤ 1.5 ×, 0 scans",
      reached: times <= 1.5 && scans?.all === 0,
    };
  });
}

/** How long one look takes, in ms: three lanes and the counts, as the page reads them. */
async function msOfLook(scope: StaffScope): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < looks; n += 1) {
    await Promise.all([
      countInbox(scope),
      readLane(scope, "needs-you"),
      readLane(scope, "in-motion"),
      readLane(scope, "done"),
    ]);
  }
  return (performance.now() - began) / looks;
}

/** An office with this many orders: of a hundred, one waits for it, nine move, and ninety are done, most of them long ago. */
async function officeWith(owner: postgres.Sql, size: number): Promise<StaffScope> {
  const { tenantId, priya, mick, marlowe } = await makeFernleigh(owner);
  await owner`
    insert into work_orders (tenant_id, number, title, scope, status, property_id, contractor_id, manager_id, ceiling_cents, currency,
      dispatched_at, completed_at, question_at, moved_at)
    select ${tenantId}, n, 'Tap ' || n || ' drips', 'Kitchen', case when n % 100 >= 10 then 'COMPLETED' when n % 2 = 0 then 'ASSIGNED' else 'ON_SITE' end,
      ${marlowe}, ${mick}, ${priya}, 45000, 'AUD', at, case when n % 100 >= 10 then at end, case when n % 100 = 0 then at end, at
    from (select n, now() - (${size} - n) * interval '1 hour' / ${size / 10_000} as at from generate_series(1, ${size}::int) n) n`;
  return scopeOf(tenantId, {
    kind: "member",
    memberId: priya,
    name: "Priya Nair",
    role: "owner",
    sessionId: "",
  });
}

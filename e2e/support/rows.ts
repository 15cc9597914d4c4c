import { expect } from "@playwright/test";
import type { World } from "./test";

/** Every row of the business but the looks (who looked, when first, and how often), once its messages are out. */
export async function rowsOf(world: World) {
  await expect.poll(() => unsent(world)).toBe(0);
  const tables = await world.owner<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by 1`;
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [found] = await world.owner<{ all: unknown }[]>`
      select coalesce(jsonb_agg(row order by row::text), '[]') as all from (
        select to_jsonb(t) - 'machine_looks' - 'machine_looked_at' - 'opened_at' as row from ${world.owner(name)} t
        where tenant_id = ${world.tenantId}
      ) r where coalesce(row->>'kind', '') not in ('link.opened', 'link.machine-looked')`;
    rows[name] = found?.all;
  }
  return rows;
}

async function unsent({ owner, tenantId }: World): Promise<number> {
  const [found] = await owner<{ unsent: number }[]>`
    select count(*)::int as unsent from messages
    where tenant_id = ${tenantId} and sent_at is null and failed_at is null`;
  return found?.unsent ?? Number.NaN;
}

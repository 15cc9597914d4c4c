import type { World } from "./test";

/** Every row of the business but the looks: who looked, when first, and how often. */
export async function rowsOf(world: World) {
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

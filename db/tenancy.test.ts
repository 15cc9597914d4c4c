import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gate, inTenant } from "@/db/client";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { systemScope } from "@/lib/auth/scope";

let database: TestDatabase;
let ours: Fernleigh;
let theirs: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(1);
  ours = await makeFernleigh(database.owner);
  theirs = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const tenantTables = () =>
  database.owner<{ name: string; enabled: boolean; forced: boolean; policies: number }[]>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policies p where p.tablename = c.relname and 'latchkey_tenant' = any(p.roles)) as policies
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id'`;

describe("a tenant's rows", () => {
  test("every table with tenant_id has forced row-level security and the tenant's policy", async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThan(12);
    expect(tables.filter((table) => !table.enabled || !table.forced || table.policies === 0)).toEqual([]);
  });

  test("every foreign key between tenants' tables holds the tenant, so that no row can point into another", async () => {
    const loose = await database.owner`
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'tenants'::regclass
        and not exists (select 1 from unnest(k.conkey) with ordinality n(attnum, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.attnum
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[n.place]
          where a.attname = 'tenant_id' and b.attname = 'tenant_id')`;
    expect(loose).toEqual([]);
  });

  test("without a tenant the tenant's role sees none of them, and with one only its own", async () => {
    for (const { name } of await tenantTables()) {
      if (name === "link_tokens") continue;
      const counted = (tenant: string) =>
        gate().transaction(async (tx) => {
          await tx.execute(
            sql`select set_config('role', 'latchkey_tenant', true), set_config('latchkey.tenant', ${tenant}, true)`,
          );
          const [row] = await tx.execute<{ count: number }>(
            sql`select count(*)::int from ${sql.identifier(name)} where tenant_id <> ${ours.tenantId}`,
          );
          return row?.count;
        });
      expect(await counted("")).toBe(0);
      expect(await counted(ours.tenantId)).toBe(0);
    }
  });

  test("the app's login reaches a tenant's own tables only by taking the tenant on", async () => {
    await expect(gate().execute(sql`select 1 from thread_entries`)).rejects.toThrow();
    await expect(gate().execute(sql`select 1 from contractor_invoices`)).rejects.toThrow();
  });

  test("a write into another tenant fails, and so does a row that points there", async () => {
    const scope = systemScope(ours.tenantId);
    await expect(
      inTenant(scope, (tx) =>
        tx.execute(
          sql`insert into properties (tenant_id, street, suburb, time_zone) values (${theirs.tenantId}, 'x', 'y', 'UTC')`,
        ),
      ),
    ).rejects.toThrow();
    await expect(
      inTenant(scope, (tx) =>
        tx.execute(
          sql`insert into work_orders (number, title, property_id, manager_id, currency) values (1, 'x', ${theirs.marlowe}, ${ours.priya}, 'AUD')`,
        ),
      ),
    ).rejects.toThrow();
  });

  test("two tenants on one connection, a thousand times in turn, never see each other", async () => {
    for (let round = 0; round < 1000; round += 1) {
      const tenant = round % 2 === 0 ? ours : theirs;
      const rows = await inTenant(systemScope(tenant.tenantId), (tx) =>
        tx.execute<{ id: string }>(sql`select tenant_id as id from members`),
      );
      expect(rows.every(({ id }) => id === tenant.tenantId)).toBe(true);
    }
  });

  test("happenings can be added and read, and neither changed nor deleted", async () => {
    const scope = systemScope(ours.tenantId);
    await insert(database.owner, "events", {
      tenant_id: ours.tenantId,
      kind: "session.ended",
      actor: "system",
    });
    for (const statement of [sql`update events set kind = 'link.sent'`, sql`delete from events`]) {
      await expect(inTenant(scope, (tx) => tx.execute(statement))).rejects.toThrow();
      await expect(gate().execute(statement)).rejects.toThrow();
    }
  });

  test("the app's role can neither pass by row-level security nor make itself able to", async () => {
    const [role] =
      await database.owner`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'latchkey_app'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  });
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { gate } from "@/db/client";
import { eachAtReadwell } from "@/e2e/support/at-readwell";

eachAtReadwell(2);

test.each([
  ["documents", "body"],
  ["contracts", "sealed_text"],
  ["contract_signees", "signature"],
  ["contract_signees", "ip"],
  ["contract_signees", "address"],
  ["contract_signees", "decline_reason"],
])("who finds before a tenant is known may not read %s.%s", async (table, column) => {
  const read = (what: string) =>
    gate().execute(sql`select ${sql.identifier(what)} from ${sql.identifier(table)} limit 1`);
  await expect(read(column)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(read("tenant_id")).resolves.toBeDefined();
});

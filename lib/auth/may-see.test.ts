import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { ellenOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { mayBeSeenBy } from "./may-see";

eachAtReadwell();

/** Another client of the business, with that many documents that were sent. */
async function someoneElse(count: number): Promise<string> {
  const { tenantId } = readwell;
  const contact = await insert(database.owner, "contacts", {
    tenant_id: tenantId,
    kind: "client",
    name: "Dana Whitfield",
    email: `dana-${readwell.suffix}@whitfield.example`,
  });
  await database.owner`
    insert into documents (tenant_id, contact_id, kind, title, sent_at)
    select ${tenantId}, ${contact}, 'contract', 'Contract ' || n, now() from generate_series(1, ${count}) n`;
  return contact;
}

test("what somebody may see is found without reading everything that the business has sent", async () => {
  const contact = await someoneElse(20_000);
  const own = await makeDocument(database.owner, readwell, "contract");
  await database.owner`
    insert into contract_signees (tenant_id, document_id, contact_id, person, name)
    select tenant_id, id, ${readwell.ellen}, 'primary', 'Ellen Marsh' from documents
    where contact_id = ${contact} order by title limit 1`;
  await database.owner`analyze documents, contract_signees`;
  const ellen = ellenOf(readwell);
  const [seen, plan] = await inTenant(ellen, async (tx) => {
    const query = tx.select({ id: documents.id }).from(documents).where(mayBeSeenBy(ellen));
    return [await query, await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`)] as const;
  });
  expect(seen).toHaveLength(2);
  expect(seen.map(({ id }) => id)).toContain(own);
  const words = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(words).not.toMatch(/Seq Scan on documents/);
});

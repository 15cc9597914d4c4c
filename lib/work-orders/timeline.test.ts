import { afterAll, beforeAll, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { makeFernleigh } from "@/e2e/support/world";
import { record, theSystem } from "@/lib/events/record";
import { readOrder } from "./order-view";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("the story writes money as the business does", async () => {
  const fernleigh = await makeFernleigh(database.owner);
  const { order } = await dispatchedJob(fernleigh, database.owner);
  await database.owner`update tenants set locale = 'de-DE' where id = ${fernleigh.tenantId}`;
  const scope = priyaOf(fernleigh);
  await inTenant(scope, async (tx) => {
    for (const kind of ["invoice.received", "invoice.approved"] as const) {
      const detail = { invoiceId: null, amountCents: 141_800 };
      await record(tx, { ...theSystem, tenantId: order.tenantId, workOrderId: order.id, kind, detail });
    }
  });
  const read = await readOrder(scope, order.number);
  const sentences = read.ok ? read.value.timeline.map(({ sentence }) => sentence) : [];
  expect(sentences.filter((sentence) => sentence.includes("1.418,00"))).toHaveLength(2);
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { linesOfInvoice } from "@/e2e/support/invoices";
import { totalOf } from "@/lib/invoices/total";
import { seed } from "./seed";

let database: TestDatabase;
let filesDir: string;

beforeAll(async () => {
  database = await freshDatabase();
  filesDir = await mkdtemp(join(tmpdir(), "seed-"));
  await seed(database.ownerUrl, filesDir);
});
afterAll(async () => {
  await rm(filesDir, { recursive: true, force: true });
  await database.drop();
});

type Row = {
  id: string;
  number: string | null;
  total: number;
  paid: number;
  inLedger: number;
  closedAs: string | null;
};

const readAll = () => database.owner<Row[]>`
  select i.document_id as id, i.number, i.total_cents::int as total, i.paid_cents::int as paid, d.closed_as as "closedAs",
    (select coalesce(sum(amount_cents), 0)::int from ledger l where l.document_id = d.id) as "inLedger"
  from invoices i join documents d on d.id = i.document_id`;

test("every invoice of the demo adds up, and so does its ledger", async () => {
  const all = await readAll();
  for (const { id, number, total, paid, inLedger, closedAs } of all) {
    expect(totalOf(await linesOfInvoice(database.owner, id)).totalCents, `${number}`).toBe(total);
    expect(inLedger, `${number}`).toBe(paid);
    expect(closedAs === "paid", `${number}`).toBe(paid === total);
  }
  const bluewater = all.map(({ number }) => number).filter((number) => number?.startsWith("BW-"));
  expect(bluewater.sort()).toEqual(["BW-3068", "BW-3069", "BW-3070", "BW-3071"]);
  expect(all.find(({ number }) => number === "BW-3071")?.total).toBe(39_944);
  const [next] =
    await database.owner`select last_invoice_number as last from tenants where slug = 'bluewater'`;
  expect(next?.last).toBe(3071);
});

import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { ellenOf } from "@/e2e/support/scopes";
import { readPortalHome } from "./home";

eachAtReadwell(4);

async function tasks() {
  const now = new Date("2026-04-24T18:00:00Z");
  const home = await readPortalHome(ellenOf(readwell), { now, projectId: undefined });
  return home.tasks.map(({ kind, due }) => [kind, due?.words]);
}

test("an invoice stands among the tasks by the day of its deposit, and once that is paid by its own", async () => {
  const invoice = await makeDocument(database.owner, readwell, "invoice");
  const scope = await makeDocument(database.owner, readwell, "scope");
  await database.owner`update documents set due_on = '2026-05-20' where id = ${invoice}`;
  await database.owner`update documents set due_on = '2026-05-08' where id = ${scope}`;
  await database.owner`
    update invoices set deposit_cents = 10000, deposit_due_on = '2026-05-01' where document_id = ${invoice}`;
  expect(await tasks()).toEqual([
    ["invoice", "Due Fri, May 1"],
    ["scope", "By Fri, May 8"],
  ]);
  await database.owner`update invoices set paid_cents = 10000 where document_id = ${invoice}`;
  expect(await tasks()).toEqual([
    ["scope", "By Fri, May 8"],
    ["invoice", "Due Wed, May 20"],
  ]);
});

import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { closeAsPaid, makePayment } from "@/e2e/support/payments";
import { ellenOf } from "@/e2e/support/scopes";
import { readPortalHome } from "@/lib/portal/home";
import { listForClient } from "@/lib/portal/list";
import { readClientInvoice } from "./for-client";
import { readOfficeInvoice } from "./for-office";

eachAtReadwell(4);

const now = new Date("2026-04-24T15:00:00Z");

/** An invoice that was sent, due on 8 May. */
async function april(changes = "") {
  const id = await makeDocument(database.owner, readwell, "invoice");
  await database.owner`update documents set title = 'April invoice', due_on = '2026-05-08' where id = ${id}`;
  if (changes) await database.owner.unsafe(`update invoices set ${changes} where document_id = '${id}'`);
  return id;
}

const read = (id: string) => readClientInvoice(ellenOf(readwell), id, now);

test("a client reads what is asked for, by when, and for whom and where", async () => {
  await database.owner`update projects set place = '118 Quarry Bend, Austin' where id = ${readwell.kitchen}`;
  expect(await read(await april())).toMatchObject({
    whom: "Ellen Marsh, 118 Quarry Bend, Austin",
    symbol: "$",
    view: {
      ...{ asked: { amount: "$399.44", what: "all" }, total: "$399.44", paid: null, pending: null },
      due: { words: "Due Friday, May 8", isOver: false },
    },
    whole: null,
  });
});

test("of a deposit the rest is told, and may be paid with it", async () => {
  const invoice = await read(await april("deposit_cents = 10000, deposit_due_on = '2026-05-01'"));
  expect(invoice.view.due?.words).toBe("Deposit due Friday, May 1, then $299.44 by Friday, May 8");
  expect(invoice.view.asked).toMatchObject({ amount: "$100.00", what: "deposit" });
});

test("once its day has gone by, the client and the office read the same of it", async () => {
  const id = await april();
  const late = new Date("2026-05-11T15:00:00Z");
  const due = { words: "Was due Friday, May 8", isOver: true };
  expect((await readClientInvoice(ellenOf(readwell), id, late)).view.due).toEqual(due);
  expect((await readOfficeInvoice(sam, id, late))?.view.due).toEqual(due);
});

test("what is on its way is not asked for again", async () => {
  const id = await april();
  await makePayment(database.owner, id, { state: "pending" });
  expect(await read(id)).toMatchObject({
    ...{ pay: null, bank: null },
    view: { asked: null, due: null, pending: "$399.44" },
  });
});

test("the button asks for no more than a processor takes: of parts the most of them, else nothing", async () => {
  const large = "total_cents = 150000000, subtotal_cents = 150000000 - tax_cents";
  expect(await read(await april(large))).toMatchObject({
    ...{ pay: null, whole: null },
    view: { asked: {} },
  });
  expect(await read(await april(`${large}, takes_parts = true`))).toMatchObject({
    ...{ pay: { amount: "$999,999.99", typed: "999999.99" }, whole: null },
    view: { left: "$1,500,000.00" },
  });
  const justAbove = "total_cents = 100000020, subtotal_cents = 100000020 - tax_cents, takes_parts = true";
  expect((await read(await april(justAbove))).pay?.amount, "what is left after it can be paid too").toBe(
    "$999,999.70",
  );
  const deposit = `${large}, deposit_cents = 10000`;
  expect(await read(await april(deposit))).toMatchObject({ pay: { amount: "$100.00" }, whole: null });
});

test("the button never asks for less than a processor takes", async () => {
  const id = await april("takes_parts = true");
  await makePayment(database.owner, id, { amountCents: 39_944 - 20 });
  expect(await read(id)).toMatchObject({ ...{ pay: null, whole: null }, view: { left: "$0.20" } });
  const deposit = await april("deposit_cents = 30");
  expect(await read(deposit)).toMatchObject({ pay: { amount: "$399.44" }, whole: null });
});

test("the portal says the day on which the money came, as its receipt does, be it recorded later", async () => {
  const id = await april();
  const payment = await makePayment(database.owner, id);
  await database.owner`
    update payments set processor = 'by-hand', paid_on = '2026-05-01', received_at = '2026-05-05T15:00:00Z' where id = ${payment}`;
  await closeAsPaid(database.owner, id);
  await database.owner`update invoices set paid_at = '2026-05-05T15:00:00Z' where document_id = ${id}`;
  await database.owner`update documents set answered_at = '2026-05-05T15:00:00Z' where id = ${id}`;
  expect(await inThePortal()).toEqual([[], "Paid Fri, May 1"]);
});

/** What the home asks for, and what the list says of it. */
async function inThePortal() {
  const { tasks } = await readPortalHome(ellenOf(readwell), { now });
  const { rows } = await listForClient(ellenOf(readwell), { kinds: ["invoice"], now });
  return [tasks.map(({ act, facts, due }) => [act, facts, due?.words]), rows[0]?.state];
}

test("[B9] the portal asks for a payment until it is made, and no more from then on", async () => {
  const id = await april();
  const pay = ["Pay the April invoice", "$399.44", "Due Fri, May 8"];
  expect(await inThePortal()).toEqual([[pay], "$399.44. Due Fri, May 8"]);
  await makePayment(database.owner, id, { amountCents: 10_000 });
  const rest = ["Pay the rest of the April invoice", "$299.44", "Due Fri, May 8"];
  expect(await inThePortal()).toEqual([[rest], "$299.44 left to pay. Due Fri, May 8"]);
  await makePayment(database.owner, id, { state: "pending", amountCents: 29_944 });
  expect(await inThePortal()).toEqual([[], "$299.44 on its way from your bank"]);
  await database.owner`
    update documents set closed_at = '2026-04-24', closed_as = 'paid', answered_at = '2026-04-24T15:00:00Z', answered_as = 'paid'
    where id = ${id}`;
  expect(await inThePortal()).toEqual([[], "Paid Fri, Apr 24"]);
});

test("[B9] what a client disagrees with asks for nothing while the shop looks into it", async () => {
  await april("disputed_at = now(), disputed_by = 'Ellen Marsh', dispute_reason = 'Three visits.'");
  expect(await inThePortal()).toEqual([[], "Readwell Builders looks into it"]);
});

test("[B9] a deposit is asked for by its own day", async () => {
  await april("deposit_cents = 10000, deposit_due_on = '2026-05-01'");
  expect(await inThePortal()).toEqual([
    [["Pay the deposit for the April invoice", "$100.00 deposit", "Due Fri, May 1"]],
    "Deposit of $100.00. Due Fri, May 1",
  ]);
});

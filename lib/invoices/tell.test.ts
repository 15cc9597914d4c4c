import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { aprilCents } from "@/e2e/support/invoices";
import { closeAsPaid, makePayment } from "@/e2e/support/payments";
import { insert } from "@/e2e/support/world";
import { systemScope } from "@/lib/auth/scope";
import { sendReceipt } from "./send-receipt";
import { tellPaymentFailed, tellRefund } from "./tell";

eachAtReadwell(6);

/** An invoice that both of them were sent. */
async function sentToBoth() {
  const id = await makeDocument(database.owner, readwell, "invoice");
  const { ellen, tom } = readwell.address;
  await database.owner`update documents set addressed_to = ${[ellen, tom]}, due_on = current_date + 9 where id = ${id}`;
  return id;
}

type Told = { address: string; kind: string; heading: string; words: string; rows: string; hasFile: boolean };

const told = () => database.owner<Told[]>`
  select address, kind, detail ->> 'heading' as heading, detail ->> 'words' as words, detail ->> 'rows' as rows,
    file_id is not null as "hasFile"
  from messages where tenant_id = ${readwell.tenantId} order by queued_at, address`;

const paymentOf = (documentId: string, amountCents = aprilCents.total) =>
  makePayment(database.owner, documentId, { amountCents, address: readwell.address.ellen });

const rowsIn = ({ rows }: Told) =>
  (JSON.parse(rows) as { label: string; value: string }[]).map(({ label, value }) => [label, value]);

describe("a receipt", () => {
  test("goes to whoever paid and to the other of the two, with its PDF, once each however often it is sent", async () => {
    const documentId = await sentToBoth();
    const paymentId = await paymentOf(documentId);
    await closeAsPaid(database.owner, documentId);
    const scope = systemScope(readwell.tenantId);
    const twice = [
      sendReceipt(scope, { documentId, paymentId }),
      sendReceipt(scope, { documentId, paymentId }),
    ];
    await Promise.all(twice);
    await sendReceipt(scope, { documentId, paymentId });
    const letters = await told();
    expect(letters.map(({ address, heading, hasFile }) => [address, heading, hasFile])).toEqual([
      [readwell.address.ellen, "Paid, thank you: $399.44", true],
      [readwell.address.tom, "Ellen Marsh paid $399.44", true],
    ]);
    const [first] = letters;
    expect(first?.words).toMatch(/^Invoice \S+ is paid\. There’s nothing more to pay\.$/);
    expect(first && rowsIn(first)).toContainEqual(["Paid with", "Visa ending 4242"]);
    const kept = await database.owner`
      select 1 from files where tenant_id = ${readwell.tenantId} and staged_by is null`;
    expect(kept, "what a second one drew is swept").toHaveLength(1);
  });

  test("of a part says what is left", async () => {
    const documentId = await sentToBoth();
    await sendReceipt(systemScope(readwell.tenantId), {
      documentId,
      paymentId: await paymentOf(documentId, 10_000),
    });
    const [first] = await told();
    expect(first?.heading).toBe("Thank you for $100.00");
    expect(first && rowsIn(first)).toContainEqual(["Left to pay", "$299.44"]);
  });

  test("goes to nobody who is not active", async () => {
    const documentId = await sentToBoth();
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    await sendReceipt(systemScope(readwell.tenantId), { documentId, paymentId: await paymentOf(documentId) });
    expect(await told()).toEqual([]);
  });
});

test("money that goes back is told to whoever paid it, with how much and where to", async () => {
  const documentId = await sentToBoth();
  const paymentId = await paymentOf(documentId);
  const refundId = await insert(database.owner, "refunds", {
    ...{ tenant_id: readwell.tenantId, payment_id: paymentId, amount_cents: 5_000, reason: "office" },
    words: "One visit fell out.",
  });
  const scope = systemScope(readwell.tenantId);
  for (const _ of [1, 2]) await inTenant(scope, (tx) => tellRefund(tx, scope, { documentId, refundId }));
  const letters = await told();
  expect(letters).toMatchObject([
    { address: readwell.address.ellen, heading: "Readwell Builders is giving $50.00 back" },
  ]);
  const [letter] = letters;
  expect(letter && rowsIn(letter)).toEqual([
    ["Amount", "$50.00"],
    ["To", "Visa ending 4242"],
    ["Invoice", expect.stringContaining("Kitchen and rear addition")],
    ["Why", "One visit fell out."],
  ]);
  expect(letter?.words).toBe("It can take some days until your bank shows the money.");
});

test("money that came by hand goes back by hand: its letter speaks of no bank", async () => {
  const documentId = await sentToBoth();
  const paymentId = await paymentOf(documentId);
  await database.owner`
    update payments set processor = 'by-hand', method = 'cash', label = '' where id = ${paymentId}`;
  const refundId = await insert(database.owner, "refunds", {
    ...{ tenant_id: readwell.tenantId, payment_id: paymentId, amount_cents: 5_000, reason: "office" },
  });
  const scope = systemScope(readwell.tenantId);
  await inTenant(scope, (tx) => tellRefund(tx, scope, { documentId, refundId }));
  const [letter] = await told();
  expect(letter).toMatchObject({ heading: "Readwell Builders is giving $50.00 back", words: "" });
  expect(letter && rowsIn(letter)).toContainEqual(["To", "Cash"]);
});

describe("a payment that did not go through", () => {
  const failed = async (documentId: string) => {
    const scope = systemScope(readwell.tenantId);
    const { ellen: address } = readwell.address;
    const paymentId = await makePayment(database.owner, documentId, { state: "failed", address });
    await inTenant(scope, (tx) => tellPaymentFailed(tx, scope, { documentId, paymentId }));
  };

  test("is told to whoever tried, with a link to pay again", async () => {
    await failed(await sentToBoth());
    expect(await told()).toMatchObject([
      {
        ...{ address: readwell.address.ellen, kind: "document" },
        words: "Your bank refused it. Nothing was taken.",
      },
    ]);
  });

  test("is told as a mistake where the office had written it down, and as taken back where it had its receipt", async () => {
    const scope = systemScope(readwell.tenantId);
    const documentId = await sentToBoth();
    const paymentId = await paymentOf(documentId);
    const tell = () => inTenant(scope, (tx) => tellPaymentFailed(tx, scope, { documentId, paymentId }));
    await database.owner`update payments set failure = 'Its owner objected.' where id = ${paymentId}`;
    await database.owner`update invoices set paid_cents = 0 where document_id = ${documentId}`;
    await tell();
    await database.owner`update payments set processor = 'by-hand', failure = 'It was the neighbour’s.' where id = ${paymentId}`;
    await tell();
    const said = (await told()).map(({ words }) => words);
    expect(said).toContain("The bank took your $399.44 back. Its owner objected.");
    expect(said).toContain(
      "$399.44 was noted as paid by mistake, and doesn’t count. It was the neighbour’s.",
    );
  });

  test("of which a part was taken back is told with that part, with a link and without one", async () => {
    const scope = systemScope(readwell.tenantId);
    const documentId = await sentToBoth();
    const paymentId = await paymentOf(documentId);
    await database.owner`update payments set failure = 'Its owner objected.' where id = ${paymentId}`;
    await database.owner`update invoices set paid_cents = paid_cents - 10000 where document_id = ${documentId}`;
    const which = { documentId, paymentId, lostCents: 10_000 };
    const tell = () => inTenant(scope, (tx) => tellPaymentFailed(tx, scope, which));
    for (const _ of [1, 2, 3, 4]) await tell();
    const letters = await told();
    expect(letters.map(({ words }) => words)).toEqual([
      ...Array(3).fill("The bank took $100.00 of your $399.44 back. Its owner objected."),
      "The bank took $100.00 of your $399.44 back. Its owner objected. You can pay from the message that brought you the invoice.",
    ]);
    const last = letters.at(-1);
    expect(last && rowsIn(last)).toContainEqual(["Amount", "$100.00"]);
  });

  test("is told without a link where nothing is asked for", async () => {
    const scope = systemScope(readwell.tenantId);
    const documentId = await sentToBoth();
    const paymentId = await paymentOf(documentId);
    await database.owner`update payments set processor = 'by-hand', failure = 'It was the neighbour’s.'
      where id = ${paymentId}`;
    await inTenant(scope, (tx) => tellPaymentFailed(tx, scope, { documentId, paymentId }));
    expect(await told()).toMatchObject([
      {
        ...{ kind: "money-told", heading: "Your payment was noted by mistake" },
        words: "$399.44 was noted as paid by mistake, and doesn’t count. It was the neighbour’s.",
      },
    ]);
  });

  test("is told without one where the hour has no link left", async () => {
    const documentId = await sentToBoth();
    for (const _ of [1, 2, 3, 4]) await failed(documentId);
    expect((await told()).map(({ kind }) => kind)).toEqual([
      "document",
      "document",
      "document",
      "money-told",
    ]);
  });
});

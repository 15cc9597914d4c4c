import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { sealOf } from "@/e2e/support/contracts";
import { reopenContract } from "@/lib/contracts/office";
import { sendContract } from "@/lib/contracts/send";
import { dayIn } from "@/lib/dates";
import { sendDocument } from "./send";

eachAtReadwell();

const zone = "Pacific/Kiritimati";
const day = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), zone);
const send = (documentId: string) => sendDocument(sam, { documentId, address: readwell.address.ellen });
const hasPassed = {
  reason: "date-in-the-past",
  detail: { sentence: "That day has passed, so nothing was sent. Choose one that lies ahead, or none." },
};

async function draftDue(kind: Parameters<typeof makeDocument>[2], dueOn: string): Promise<string> {
  await database.owner`update tenants set time_zone = ${zone} where id = ${readwell.tenantId}`;
  const id = await makeDocument(database.owner, readwell, kind, { draft: true });
  await database.owner`update documents set due_on = ${dueOn} where id = ${id}`;
  return id;
}

test.each(["contract", "scope", "selections", "appointment", "invoice"] as const)(
  "of the kind %s, what was due yesterday at the business is not sent first; what is due today is, and again tomorrow",
  async (kind) => {
    const id = await draftDue(kind, day(-1));
    expect(await send(id)).toMatchObject(hasPassed);
    const [draft] = await database.owner`select sent_at from documents where id = ${id}`;
    expect(draft?.sent_at).toBeNull();
    await database.owner`update documents set due_on = ${day(0)} where id = ${id}`;
    expect(await send(id)).toMatchObject({ ok: true });
    await database.owner`update documents set due_on = ${day(-1)} where id = ${id}`;
    expect(await send(id)).toMatchObject({ ok: true });
  },
);

test("a contract is not sealed by a day that has passed, at first and once it was taken back; sealed, it is sent again", async () => {
  const id = await draftDue("contract", day(-1));
  expect(await sendContract(sam, { id })).toMatchObject(hasPassed);
  expect(await sealOf(database.owner, id)).toBe("");
  await database.owner`update documents set due_on = null where id = ${id}`;
  expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
  await database.owner`update documents set due_on = ${day(-1)} where id = ${id}`;
  expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
  await reopenContract(sam, { id });
  expect(await sendContract(sam, { id })).toMatchObject(hasPassed);
});

test("an invoice whose deposit would be overdue is not sent first, and gets no number", async () => {
  const id = await draftDue("invoice", day(9));
  const deposit = (dueOn: string) =>
    database.owner`update invoices set deposit_cents = 10000, deposit_due_on = ${dueOn} where document_id = ${id}`;
  await deposit(day(-1));
  expect(await send(id)).toMatchObject({
    reason: "date-in-the-past",
    detail: { sentence: expect.stringMatching(/^The deposit’s day has passed, so nothing was sent/) },
  });
  const [invoice] = await database.owner`select number from invoices where document_id = ${id}`;
  expect(invoice?.number).toBeNull();
  await deposit(day(0));
  expect(await send(id)).toMatchObject({ ok: true });
});

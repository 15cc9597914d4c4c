import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { sendDocument } from "@/lib/documents/send";
import { accountForm, settingsForm } from "./sent";
import { readInvoiceSettings, setInvoiceSettings, setStripeAccount } from "./settings";

eachAtReadwell(10);

const usual = {
  ...{ prefix: "RB-", next: 1001, termsDays: 14, taxName: "Sales tax", taxMilliPercent: 8250 },
  businessNumber: null,
};

const june = (): StaffScope => scopeOf(readwell.tenantId, { ...sam.actor, name: "June", role: "manager" });

const told = async () => {
  const rows = await database.owner`
    select detail from events where tenant_id = ${readwell.tenantId} and kind = 'settings.changed' order by id`;
  return rows.map(({ detail }) => detail);
};

test("numbers only go forward, and what changes is written down", async () => {
  expect(await setInvoiceSettings(june(), { ...usual, next: 118 })).toMatchObject({
    detail: { fields: { next: "RB-1001 is next, and numbers only go forward. Choose 1001 or more." } },
  });
  expect(await told()).toEqual([]);
  expect(await setInvoiceSettings(june(), { ...usual, next: 3072 })).toMatchObject({ ok: true });
  expect(await readInvoiceSettings(june())).toMatchObject({ ...usual, next: 3072, stripeAccount: null });
  expect(await told()).toEqual([
    { what: "Number of the next invoice", from: "INV-1001", to: "RB-3072" },
    { what: "Tax of a new line", from: "GST 10%", to: "Sales tax 8.25%" },
  ]);
  const id = await makeDocument(database.owner, readwell, "invoice", { draft: true });
  await sendDocument(sam, { documentId: id, address: readwell.address.ellen });
  const [row] = await database.owner`select number from invoices where document_id = ${id}`;
  expect(row?.number).toBe("RB-3072");
  expect(await setInvoiceSettings(sam, { ...usual, next: 3072 })).toMatchObject({ reason: "invalid" });
});

test("no two numbers read the same: what would lead to one that an invoice has is refused, or not sent", async () => {
  const draft = async () => makeDocument(database.owner, readwell, "invoice", { draft: true });
  const send = async (documentId: string, address = readwell.address.ellen) =>
    sendDocument(sam, { documentId, address });
  await database.owner`update tenants set last_invoice_number = 0, invoice_prefix = 'A1' where id = ${readwell.tenantId}`;
  expect(await send(await draft())).toMatchObject({ ok: true });
  const to = (prefix: string, next: number) => setInvoiceSettings(june(), { ...usual, prefix, next });
  const taken =
    "With “A” a number to come would read A11, which an invoice has already. Begin them with something else, or choose 12 or more as the next one.";
  expect(await to("A", 2)).toMatchObject({ reason: "invalid", detail: { fields: { prefix: taken } } });
  expect(await to("A10", 2)).toMatchObject({ ok: true });
  expect(await to("A", 12)).toMatchObject({ ok: true });
  await database.owner`update tenants set last_invoice_number = 10 where id = ${readwell.tenantId}`;
  expect(await setInvoiceSettings(june(), { ...usual, prefix: "A", next: 11, termsDays: 30 })).toMatchObject({
    ok: true,
  });
  const id = await draft();
  expect(await send(id, readwell.address.tom)).toMatchObject({
    detail: { sentence: expect.stringMatching(/^Its number would be A11, which another invoice has/) },
  });
  const [tenant] =
    await database.owner`select last_invoice_number as last from tenants where id = ${readwell.tenantId}`;
  expect(tenant?.last).toBe(10);
  expect(await to("B", 11)).toMatchObject({ ok: true });
  expect(await send(id, readwell.address.tom)).toMatchObject({ ok: true });
  const numbers = await database.owner`
    select number from invoices where tenant_id = ${readwell.tenantId} and number is not null order by serial`;
  expect(numbers.map(({ number }) => number)).toEqual(["A11", "B11"]);
});

test("the number of the business is called as its country calls it, and is written down when it changes", async () => {
  const form = { prefix: "RB-", next: "1001", termsDays: "14", taxName: "GST", taxRate: "10" };
  const typed = (businessNumber: string) => settingsForm.parse({ ...form, businessNumber });
  expect(await readInvoiceSettings(sam)).toMatchObject({ businessNumber: null, businessNumberName: "EIN" });
  await setInvoiceSettings(june(), typed("  51  824 753 556 "));
  await database.owner`update tenants set locale = 'en-AU' where id = ${readwell.tenantId}`;
  const seen = { businessNumber: "51 824 753 556", businessNumberName: "ABN" };
  expect(await readInvoiceSettings(sam)).toMatchObject(seen);
  await setInvoiceSettings(june(), typed(" "));
  expect(await readInvoiceSettings(sam)).toMatchObject({ businessNumber: null });
  expect((await told()).filter(({ what }) => what === "Business number on invoices")).toEqual([
    { what: "Business number on invoices", from: "none", to: "51 824 753 556" },
    { what: "Business number on invoices", from: "51 824 753 556", to: "none" },
  ]);
});

test("where money goes is an owner’s to say and to see", async () => {
  const account = "acct_1PracticeOnly42";
  expect(await setStripeAccount(june(), account)).toMatchObject({ reason: "not-allowed" });
  expect(await setStripeAccount(sam, account)).toMatchObject({ ok: true });
  expect(await setStripeAccount(sam, account)).toMatchObject({ ok: true });
  expect(await readInvoiceSettings(sam)).toMatchObject({ stripeAccount: account });
  expect(await readInvoiceSettings(june())).toMatchObject({ stripeAccount: null });
  expect(await told()).toEqual([{ what: "Stripe account", from: "none", to: account }]);
});

test.each([
  [{ prefix: "RB<>" }, "prefix"],
  [{ next: "12.5" }, "next"],
  [{ next: "" }, "next"],
  [{ termsDays: "-1" }, "termsDays"],
  [{ taxRate: "101" }, "taxRate"],
  [{ businessNumber: "1".repeat(41) }, "businessNumber"],
])("what is typed as %o is refused at its field", (typed, field) => {
  const usually = { prefix: "RB-", next: "3072", termsDays: "14", taxName: "GST", taxRate: "10" };
  const form = { ...usually, businessNumber: "", ...typed };
  expect(settingsForm.safeParse(form).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("an account that is none of Stripe’s is refused, and an empty one is none", () => {
  expect(accountForm.safeParse({ account: "sk_live_1234567890" }).success).toBe(false);
  expect(accountForm.parse({ account: " " })).toEqual({ account: null });
});

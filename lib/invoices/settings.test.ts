import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { sendDocument } from "@/lib/documents/send";
import { accountForm, settingsForm } from "./sent";
import { readInvoiceSettings, setInvoiceSettings, setStripeAccount } from "./settings";

eachAtReadwell(10);

const usual = { prefix: "RB-", next: 1001, termsDays: 14, taxName: "Sales tax", taxMilliPercent: 8250 };

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
  expect(await readInvoiceSettings(june())).toEqual({ ...usual, next: 3072, stripeAccount: null });
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
])("what is typed as %o is refused at its field", (typed, field) => {
  const form = { prefix: "RB-", next: "3072", termsDays: "14", taxName: "GST", taxRate: "10", ...typed };
  expect(settingsForm.safeParse(form).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("an account that is none of Stripe’s is refused, and an empty one is none", () => {
  expect(accountForm.safeParse({ account: "sk_live_1234567890" }).success).toBe(false);
  expect(accountForm.parse({ account: " " })).toEqual({ account: null });
});

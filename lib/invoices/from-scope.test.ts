import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { sendNext, sentScope } from "@/e2e/support/at-scope";
import { makeReadwell } from "@/e2e/support/clients";
import { linesOfInvoice } from "@/e2e/support/invoices";
import { atDocument, ellenOf, samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { closeDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { sendDocument } from "@/lib/documents/send";
import { approveScope } from "@/lib/scopes/answer";
import { readOfficeInvoice } from "./for-office";
import { invoiceFromScope, type Part, readScopeProgress } from "./from-scope";
import { fromScopeForm } from "./sent";

eachAtReadwell(10);

const approve = (id: string, revision = 1) => approveScope(atDocument(ellenOf(readwell), id), { revision });

async function approvedScope() {
  const id = await sentScope();
  expect(await approve(id)).toMatchObject({ ok: true });
  return id;
}

async function make(documentId: string, part: Part = { of: "all" }) {
  const made = await invoiceFromScope(sam, { documentId, part });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const sourceOf = async (id: string) => (await readOfficeInvoice(sam, id, new Date()))?.source;

describe("an invoice from a scope", () => {
  test("has each of its lines, for the same client and project, with the tax of the business", async () => {
    await database.owner`update tenants set tax_name = 'Sales tax', tax_milli_percent = 8250 where id = ${readwell.tenantId}`;
    const scope = await approvedScope();
    const invoice = await make(scope);
    expect(invoice).toMatchObject({
      contactId: readwell.ellen,
      projectId: readwell.kitchen,
      kind: "invoice",
    });
    const lines = await linesOfInvoice(database.owner, invoice.id);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatchObject({
      ...{ words: "Two 20 A small-appliance circuits", note: "Kitchen", unitCents: 78_000 },
      ...{ quantityMilli: 1000, taxName: "Sales tax", taxMilliPercent: 8250 },
    });
    expect(await sourceOf(invoice.id)).toMatchObject({
      ...{ what: "scope", id: scope, over: null },
      words: "$6,480.00 of $6,480.00 invoiced so far, before tax.",
    });
  });

  test("of a percentage or an amount has that share of each line, to the cent", async () => {
    const scope = await approvedScope();
    const third = await make(scope, { of: "percent", milliPercent: 33_333 });
    expect(third.title).toBe("Kitchen and rear addition, 33.333%");
    const lines = await linesOfInvoice(database.owner, third.id);
    expect(lines.reduce((sum, { unitCents }) => sum + unitCents, 0)).toBe(215_998);
    expect(lines[0]).toMatchObject({ unitCents: 26_000, note: "Kitchen, 33.333% of $780.00" });
    const progress = await make(scope, { of: "amount", amountCents: 100_001 });
    const parts = await linesOfInvoice(database.owner, progress.id);
    expect(parts.reduce((sum, { unitCents }) => sum + unitCents, 0)).toBe(100_001);
    expect(await readScopeProgress(sam, scope)).toEqual({
      ...{ words: "$3,159.99 of $6,480.00 invoiced so far, before tax.", over: null, symbol: "$" },
    });
  });

  test("says when more is invoiced than was agreed; what is void is not counted", async () => {
    const scope = await approvedScope();
    const first = await make(scope);
    const second = await make(scope, { of: "percent", milliPercent: 10_000 });
    expect(await sourceOf(second.id)).toMatchObject({
      words: "$7,128.00 of $6,480.00 invoiced so far, before tax.",
      over: expect.stringMatching(/^That is \$648\.00 more than the scope’s total/),
    });
    await closeDocument(sam, { id: first.id, as: "void" });
    expect(await sourceOf(second.id)).toMatchObject({
      ...{ words: "$648.00 of $6,480.00 invoiced so far, before tax.", over: null },
    });
  });

  test("that is made void is counted again once it is written once more, and only for the same client", async () => {
    const scope = await approvedScope();
    const { id } = await make(scope);
    await closeDocument(sam, { id, as: "void" });
    const again = await duplicateDocument(sam, { id, contactId: readwell.ellen, projectId: null });
    const copy = again.ok ? again.value.id : "";
    expect(await sourceOf(copy)).toMatchObject({
      ...{ id: scope, words: "$6,480.00 of $6,480.00 invoiced so far, before tax." },
    });
    expect((await make(scope)).id).toBe(copy);
    const nora = await insert(database.owner, "contacts", {
      ...{ tenant_id: readwell.tenantId, kind: "client", name: "Nora Quist" },
    });
    const other = await duplicateDocument(sam, { id, contactId: nora, projectId: null });
    expect(await sourceOf(other.ok ? other.value.id : "")).toBeNull();
  });

  test("asked for twice is one draft, as long as it is a draft; another part of it is another", async () => {
    const scope = await approvedScope();
    const tenth = { of: "percent", milliPercent: 10_000 } as const;
    const both = await Promise.all([make(scope, tenth), make(scope, tenth)]);
    const [first, second] = both.map(({ id }) => id);
    expect(second).toBe(first);
    expect((await make(scope, { of: "percent", milliPercent: 20_000 })).id).not.toBe(first);
    const { ellen } = readwell.address;
    expect(await sendDocument(sam, { documentId: first ?? "", address: ellen })).toMatchObject({ ok: true });
    const third = await make(scope, tenth);
    expect(third.id).not.toBe(first);
    await closeDocument(sam, { id: third.id, as: "void" });
    const fourth = await make(scope, tenth);
    expect([first, third.id]).not.toContain(fourth.id);
    expect(await sendNext(scope)).toBe(2);
    await approve(scope, 2);
    expect((await make(scope, tenth)).id).not.toBe(fourth.id);
  });

  test("of more lines than an invoice has carries each group as one", async () => {
    const scope = await approvedScope();
    await database.owner`insert into scope_lines (tenant_id, document_id, revision, key, "group", place, words, amount_cents)
      select ${readwell.tenantId}, ${scope}, 1, gen_random_uuid(), 'Sockets', 100 + n, 'Socket ' || n, 1000 from generate_series(1, 250) n`;
    const lines = await linesOfInvoice(database.owner, (await make(scope)).id);
    expect(lines.map(({ words, unitCents }) => [words, unitCents])).toEqual([
      ["Kitchen", 362_000],
      ["Rear addition", 171_000],
      ["Panel", 115_000],
      ["Sockets", 250_000],
    ]);
  });

  test("is made only of what its client approved as it is now, and of their own business", async () => {
    const scope = await sentScope();
    const all = { documentId: scope, part: { of: "all" } } as const;
    expect(await invoiceFromScope(sam, all)).toMatchObject({ reason: "not-allowed-now" });
    await approve(scope);
    expect(await sendNext(scope)).toBe(2);
    expect(await invoiceFromScope(sam, all)).toMatchObject({ reason: "not-allowed-now" });
    await approve(scope, 2);
    expect(await invoiceFromScope(sam, all)).toMatchObject({ ok: true });
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    expect(await invoiceFromScope(other, all)).toMatchObject({ reason: "not-found" });
  });

  test.each([
    [{ part: "percent", percent: "0" }, "percent"],
    [{ part: "percent", percent: "101" }, "percent"],
    [{ part: "amount", amount: "-5" }, "amount"],
    [{ part: "half" }, "part"],
  ])("of %o is refused at its field", (typed, field) => {
    const sent = fromScopeForm.safeParse({ documentId: crypto.randomUUID(), ...typed });
    expect(sent.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

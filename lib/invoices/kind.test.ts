import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { linesOfInvoice } from "@/e2e/support/invoices";
import { insert } from "@/e2e/support/world";
import { dayIn } from "@/lib/dates";
import { createDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { setDue } from "@/lib/documents/life";
import { sendDocument } from "@/lib/documents/send";

eachAtReadwell(20);

const draft = () => makeDocument(database.owner, readwell, "invoice", { draft: true });
const send = (documentId: string, address = readwell.address.ellen) =>
  sendDocument(sam, { documentId, address });

/** What a business has given so far: the serials of its invoices, and the last of them that it remembers. */
async function numbers() {
  const given = await database.owner<{ serial: number }[]>`
    select serial from invoices where tenant_id = ${readwell.tenantId} and serial is not null order by serial`;
  const [tenant] = await database.owner<{ last: number }[]>`
    select last_invoice_number as last from tenants where id = ${readwell.tenantId}`;
  return { given: given.map(({ serial }) => serial), last: tenant?.last };
}

const rowOf = async (id: string) => {
  const [row] = await database.owner`
    select i.number, i.issued_on::text as "issuedOn", i.total_cents::int as total, i.paid_cents::int as paid, i.currency,
      i.deposit_due_on::text as "depositDueOn", d.due_on::text as "dueOn", d.sent_at is not null as "isSent"
    from invoices i join documents d on d.id = i.document_id where i.document_id = ${id}`;
  return row;
};

describe("the numbers of invoices", () => {
  test("of fifty that are sent at once are fifty, one after the other", { timeout: 60_000 }, async () => {
    await database.owner`update tenants set invoice_prefix = 'RB-', last_invoice_number = 117 where id = ${readwell.tenantId}`;
    const ids = await Promise.all(Array.from({ length: 50 }, draft));
    const addresses = Array.from({ length: 50 }, (_, at) => `ellen-${at}-${readwell.suffix}@marsh.example`);
    // Three links an hour to one address: each draft is another client's.
    for (const [at, id] of ids.entries()) {
      const [contact] = await database.owner<{ id: string }[]>`
        insert into contacts (tenant_id, kind, name, email) values (${readwell.tenantId}, 'client', 'Ellen', ${addresses[at] ?? ""})
        returning id`;
      await database.owner`update documents set contact_id = ${contact?.id ?? ""}, project_id = null where id = ${id}`;
    }
    const sent = await Promise.all(ids.map((id, at) => send(id, addresses[at])));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    const serials = Array.from({ length: 50 }, (_, at) => 118 + at);
    expect(await numbers()).toEqual({ given: serials, last: 167 });
  });

  test("go on without a gap after a sending that is refused when the number was given already", async () => {
    const [first, second] = [await draft(), await draft()];
    expect(await send(first, "eve@elsewhere.example")).toMatchObject({ reason: "no-address" });
    expect(await rowOf(first)).toMatchObject({ number: null, issuedOn: null, dueOn: null, isSent: false });
    expect(await send(second)).toMatchObject({ ok: true });
    expect(await send(first)).toMatchObject({ ok: true });
    expect(await numbers()).toEqual({ given: [1001, 1002], last: 1002 });
    const told =
      await database.owner`select detail from events where kind = 'invoice.issued' and document_id = ${second}`;
    expect([...told]).toMatchObject([{ detail: { number: "INV-1001", amountCents: 39_944 } }]);
  });

  test("stay as they were given, however often it is sent, and by two members at once", async () => {
    const id = await draft();
    const both = await Promise.all([send(id), send(id, readwell.address.tom)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    await database.owner`update tenants set invoice_prefix = 'X-' where id = ${readwell.tenantId}`;
    expect(await send(id)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ number: "INV-1001" });
    expect(await numbers()).toEqual({ given: [1001], last: 1001 });
  });
});

describe("an invoice that is sent first", () => {
  test("is of today, and due after the days that the business gives unless a day is written", async () => {
    await database.owner`update tenants set invoice_terms_days = 10, time_zone = 'Pacific/Kiritimati' where id = ${readwell.tenantId}`;
    const [usual, own] = [await draft(), await draft()];
    await database.owner`update documents set due_on = '2030-05-08' where id = ${own}`;
    await Promise.all([send(usual), send(own, readwell.address.tom)]);
    const day = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), "Pacific/Kiritimati");
    expect(await rowOf(usual)).toMatchObject({ issuedOn: day(0), dueOn: day(10), depositDueOn: null });
    expect(await rowOf(own)).toMatchObject({ issuedOn: day(0), dueOn: "2030-05-08" });
  });

  test("leaves its empty lines behind, and its deposit falls due with it unless it has a day", async () => {
    const id = await draft();
    await database.owner`insert into invoice_lines (tenant_id, document_id, place, words, unit_cents)
      values (${readwell.tenantId}, ${id}, 9, '', 0)`;
    await database.owner`update invoices set deposit_cents = 10000 where document_id = ${id}`;
    expect(await send(id)).toMatchObject({ ok: true });
    expect(await linesOfInvoice(database.owner, id)).toHaveLength(3);
    const row = await rowOf(id);
    expect(row?.depositDueOn).toBe(row?.dueOn);
  });

  test.each([
    ["without a line", "delete from invoice_lines", /at least one line/],
    [
      "with a line that has no words",
      "update invoice_lines set words = '' where place = 1",
      /Line 2 has no words/,
    ],
    ["that comes to nothing", "update invoice_lines set unit_cents = 0", /comes to nothing/],
    ["that is all deposit", "update invoices set deposit_cents = 39944", /less than the total/],
    [
      "whose deposit would be due after the rest",
      "update invoices set deposit_cents = 10000, deposit_due_on = '2099-05-08'",
      /Choose a day for the deposit/,
    ],
  ])("is refused %s, and is a draft as before", async (_, change, why) => {
    const id = await draft();
    await database.owner.unsafe(
      `${change} ${change.includes(" where ") ? "and" : "where"} document_id = '${id}'`,
    );
    expect(await send(id)).toMatchObject({ detail: { sentence: expect.stringMatching(why) } });
    expect(await rowOf(id)).toMatchObject({ number: null, isSent: false });
    expect((await numbers()).last).toBe(1000);
  });
});

describe("the day of an invoice with a deposit", () => {
  test("is never before the deposit’s, as long as that is asked for, in a draft and once it was sent", async () => {
    const id = await draft();
    await database.owner`update invoices set deposit_cents = 10000, deposit_due_on = '2031-05-08' where document_id = ${id}`;
    const early = {
      reason: "invalid",
      detail: { fields: { dueOn: expect.stringMatching(/^The deposit is/) } },
    };
    expect(await setDue(sam, { id, dueOn: "2031-05-07" })).toMatchObject(early);
    expect(await setDue(sam, { id, dueOn: "2031-05-08" })).toMatchObject({ ok: true });
    expect(await send(id)).toMatchObject({ ok: true });
    expect(await setDue(sam, { id, dueOn: "2031-05-01" })).toMatchObject(early);
    expect(await rowOf(id)).toMatchObject({ dueOn: "2031-05-08" });
    expect(await setDue(sam, { id, dueOn: null })).toMatchObject({ ok: true });
    await database.owner`update invoices set paid_cents = 10000 where document_id = ${id}`;
    expect(await setDue(sam, { id, dueOn: "2031-05-01" })).toMatchObject({ ok: true });
  });
});

describe("a new invoice", () => {
  const words = { kind: "invoice", title: "Kitchen, second stage", body: "" } as const;
  const create = () =>
    createDocument(sam, { ...words, contactId: readwell.ellen, projectId: readwell.kitchen });

  test("begins with one empty line, in the currency and with the tax of its business", async () => {
    await database.owner`update tenants set tax_name = 'Sales tax', tax_milli_percent = 8250 where id = ${readwell.tenantId}`;
    const made = await create();
    const id = made.ok ? made.value.id : "";
    expect(await rowOf(id)).toMatchObject({ currency: "USD", total: 0, number: null });
    expect(await linesOfInvoice(database.owner, id)).toMatchObject([
      { words: "", quantityMilli: 1000, unitCents: 0, taxName: "Sales tax", taxMilliPercent: 8250 },
    ]);
  });

  test("for the same client after another keeps its deposit and whether parts of it may be paid, for another client not", async () => {
    const id = await makeDocument(database.owner, readwell, "invoice");
    await database.owner`update invoices set deposit_cents = 10000, deposit_due_on = '2031-05-08', takes_parts = true
      where document_id = ${id}`;
    const other = await insert(database.owner, "contacts", {
      ...{ tenant_id: readwell.tenantId, kind: "client", name: "Nora Quist" },
    });
    const terms = async (contactId: string) => {
      const made = await duplicateDocument(sam, { id, contactId, projectId: null });
      const [row] =
        await database.owner`select deposit_cents::int as deposit, deposit_due_on as "dueOn", takes_parts as parts
        from invoices where document_id = ${made.ok ? made.value.id : ""}`;
      return row;
    };
    expect(await terms(readwell.ellen)).toEqual({ deposit: 10_000, dueOn: null, parts: true });
    expect(await terms(other)).toEqual({ deposit: null, dueOn: null, parts: false });
  });

  test("that is written after another has its lines, and nothing of its money, number or days", async () => {
    const id = await makeDocument(database.owner, readwell, "invoice");
    await database.owner`update invoices set paid_cents = 39944, paid_at = now() where document_id = ${id}`;
    const made = await duplicateDocument(sam, {
      ...{ id, contactId: readwell.ellen, projectId: readwell.kitchen },
    });
    const copy = made.ok ? made.value.id : "";
    expect(await rowOf(copy)).toMatchObject({
      number: null,
      paid: 0,
      total: 39_944,
      dueOn: null,
      issuedOn: null,
    });
    const kept = (lines: Awaited<ReturnType<typeof linesOfInvoice>>) =>
      lines.map(({ id: _, ...line }) => line);
    expect(kept(await linesOfInvoice(database.owner, copy))).toEqual(
      kept(await linesOfInvoice(database.owner, id)),
    );
  });
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { linesOfInvoice } from "@/e2e/support/invoices";
import { sendDocument } from "@/lib/documents/send";
import { saveInvoice } from "./draft";
import { draftForm } from "./draft-sent";
import { typedTotals } from "./draft-totals";
import { readOfficeInvoice } from "./for-office";
import { mostLines } from "./lines";
import type { DraftLineView } from "./views";

eachAtReadwell(10);

const draft = () => makeDocument(database.owner, readwell, "invoice", { draft: true });

async function read(id: string) {
  const invoice = await readOfficeInvoice(sam, id, new Date());
  if (!invoice?.draft) throw new Error("There is no draft.");
  return { ...invoice, draft: invoice.draft };
}

const versionOf = async (id: string) => {
  const [row] = await database.owner<{ version: number }[]>`select version from documents where id = ${id}`;
  return String(row?.version);
};

/** The fields of a draft's form as its page fills them. */
const fieldsOf = (lines: DraftLineView[]) =>
  Object.fromEntries(
    lines.flatMap(({ id, amount: _, ...line }) =>
      Object.entries(line).map(([what, typed]) => [`${what}.${id}`, typed]),
    ),
  );

async function save(id: string, lines: DraftLineView[], more: Record<string, string> = {}) {
  const sent = draftForm.parse({ id, version: await versionOf(id), ...fieldsOf(lines), ...more });
  return saveInvoice(sam, sent);
}

describe("the draft of an invoice", () => {
  test("is kept as its form has it, line by line, with what it comes to", async () => {
    const id = await draft();
    const { lines, totals } = (await read(id)).draft;
    expect(lines[0]).toMatchObject({
      quantity: "4",
      unit: "visits",
      price: "55.00",
      taxRate: "8.25",
      amount: "$220.00",
    });
    expect(totals).toEqual({
      ...{ subtotal: "$369.00", total: "$399.44" },
      taxes: [{ name: "Sales tax, 8.25%", amount: "$30.44" }],
    });
    const [first, ...others] = lines;
    if (!first) throw new Error("There are no lines.");
    const changed = [...others, { ...first, quantity: "1.5", price: "−20", taxRate: "10%", note: "Credit" }];
    const more = { deposit: "100", depositDueOn: "2030-05-01", dueOn: "2030-05-08", takesParts: "on" };
    expect(await save(id, changed, more)).toMatchObject({ ok: true });
    const now = await read(id);
    expect(now.draft.lines.map(({ id }) => id)).toEqual(changed.map(({ id }) => id));
    expect(now.draft.lines[2]).toMatchObject({
      quantity: "1.5",
      price: "−20.00",
      amount: "−$30.00",
      taxRate: "10",
    });
    expect(now.draft).toMatchObject({
      ...{ deposit: "100.00", depositDueOn: "2030-05-01", dueOn: "2030-05-08", takesParts: true },
      totals: { subtotal: "$119.00", total: "$128.29" },
    });
    const [row] = await database.owner`
      select subtotal_cents::int as subtotal, tax_cents::int as tax, total_cents::int as total from invoices where document_id = ${id}`;
    expect(row).toEqual({ subtotal: 11_900, tax: 929, total: 12_829 });
  });

  test("comes to the same while it is typed as once it is kept", async () => {
    const id = await draft();
    const { lines, totals, look } = (await read(id)).draft;
    const typed = typedTotals(Object.entries(fieldsOf(lines)), look);
    expect(typed.totals).toEqual(totals);
    expect(Object.values(typed.amounts)).toEqual(lines.map(({ amount }) => amount));
    const halfTyped = lines.map((line, at) => (at === 0 ? { ...line, price: "55." } : line));
    expect(typedTotals(Object.entries(fieldsOf(halfTyped)), look).totals.subtotal).toBe("$149.00");
  });

  test("does what is tapped: a line up, down, out, one more, a table pasted", async () => {
    const id = await draft();
    const order = async () => (await read(id)).draft.lines.map(({ words }) => words);
    const [service = "", clean = "", tablets = ""] = await order();
    const tap = async (act: string, more = {}) => save(id, (await read(id)).draft.lines, { act, ...more });
    const [first, second, third] = (await read(id)).draft.lines.map((line) => line.id);
    await tap(`down:${first}`);
    expect(await order()).toEqual([clean, service, tablets]);
    await tap(`up:${third}`);
    expect(await order()).toEqual([clean, tablets, service]);
    await tap(`up:${second}`);
    await tap(`remove:${third}`);
    expect(await order()).toEqual([clean, service]);
    await tap("add");
    expect(await order()).toEqual([clean, service, ""]);
    await tap("paste", { pasted: "Salt\t2\tbags\t14.50\nCall-out\t90\nTotal\t119" });
    expect(await order()).toEqual([clean, service, "Salt", "Call-out"]);
    expect((await linesOfInvoice(database.owner, id)).slice(2)).toMatchObject([
      { quantityMilli: 2000, unit: "bags", unitCents: 1450 },
      { quantityMilli: 1000, unitCents: 9000 },
    ]);
    for (const line of (await read(id)).draft.lines) await tap(`remove:${line.id}`);
    expect(await order()).toEqual([""]);
  });

  test("reads a table by the names in its first row, and says which row it can’t", async () => {
    const id = await draft();
    const paste = (pasted: string) => save(id, [], { act: "paste", pasted });
    expect(await paste("No.\tItem\tQty\tUnit\tPrice\tTotal\n1\tSalt\t2\tbags\t14.50\t29.00")).toMatchObject({
      ok: true,
    });
    expect(await linesOfInvoice(database.owner, id)).toMatchObject([
      { words: "Salt", quantityMilli: 2000, unitCents: 1450 },
    ]);
    expect(await paste("Salt\t14.50\nCall-out\tninety")).toMatchObject({
      detail: { sentence: expect.stringMatching(/^Row 2 has “ninety”, which isn’t a price/) },
    });
    expect(await paste("Salt")).toMatchObject({
      detail: { sentence: expect.stringMatching(/no row with a price/) },
    });
  });

  test("has at most two hundred lines, and comes to at most a hundred million", async () => {
    const id = await draft();
    const many = Array.from({ length: mostLines }, (_, at) => `Tile ${at}\t10`).join("\n");
    expect(await save(id, [], { act: "paste", pasted: many })).toMatchObject({ ok: true });
    const { lines } = (await read(id)).draft;
    expect(await save(id, lines, { act: "add" })).toMatchObject({
      detail: { sentence: expect.stringMatching(/at most 200 lines, and this would make 201/) },
    });
    const dear = lines.slice(0, 2).map((line) => ({ ...line, quantity: "90000", price: "10000000" }));
    expect(await save(id, dear)).toMatchObject({
      detail: { sentence: expect.stringMatching(/hundred million/) },
    });
  });

  test("refuses a form older than another’s change, one that was sent, and what is no number, day or deposit", async () => {
    const id = await draft();
    const { lines } = (await read(id)).draft;
    const stale = draftForm.parse({ id, version: "1", ...fieldsOf(lines) });
    expect(await save(id, lines)).toMatchObject({ ok: true });
    expect(await saveInvoice(sam, stale)).toMatchObject({ reason: "stale" });
    const wrong = (more: Record<string, string>) =>
      draftForm
        .safeParse({ id, version: "1", ...fieldsOf(lines), ...more })
        .error?.issues.map(({ path }) => path[0]);
    const line = lines[0]?.id;
    for (const [field, typed] of [
      [`price.${line}`, "ten"],
      [`quantity.${line}`, "0"],
      [`taxRate.${line}`, "101"],
      ["deposit", "-5"],
    ])
      expect(wrong({ [field ?? ""]: typed ?? "" })).toEqual([field]);
    expect(wrong({ depositDueOn: "2030-05-09", dueOn: "2030-05-08" })).toEqual(["depositDueOn"]);
    await sendDocument(sam, { documentId: id, address: readwell.address.ellen });
    expect(await save(id, lines)).toMatchObject({ reason: "not-allowed-now" });
  });

  test("that is saved while it is sent is sent as it was saved, or stays as it was sent", async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await draft();
      const { lines } = (await read(id)).draft;
      const dearer = lines.map((line) => ({ ...line, price: "100" }));
      const { ellen, tom } = readwell.address;
      const address = round % 2 === 0 ? ellen : tom;
      const [saved, sent] = await Promise.all([
        save(id, dearer),
        sendDocument(sam, { documentId: id, address }),
      ]);
      expect(sent).toMatchObject({ ok: true });
      const [row] = await database.owner`
        select i.subtotal_cents::int as subtotal, (select sum(unit_cents * quantity_milli / 1000)::int from invoice_lines l
          where l.document_id = i.document_id) as "ofLines" from invoices i where i.document_id = ${id}`;
      expect(row).toEqual({ subtotal: saved.ok ? 60_000 : 36_900, ofLines: saved.ok ? 60_000 : 36_900 });
    }
  });

  test("never writes over another invoice’s line", async () => {
    const [mine, other] = [await draft(), await draft()];
    const theirs = (await read(other)).draft.lines;
    expect(await save(mine, theirs)).toMatchObject({ ok: true });
    expect((await read(other)).draft.lines).toEqual(theirs);
    expect((await read(mine)).draft.lines.map(({ words }) => words)).toEqual(
      theirs.map(({ words }) => words),
    );
  });
});

import { describe, expect, test } from "vitest";
import { addressOf, database, eachAtFernleigh, fernleigh, helen, priya } from "@/e2e/support/at-fernleigh";
import { linesOfInvoice } from "@/e2e/support/invoices";
import { dispatchedJob } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { closeDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { sendDocument } from "@/lib/documents/send";
import { moveWorkOrder } from "@/lib/work-orders/move";
import { saveInvoice } from "./draft";
import { draftForm } from "./draft-sent";
import { readOfficeInvoice } from "./for-office";
import { invoiceFromWorkOrder, priceOf, readOrderToInvoice } from "./from-work-order";

eachAtFernleigh();

/** A job that Mick finished, with bills of these amounts. */
async function finished(...amounts: number[]) {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  for (const action of ["ACCEPT", "ON_SITE", "COMPLETE"] as const)
    expect(await moveWorkOrder(mick, { action })).toMatchObject({ ok: true });
  const files: string[] = [];
  for (const [at, amountCents] of amounts.entries()) files.push(await addBill(order.id, amountCents, at));
  return { number: order.number, id: order.id, files };
}

async function addBill(orderId: string, amountCents: number, at: number): Promise<string> {
  const fileId = await insert(database.owner, "files", {
    ...{ tenant_id: fernleigh.tenantId, key: `${orderId}-${at}`, name: "bill.pdf", size: 10 },
    content_type: "application/pdf",
    sha256: Buffer.alloc(32) as unknown as string,
  });
  await insert(database.owner, "contractor_invoices", {
    ...{ tenant_id: fernleigh.tenantId, work_order_id: orderId, contractor_id: fernleigh.mick },
    ...{ number: `HP-${at}`, amount_cents: amountCents, currency: "AUD", file_id: fileId, state: "received" },
  });
  return fileId;
}

const make = (number: number, markUpMilliPercent = 0) =>
  invoiceFromWorkOrder(priya, { number, contactId: helen, markUpMilliPercent });

describe("an invoice from a work order", () => {
  test("has a line for its contractor’s bill, with the bill attached and the tax apart", async () => {
    const { number, files } = await finished(41_800);
    const made = await make(number);
    const id = made.ok ? made.value.id : "";
    expect(made).toMatchObject({ ok: true, value: { contactId: helen, title: "Hot-water unit leaking" } });
    expect(await linesOfInvoice(database.owner, id)).toMatchObject([
      { words: "Hot-water unit leaking", unitCents: 38_000, taxName: "GST", taxMilliPercent: 10_000 },
    ]);
    const invoice = await readOfficeInvoice(priya, id, new Date());
    expect(invoice).toMatchObject({
      view: { total: "$418.00", files: [{ id: files[0], title: "Invoice HP-0 from Harbour Plumbing" }] },
      source: { what: "work-order", number },
    });
  });

  test("lets a bill be taken off its draft, on the record, and keeps what was typed; of what was sent none is", async () => {
    const { number, files } = await finished(41_800, 11_000);
    const made = await make(number);
    const id = made.ok ? made.value.id : "";
    const [first = "", second = ""] = files;
    const takeOff = async (fileId: string) => {
      const read = await readOfficeInvoice(priya, id, new Date());
      const [row] = await database.owner`select version from documents where id = ${id}`;
      const fields = (read?.draft?.lines ?? []).flatMap(({ id, words, price }) => [
        [`words.${id}`, words],
        [`price.${id}`, price || "1"],
      ]);
      const sent = { ...Object.fromEntries(fields), id, version: String(row?.version ?? 1) };
      return saveInvoice(priya, draftForm.parse({ ...sent, act: `take-off:${fileId}`, deposit: "50" }));
    };
    for (const fileId of [first, first, crypto.randomUUID(), "x"])
      expect(await takeOff(fileId)).toMatchObject({ ok: true });
    expect(await readOfficeInvoice(priya, id, new Date())).toMatchObject({
      view: { files: [{ id: second }] },
      draft: { deposit: "50.00", lines: [{ price: "380.00" }, { price: "100.00" }] },
    });
    const told = await database.owner`
      select detail ->> 'changed' as changed from events where document_id = ${id} and kind = 'document.edited' order by id`;
    expect(told.map(({ changed }) => changed)).toEqual([
      "Invoice HP-0 from Harbour Plumbing taken off",
      null,
    ]);
    expect(await sendDocument(priya, { documentId: id, address: addressOf("helen") })).toMatchObject({
      ok: true,
    });
    expect(await takeOff(second)).toMatchObject({ reason: "not-allowed-now" });
  });

  test("puts a mark-up on top where the office wants one, and says that it was made already", async () => {
    const { number } = await finished(41_800, 11_000);
    const made = await make(number, 15_000);
    const lines = await linesOfInvoice(database.owner, made.ok ? made.value.id : "");
    expect(lines.map(({ unitCents }) => unitCents)).toEqual([43_700, 11_500]);
    const read = await readOrderToInvoice(priya, number);
    expect(read).toMatchObject({
      ok: true,
      value: {
        bills: [{ amount: "$418.00" }, { amount: "$110.00" }],
        made: [{ words: "A draft, Hot-water unit leaking, $552.00 before tax" }],
      },
    });
  });

  test("asked for twice at once is one draft; with another mark-up, or one more bill, it is another", async () => {
    const { number, id: orderId } = await finished(41_800);
    const idOf = async (markUp = 0) => {
      const made = await make(number, markUp);
      return made.ok ? made.value.id : made.reason;
    };
    const [first, second] = await Promise.all([idOf(), idOf()]);
    expect(second).toBe(first);
    expect(await idOf(10_000)).not.toBe(first);
    await addBill(orderId, 11_000, 1);
    expect(await idOf()).not.toBe(first);
    expect(await readOrderToInvoice(priya, number)).toMatchObject({ value: { made: { length: 3 } } });
  });

  test("waits for its price where no bill came, and is made of no job that goes on", async () => {
    const { number } = await finished();
    const made = await make(number);
    expect(await linesOfInvoice(database.owner, made.ok ? made.value.id : "")).toMatchObject([
      { words: "Hot-water unit leaking", unitCents: 0 },
    ]);
    const { order } = await dispatchedJob(fernleigh, database.owner);
    expect(await make(order.number)).toMatchObject({ reason: "not-allowed-now" });
    expect(await readOrderToInvoice(priya, order.number)).toMatchObject({
      ...{ reason: "not-allowed-now", detail: { sentence: expect.stringMatching(/isn’t completed/) } },
    });
    expect(await make(999_999)).toMatchObject({ reason: "not-found" });
  });

  test("leaves out a bill that the office asked about, and has it once that is settled", async () => {
    const { number, files } = await finished(41_800, 11_000);
    await database.owner`update contractor_invoices set state = 'queried' where file_id = ${files[1] ?? ""}`;
    expect(await readOrderToInvoice(priya, number)).toMatchObject({
      value: { bills: [{ amount: "$418.00" }], isQueried: true },
    });
    const made = await make(number);
    const lines = await linesOfInvoice(database.owner, made.ok ? made.value.id : "");
    expect(lines.map(({ unitCents }) => unitCents)).toEqual([38_000]);
    await database.owner`update contractor_invoices set state = 'received' where file_id = ${files[1] ?? ""}`;
    expect(await readOrderToInvoice(priya, number)).toMatchObject({
      value: { bills: { length: 2 }, isQueried: false },
    });
  });

  test("is of the one open project that its client has at the place of the order, and of none where there are two", async () => {
    const { number } = await finished(41_800);
    const build = (place: string) =>
      insert(database.owner, "projects", {
        ...{ tenant_id: fernleigh.tenantId, contact_id: helen, name: place, place },
      });
    await build("3 Elm Ave, Hamilton");
    const former = await build("14 Marlowe St, the kitchen");
    await database.owner`update projects set closed_at = now() where id = ${former}`;
    const there = await build("14 Marlowe St, Cooks Hill");
    expect(await make(number)).toMatchObject({ value: { projectId: there } });
    await build("14 Marlowe St, granny flat");
    expect(await make(number, 10_000)).toMatchObject({ value: { projectId: null } });
  });

  test("that is made void and written once more is of its order as before, with its bills", async () => {
    const { number, files } = await finished(41_800);
    const made = await make(number);
    const id = made.ok ? made.value.id : "";
    expect(await closeDocument(priya, { id, as: "void" })).toMatchObject({ ok: true });
    const again = await duplicateDocument(priya, { id, contactId: helen, projectId: null });
    const copy = again.ok ? again.value.id : "";
    expect(await readOfficeInvoice(priya, copy, new Date())).toMatchObject({
      view: { total: "$418.00", files: [{ id: files[0], title: "Invoice HP-0 from Harbour Plumbing" }] },
      source: { what: "work-order", number },
    });
    expect(await make(number)).toMatchObject({ value: { id: copy } });
    const beside = await duplicateDocument(priya, { id: copy, contactId: helen, projectId: null });
    expect(await readOfficeInvoice(priya, beside.ok ? beside.value.id : "", new Date())).toMatchObject({
      ...{ view: { files: [] }, source: null },
    });
  });

  test("is offered for the client whose place it is, before all others, and else for nobody", async () => {
    const { number } = await finished();
    expect(await readOrderToInvoice(priya, number)).toMatchObject({ value: { ownerId: null } });
    const owner = await insert(database.owner, "contacts", {
      ...{ tenant_id: fernleigh.tenantId, kind: "client", name: "Zoe Whitlock" },
    });
    await insert(database.owner, "projects", {
      ...{
        tenant_id: fernleigh.tenantId,
        contact_id: owner,
        name: "14 Marlowe St",
        place: "14 Marlowe St, Cooks Hill",
      },
    });
    const read = await readOrderToInvoice(priya, number);
    expect(read.ok && read.value.clients.shown.map(({ id }) => id)).toEqual([owner, helen]);
    expect(read).toMatchObject({ value: { ownerId: owner } });
  });

  test.each([
    [41_800, 0, 10_000, 38_000],
    [100, 10_000, 0, 110],
    [105, 10_000, 0, 116],
    [1, 0, 10_000, 1],
  ])(
    "of %d cents with %d on top and %d in it is priced at %d",
    (cents, markUpMilliPercent, taxedMilliPercent, price) => {
      expect(priceOf(cents, { markUpMilliPercent, taxedMilliPercent })).toBe(price);
    },
  );
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { invoicePdf } from "@/e2e/support/pdf";
import { asRead, byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope } from "@/lib/auth/scope";
import { dispatchWorkOrder } from "./dispatch";
import { finishJob, takeInvoice, uploadInvoice } from "./finish";
import { moveWorkOrder } from "./move";
import { readOrder } from "./order-view";
import { invoiceForm } from "./sent";

let database: TestDatabase;
let folder: string;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
  folder = await mkdtemp(join(tmpdir(), "latchkey-finish-"));
  vi.stubEnv("DATA_DIR", folder);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function onSite() {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  for (const action of ["ACCEPT", "ON_SITE"] as const) await moveWorkOrder(mick, { action });
  return { order, mick };
}

const pdf = (words: string) =>
  new File([new Uint8Array(invoicePdf(words))], "HP-0932.pdf", { type: "application/pdf" });

/** The form as a page without script posts it: the file comes along, each time anew. */
const posted = (amount = "418.00", number = "HP-0932", file = pdf(number)) =>
  invoiceForm.parse({ file, amount, number });

async function counted(orderId: string) {
  const [row] = await database.owner`
    select (select count(*)::int from contractor_invoices where work_order_id = ${orderId}) as invoices,
      (select count(*)::int from events where work_order_id = ${orderId} and kind = 'invoice.received') as received,
      (select count(*)::int from events where work_order_id = ${orderId} and kind = 'work-order.completed') as completed`;
  return row;
}

const storyOf = async (number: number) => {
  const order = await readOrder(priyaOf(fernleigh), number);
  if (!order.ok) throw new Error(order.reason);
  return order.value.timeline.map(({ state, file }) => `${state}${file ? " with file" : ""}`);
};

describe("“Mark job done” with an invoice", () => {
  test("[A3] posted twice, one after the other, is one invoice and one completion", async () => {
    const { order, mick } = await onSite();
    for (const _ of ["once", "twice"]) expect((await finishJob(mick, posted())).ok).toBe(true);
    expect(await counted(order.id)).toEqual({ invoices: 1, received: 1, completed: 1 });
  });

  test("[A3] posted ten times at once is one invoice and one completion, told as one", async () => {
    const { order, mick } = await onSite();
    const answers = await Promise.all(Array.from({ length: 10 }, () => finishJob(mick, posted())));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await counted(order.id)).toEqual({ invoices: 1, received: 1, completed: 1 });
    expect((await storyOf(order.number)).slice(-2)).toEqual(["ON_SITE", "COMPLETED with file"]);
  });

  test("[A3] is refused whole where the job is not under way: no invoice, no completion", async () => {
    const { order, mick } = await dispatchedJob(fernleigh, database.owner);
    expect(await finishJob(mick, posted())).toMatchObject({
      reason: "not-allowed-now",
      detail: { status: "ASSIGNED" },
    });
    expect(await counted(order.id)).toEqual({ invoices: 0, received: 0, completed: 0 });
  });

  test("[A3] posted again after a new dispatch to the same contractor completes nothing", async () => {
    const { order, mick } = await onSite();
    await finishJob(mick, posted());
    const [now] = await database.owner<{ id: string; version: number }[]>`
      select id, version from work_orders where id = ${order.id}`;
    if (!now) throw new Error("The order is gone.");
    const again = { ...asRead(now), contractorId: fernleigh.mick, channel: "sms" as const };
    expect((await dispatchWorkOrder(priyaOf(fernleigh), again)).ok).toBe(true);
    const byNewLink = await byNewestLink(database.owner, order.id);
    expect(await finishJob(byNewLink, posted())).toMatchObject({ reason: "not-allowed-now" });
    expect(await counted(order.id)).toEqual({ invoices: 1, received: 1, completed: 1 });
  });
});

describe("an invoice", () => {
  const upload = (mick: ContractorScope, amountCents: number) =>
    uploadInvoice(mick, { file: pdf("HP-0932"), amountCents, number: undefined, note: undefined });

  test("[A3] with another amount, number or file is another invoice", async () => {
    const { order, mick } = await onSite();
    const forms = [
      posted(),
      posted("420"),
      posted("418", "HP-0933", pdf("HP-0932")),
      posted("418.00", "HP-0932", pdf("v2")),
    ];
    for (const form of forms) expect((await takeInvoice(mick, form)).ok).toBe(true);
    expect(await counted(order.id)).toMatchObject({ invoices: 4, received: 4 });
  });

  test("[A3] without a number, uploaded again through the API, is the one that is there", async () => {
    const { order, mick } = await onSite();
    const [first, second] = [await upload(mick, 41_800), await upload(mick, 41_800)];
    expect(second).toEqual(first);
    expect(await counted(order.id)).toMatchObject({ invoices: 1, received: 1 });
  });

  test("[A4] that came just before a completion of its own stands in the story with it", async () => {
    const { order, mick } = await onSite();
    await upload(mick, 41_800);
    await moveWorkOrder(mick, { action: "COMPLETE" });
    expect((await storyOf(order.number)).slice(-2)).toEqual(["INVOICE with file", "COMPLETED"]);
  });
});

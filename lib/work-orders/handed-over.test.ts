import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { invoicePdf } from "@/e2e/support/pdf";
import { asRead, byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { compose } from "@/lib/delivery/compose";
import { keepFile } from "@/lib/storage/files";
import { askForNewLink, dismissAskedLink } from "./asked-link";
import { approveInvoice } from "./contractor-invoice";
import { cancelWorkOrder, dispatchWorkOrder, sendLinkAgain } from "./dispatch";
import { readJobFile } from "./files";
import { uploadInvoice } from "./finish";
import { readRow } from "./inbox";
import { readJobSheet, readJobView } from "./job-sheet";
import { moveWorkOrder } from "./move";
import { readOrder } from "./order-view";
import { answerContractor } from "./thread";

let database: TestDatabase;
let folder: string;
let fernleigh: Fernleigh;
let priya: StaffScope;
let bea: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "latchkey-handed-over-"));
  vi.stubEnv("DATA_DIR", folder);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
  priya = priyaOf(fernleigh);
  bea = await insert(database.owner, "contacts", {
    ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Bea Lindqvist" },
    ...{ company: "Bea Plumbing", phone: "+61491571266" },
  });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function row(orderId: string) {
  const [order] = await database.owner<{ id: string; number: number; version: number; attention: number }[]>`
    select id, number, version, attention from work_orders where id = ${orderId}`;
  if (!order) throw new Error("The order is gone.");
  return order;
}

function given<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const orderView = async (orderId: string) => given(await readOrder(priya, (await row(orderId)).number));

/** Dispatches an order again, and answers with whom it went to, as its link lets them in. */
async function handOver(orderId: string, contractorId = bea, text?: string): Promise<ContractorScope> {
  const again = { ...asRead(await row(orderId)), contractorId, channel: "sms" as const, text };
  given(await dispatchWorkOrder(priya, { ...again, ceilingCents: 45_000 }));
  return byNewestLink(database.owner, orderId);
}

const send = async (contractor: ContractorScope, amountCents: number, number: string) =>
  given(
    await uploadInvoice(contractor, {
      ...{ amountCents, number, note: undefined },
      file: new File([new Uint8Array(invoicePdf(number))], `${number}.pdf`, { type: "application/pdf" }),
    }),
  );

/** Approves an invoice as it stands. */
async function approve({ id: billId }: { id: string }) {
  const [bill] = await database.owner<{ fileId: string }[]>`
    select file_id as "fileId" from contractor_invoices where id = ${billId}`;
  return given(await approveInvoice(priya, { billId, fileId: bill?.fileId ?? "" }));
}

async function finish(contractor: ContractorScope) {
  for (const action of ["ACCEPT", "ON_SITE", "COMPLETE"] as const)
    given(await moveWorkOrder(contractor, { action }));
}

/** Mick asks, is answered, photographs, sends an invoice over the ceiling and is done. Then the job goes to Bea. */
async function formerlyMicks() {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  given(await moveWorkOrder(mick, { action: "QUESTION", question: "Where is the stopcock?" }));
  given(await answerContractor(priya, asRead(await row(order.id)), "Under the sink."));
  await finish(mick);
  const invoice = await send(mick, 99_900, "MICK-1");
  const content = Buffer.from("a picture");
  const picture = { name: "before.jpg", contentType: "image/jpeg" as const, content };
  const { id: photo } = await keepFile(
    mick,
    { ...picture, width: 4, height: 3, sha256: Buffer.alloc(32) },
    null,
  );
  await insert(database.owner, "work_order_photos", {
    ...{ tenant_id: fernleigh.tenantId, work_order_id: order.id, file_id: photo, contact_id: fernleigh.mick },
  });
  return { order, mick, invoice, photo };
}

describe("a job that went to another contractor", () => {
  test("[A2] tells them nothing of what the former one asked, was told, photographed or charged, while the office sees it all", async () => {
    const { order, photo } = await formerlyMicks();
    const scope = await handOver(order.id);
    const job = given(await readJobSheet(scope));
    expect([job.questions, job.invoices, job.photos]).toEqual([[], [], []]);
    const told = JSON.stringify([job, given(await readJobView(scope))]);
    for (const word of ["Mick", "MICK-1", "99900", "999.00", "stopcock", "sink", photo]) {
      expect(told).not.toContain(word);
    }
    expect(await readJobFile(scope, photo)).toMatchObject({ ok: false, reason: "not-found" });
    const seen = JSON.stringify(await orderView(order.id));
    for (const word of ["MICK-1", "999.00", "stopcock", "sink", photo]) expect(seen).toContain(word);
  });

  test("[A2] shows the former one's things again when they get it back", async () => {
    const { order, photo } = await formerlyMicks();
    await handOver(order.id);
    const job = given(await readJobSheet(await handOver(order.id, fernleigh.mick)));
    expect([job.questions.length, job.invoices.length, job.photos.length]).toEqual([2, 1, 1]);
    expect((await readJobFile(await byNewestLink(database.owner, order.id), photo)).ok).toBe(true);
  });

  test("[A2] shows them what the office wrote with the dispatch, and quotes them no question but their own", async () => {
    const { order } = await formerlyMicks();
    const scope = await handOver(order.id, bea, "The key is at the office.");
    expect(given(await readJobSheet(scope)).questions).toMatchObject([
      { from: "office", text: "The key is at the office." },
    ]);
    given(await answerContractor(priya, asRead(await row(order.id)), "Bring a ladder."));
    const [letter] = await database.owner`select detail from messages where work_order_id = ${order.id}
      and kind = 'answer' and contact_id = ${bea}`;
    expect(letter?.detail).toMatchObject({ question: "", answer: "Bring a ladder." });
  });

  test("leaves the former one's invoice over the ceiling in the story, to be approved there, and asks for it nowhere else", async () => {
    const { order, invoice } = await formerlyMicks();
    const scope = await handOver(order.id);
    const view = await orderView(order.id);
    expect([view.invoice, view.waiting.overCeiling]).toEqual([null, false]);
    expect(view.timeline.map(({ invoiceToApprove }) => invoiceToApprove).filter(Boolean)).toEqual([
      invoice.id,
    ]);
    await finish(scope);
    const hers = await send(scope, 50_000, "BEA-1");
    expect((await readRow(priya, order.id))?.line).toBe("$500.00 against $450.00");
    await approve(hers);
    expect((await row(order.id)).attention).toBeNull();
    await approve(invoice);
    const after = await orderView(order.id);
    expect(after.timeline.every(({ invoiceToApprove }) => invoiceToApprove === null)).toBe(true);
    expect(after.invoice?.number).toBe("BEA-1");
  });
});

describe("a new link that is asked for", () => {
  const asks = async (orderId: string) =>
    await database.owner`select * from messages where work_order_id = ${orderId} and kind = 'link-asked' order by queued_at`;

  test("[A5] by the former contractor is told in their name, to the inbox, the order's page and the manager", async () => {
    const { order, mick } = await dispatchedJob(fernleigh, database.owner);
    await handOver(order.id);
    given(await askForNewLink(mick));
    expect((await readRow(priya, order.id))?.line).toBe("Harbour Plumbing asks for a new link");
    const { waiting, timeline } = await orderView(order.id);
    expect(waiting.linkAsked).toEqual({ company: "Harbour Plumbing", isFormer: true });
    expect(timeline.at(-1)?.sentence).toMatch(/^Mick Farrugia asked for a new link at/);
    const [message] = await database.owner`select kind, channel, detail from messages
      where work_order_id = ${order.id} and kind = 'link-asked'`;
    const letter = await compose(message as Parameters<typeof compose>[0], undefined);
    expect(letter.subject).toMatch(/^Harbour Plumbing asks for a new link/);
    expect(letter.text).toContain("The job is with Bea Plumbing now.");
  });

  test("[A5] by whoever has the job goes before a former one's, and never waits behind it", async () => {
    const { order, mick } = await dispatchedJob(fernleigh, database.owner);
    const hers = await handOver(order.id);
    for (const contractor of [mick, mick, hers, hers, mick]) given(await askForNewLink(contractor));
    expect((await asks(order.id)).map(({ detail }) => detail.company)).toEqual([
      "Harbour Plumbing",
      "Bea Plumbing",
    ]);
    const { linkAsked } = (await orderView(order.id)).waiting;
    expect(linkAsked).toEqual({ company: "Bea Plumbing", isFormer: false });
    given(await sendLinkAgain(priya, asRead(await row(order.id)), "sms"));
    expect((await row(order.id)).attention).toBeNull();
  });

  test("[A5] waits no longer once it is dismissed, on a cancelled order as on one that goes on; from a stale page it is not", async () => {
    const { order, mick } = await dispatchedJob(fernleigh, database.owner);
    await handOver(order.id);
    given(await cancelWorkOrder(priya, asRead(await row(order.id)), "The owner sold it."));
    const stale = asRead(await row(order.id));
    given(await askForNewLink(mick));
    expect((await row(order.id)).attention).toBe(5);
    expect(await dismissAskedLink(priya, stale)).toMatchObject({ ok: false, reason: "stale" });
    given(await dismissAskedLink(priya, asRead(await row(order.id))));
    expect((await row(order.id)).attention).toBeNull();
    const { waiting, timeline } = await orderView(order.id);
    expect([waiting.linkAsked, timeline.at(-1)?.sentence]).toEqual([
      null,
      expect.stringMatching(/^Priya Nair sent no new link/),
    ]);
  });
});

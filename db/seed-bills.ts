import { and, eq } from "drizzle-orm";
import { events, type happeningKinds } from "./schema/events";
import { contractorInvoices, threadEntries, workOrders } from "./schema/work-orders";
import type { Office, SeedTx } from "./seed";
import { seedInvoiceFile } from "./seed-files";
import { type ContractorKey, contractors } from "./seed-people";

type Bill = {
  /** Of a job that was done in the weeks before. */
  order: number;
  contractor: ContractorKey;
  number: string;
  amountCents: number;
  note: string;
  queried?: string;
  approved?: true;
  /** How the bank statement names its payment. */
  paid?: string;
};

/** Contractors' invoices of the weeks before, some in each state; one looks as if it came twice. */
const bills: Bill[] = [
  {
    order: 2101,
    contractor: "beam",
    number: "BS-2041",
    amountCents: 26_400,
    note: "Two lights.",
    approved: true,
  },
  {
    ...{ order: 2102, contractor: "beam", number: "BS-2036", amountCents: 18_800 },
    ...{ note: "Smoke alarm.", approved: true, paid: "EFT 0417" },
  },
  { order: 2113, contractor: "coastline", number: "CE-118", amountCents: 21_250, note: "Hallway fan." },
  {
    ...{ order: 2114, contractor: "coastline", number: "CE-118", amountCents: 21_250 },
    ...{ note: "Hallway fan.", approved: true, paid: "EFT 0415" },
  },
  {
    ...{ order: 2117, contractor: "northside", number: "NE-770", amountCents: 34_100 },
    ...{ note: "Fault finding, two hours.", queried: "What was the second hour for?" },
  },
  {
    ...{ order: 2124, contractor: "harbour", number: "HP-0925", amountCents: 27_500 },
    ...{ note: "New mixer.", approved: true },
  },
  {
    ...{ order: 2125, contractor: "harbour", number: "HP-0918", amountCents: 31_000 },
    ...{ note: "Blocked drain, jetter.", approved: true, paid: "EFT 0415" },
  },
];

/** Puts them on their jobs, with what happened to each. */
export async function seedBills(tx: SeedTx, office: Office, filesDir: string): Promise<void> {
  for (const bill of bills) {
    const [order] = await tx
      .select()
      .from(workOrders)
      .where(and(eq(workOrders.tenantId, office.tenantId), eq(workOrders.number, bill.order)));
    if (!order?.completedAt) throw new Error("A job of the weeks before was not stored.");
    await seedBill(tx, { office, order, bill, received: order.completedAt }, filesDir);
  }
}

type Telling = {
  office: Office;
  order: typeof workOrders.$inferSelect;
  bill: Bill;
  received: Date;
};

async function seedBill(tx: SeedTx, telling: Telling, filesDir: string) {
  const { office, order, bill, received } = telling;
  const { number, amountCents, note, approved, paid, queried } = bill;
  const { company } = contractors[bill.contractor];
  const { tenantId, priya } = office;
  const [approvedAt, paidAt] = [daysAfter(received, 1), daysAfter(received, 3)];
  const [stored] = await tx
    .insert(contractorInvoices)
    .values({
      ...{ tenantId, number, amountCents, note, currency: order.currency, ceilingCents: order.ceilingCents },
      ...{ workOrderId: order.id, contractorId: order.contractorId ?? "", createdAt: received },
      fileId: await seedInvoiceFile(tx, order, { number, amountCents, note, company }, filesDir),
      state: queried ? "queried" : paid ? "paid" : approved ? "approved" : "received",
      ...(approved && { approvedAt, approvedBy: priya.id }),
      ...(paid && { paidAt, paidOn: dayOf(paidAt), paidBy: priya.id, reference: paid }),
    })
    .returning({ id: contractorInvoices.id });
  const detail = { invoiceId: stored?.id ?? null, amountCents };
  const shared = { tenantId, workOrderId: order.id, contactId: order.contractorId };
  const byOffice = { ...shared, actor: "member" as const, actorId: priya.id, actorName: priya.name };
  const { name: actorName } = contractors[bill.contractor];
  await tx
    .insert(events)
    .values({ ...shared, actor: "contact", actorName, kind: "invoice.received", at: received, detail });
  const tell = (kind: (typeof happeningKinds)[number], at: Date, told: Record<string, string> = {}) =>
    tx.insert(events).values({ ...byOffice, kind, at, detail: { ...detail, ...told } });
  if (approved) await tell("invoice.approved", approvedAt);
  if (paid) await tell("bill.paid", paidAt, { paidOn: dayOf(paidAt), reference: paid });
  if (!queried) return;
  await tell("bill.queried", approvedAt, { words: queried });
  await seedQuestion(tx, telling, queried);
}

async function seedQuestion(tx: SeedTx, { office, order, bill, received }: Telling, words: string) {
  const amount = `$${(bill.amountCents / 100).toFixed(2)}`;
  await tx.insert(threadEntries).values({
    ...{ tenantId: office.tenantId, workOrderId: order.id, contactId: order.contractorId },
    ...{ from: "office", memberId: office.priya.id, createdAt: daysAfter(received, 1) },
    text: `About your invoice ${bill.number}, ${amount}: ${words}`,
  });
}

const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 24 * 3_600_000);

/** Sydney is ahead of UTC: a moment of a working day there has the day of UTC ten hours later. */
const dayOf = (at: Date) => new Date(at.getTime() + 10 * 3_600_000).toISOString().slice(0, 10);

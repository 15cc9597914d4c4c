import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { members } from "@/db/schema/tenants";
import { threadEntries, workOrders } from "@/db/schema/work-orders";
import { homeOf, phoneWords } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { dayIn } from "@/lib/dates";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { isWithContractor } from "@/lib/work-orders/machine";
import { usualWay } from "@/lib/work-orders/reach";
import type { WorkOrder } from "@/lib/work-orders/work-order";
import { readTenant } from "./list";
import { type BillRaw, readBillRow } from "./rows";
import { billRow, dayWords, type Look, lookOf, momentWords } from "./show";
import type { BillView } from "./views";

/** One contractor's invoice with all that is known of it. Refuses an id that this business does not have. */
export async function readBill(scope: StaffScope, id: string, now: Date): Promise<Outcome<BillView>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const raw = await readBillRow(tx, id);
    if (!raw) return refuse("not-found");
    const look = lookOf(await readTenant(tx), now);
    const [order] = await tx.select().from(workOrders).where(eq(workOrders.id, raw.orderId));
    if (!order) throw new Error("An invoice stands without its work order.");
    const { fileId, fileName: name, contentType, note } = raw;
    return done({
      ...billRow(raw, look),
      ...{ version: order.version, note, approved: approvedOf(raw, look), paid: paidOf(raw, look) },
      receivedAt: momentWords(new Date(raw.createdAt), look),
      file: { id: fileId, name, isPicture: contentType.startsWith("image/") },
      thread: await readThread(tx, raw, look),
      reach: await reachOf(tx, raw, order, look),
      today: dayIn(now, look.zone),
    });
  });
}

function approvedOf({ approvedAt, approvedBy }: BillRaw, look: Look): BillView["approved"] {
  if (!approvedAt) return null;
  return { at: momentWords(new Date(approvedAt), look), by: approvedBy ?? "" };
}

function paidOf({ paidOn, paidAt, paidBy, reference }: BillRaw, look: Look): BillView["paid"] {
  if (!paidOn) return null;
  const mayTakeBack = paidAt !== null && dayIn(new Date(paidAt), look.zone) === dayIn(look.now, look.zone);
  return { on: dayWords(paidOn, look), by: paidBy ?? "", reference, mayTakeBack };
}

async function readThread(tx: Tx, raw: BillRaw, look: Look): Promise<BillView["thread"]> {
  const author = sql<string>`coalesce(${members.name}, ${contacts.name}, '')`;
  const entries = await tx
    .select({ entry: threadEntries, author })
    .from(threadEntries)
    .leftJoin(members, eq(members.id, threadEntries.memberId))
    .leftJoin(contacts, and(eq(contacts.id, threadEntries.contactId), eq(threadEntries.from, "contractor")))
    .where(and(eq(threadEntries.workOrderId, raw.orderId), eq(threadEntries.contactId, raw.contractorId)))
    .orderBy(asc(threadEntries.createdAt));
  return entries.map(({ entry: { id, from, text, createdAt }, author }) => ({
    ...{ id, author, text, fromOffice: from === "office" },
    when: momentWords(createdAt, look),
  }));
}

/** A link to the job reaches them while the job is theirs; after that there is the phone. */
async function reachOf(tx: Tx, raw: BillRaw, order: WorkOrder, { locale }: Look): Promise<BillView["reach"]> {
  const [contractor] = await tx.select().from(contacts).where(eq(contacts.id, raw.contractorId));
  if (!contractor) throw new Error("An invoice stands without its contractor.");
  const { name, active, email } = contractor;
  const phone = phoneWords(contractor.phone, homeOf(locale));
  const call = phone ? ` Call ${name} on ${phone}.` : "";
  if (order.contractorId !== contractor.id || !isWithContractor(order.status))
    return { whyNot: `This job is no longer with them, so a link to it would not open.${call}` };
  if (!active) return { whyNot: `They are not active, so nothing can be sent to them.${call}` };
  const channel = await usualWay(tx, order, contractor);
  const address = channel === "sms" ? phone : email;
  if (!address) return { whyNot: `There is no address to send a question to.${call}` };
  return { way: `${channel === "sms" ? "SMS" : "email"} to ${name}, ${address}` };
}

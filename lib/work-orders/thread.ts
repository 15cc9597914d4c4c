import { and, desc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { threadEntries } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { queueMessage } from "@/lib/delivery/queue-message";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { reply, sendJobLink } from "./dispatch";
import { isWithContractor } from "./machine";
import { reach, usualWay } from "./reach";
import { facts, lockFresh, surroundings, type WorkOrder, write } from "./work-order";

/**
 * Answers the contractor, on the job page and by the channel of the dispatch; an open question is settled by it. The
 * message carries a link of its own, since the first one is kept nowhere. Refuses a stale form, as a second tap is one,
 * and a job that nobody has.
 */
export async function answerContractor(
  scope: StaffScope,
  which: { orderId: string; version: number },
  text: string,
): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockFresh(tx, which);
    if (!locked.ok) return locked;
    const order = locked.value;
    const { contractor } = await surroundings(tx, order.id);
    if (!contractor || !isWithContractor(order.status))
      return refuse("not-allowed-now", { status: order.status });
    const reached = await reach(tx, contractor.id, await usualWay(tx, order, contractor));
    if (!reached.ok) return reached;
    const settled = await write(tx, order, { questionAt: null }, order.questionAt !== null);
    await reply(tx, scope, settled, text);
    const question = await lastQuestion(tx, order.id, contractor.id);
    await sendJobLink(tx, scope, settled, {
      kind: "answer",
      to: reached.value,
      detail: { answer: text, question },
    });
    return done(settled);
  });
}

async function lastQuestion(tx: Tx, orderId: string, contactId: string): Promise<string> {
  const [asked] = await tx
    .select({ text: threadEntries.text })
    .from(threadEntries)
    .where(
      and(
        eq(threadEntries.workOrderId, orderId),
        eq(threadEntries.contactId, contactId),
        eq(threadEntries.from, "contractor"),
      ),
    )
    .orderBy(desc(threadEntries.createdAt))
    .limit(1);
  return asked?.text ?? "";
}

/** Tells the order's manager by e-mail what waits in the inbox. */
export async function tellOffice(
  tx: Tx,
  order: WorkOrder,
  kind: "question-to-office" | "link-asked",
  detail: Record<string, string>,
): Promise<void> {
  const around = await surroundings(tx, order.id);
  await queueMessage(tx, {
    tenantId: order.tenantId,
    kind,
    channel: "email",
    address: around.manager.email,
    memberId: around.manager.id,
    workOrderId: order.id,
    detail: { ...facts(order, around), ...detail },
  });
}

import { and, desc, eq, isNotNull } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { threadEntries } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { queueMessage } from "@/lib/delivery/queue-message";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { reach, reply, sendJobLink } from "./dispatch";
import { facts, lock, surroundings, type WorkOrder, write } from "./work-order";

/**
 * Answers the contractor, on the job page and by the channel of the dispatch; an open question is settled by it. The
 * message carries a link of its own, since the first one is kept nowhere. Refuses when nobody has the job.
 */
export async function answerContractor(
  scope: StaffScope,
  orderId: string,
  text: string,
): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lock(tx, orderId);
    if (!locked.ok) return locked;
    const order = locked.value;
    const around = await surroundings(tx, order.id);
    if (!around.contractor) return refuse("not-allowed-now", { status: order.status });
    const channel = (await channelOfDispatch(tx, order)) ?? around.contractor.prefers;
    const reached = await reach(tx, order.contractorId, channel);
    if (!reached.ok) return reached;
    const settled = await write(tx, order, { questionAt: null }, order.questionAt !== null);
    await reply(tx, scope, settled, text);
    const question = await lastQuestion(tx, order);
    await sendJobLink(tx, scope, settled, {
      kind: "answer",
      to: reached.value,
      detail: { answer: text, question },
    });
    return done(settled);
  });
}

async function lastQuestion(tx: Tx, order: WorkOrder): Promise<string> {
  const [asked] = await tx
    .select({ text: threadEntries.text })
    .from(threadEntries)
    .where(and(eq(threadEntries.workOrderId, order.id), eq(threadEntries.from, "contractor")))
    .orderBy(desc(threadEntries.createdAt))
    .limit(1);
  return asked?.text ?? "";
}

async function channelOfDispatch(tx: Tx, order: WorkOrder): Promise<"email" | "sms" | undefined> {
  const [last] = await tx
    .select({ channel: links.channel })
    .from(links)
    .where(and(eq(links.workOrderId, order.id), eq(links.purpose, "dispatch"), isNotNull(links.contactId)))
    .orderBy(desc(links.issuedAt))
    .limit(1);
  return last && last.channel !== "copy" ? last.channel : undefined;
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

import { inTenant, type Tx } from "@/db/client";
import { threadEntries } from "@/db/schema/work-orders";
import { doerOf, type Scope, type StaffScope } from "@/lib/auth/scope";
import { queueMessage } from "@/lib/delivery/queue-message";
import { mintForCopy } from "@/lib/links/deliver";
import { retireLinks } from "@/lib/links/end";
import { issueLink } from "@/lib/links/link";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isRepeat, isWithContractor, next } from "./machine";
import { type Reached, reach } from "./reach";
import { type Channel, wayTo } from "./views";
import { facts, lock, lockFresh, surroundings, tell, type WorkOrder, write } from "./work-order";

export type Dispatch = {
  orderId: string;
  version: number;
  contractorId: string;
  channel: Channel;
  /** Undefined leaves the order's own, null takes it away. */
  ceilingCents?: number | null | undefined;
  /** A reply that goes into the thread with it. */
  text?: string | undefined;
};

/**
 * Dispatches an order to a contractor: a new link goes out, every older one dies, and the order is Assigned again. Only
 * the office can; it is the one way to re-open a completed order. Refuses a stale form, an inactive contractor, and a
 * channel that has no address.
 */
export async function dispatchWorkOrder(scope: StaffScope, dispatch: Dispatch): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockFresh(tx, dispatch);
    if (!locked.ok) return locked;
    const order = locked.value;
    const to = next(order.status, "DISPATCH");
    if (!to) return refuse("not-allowed-now", { status: order.status });
    const reached = await reach(tx, dispatch.contractorId, dispatch.channel);
    if (!reached.ok) return reached;
    await retireLinks(tx, dispatchLinksOf(order), "re-dispatched");
    const assigned = await write(tx, order, freshDispatch(dispatch, order), true);
    if (dispatch.text) await reply(tx, scope, assigned, dispatch.text);
    const again = order.dispatchedAt !== null;
    const { company, name } = reached.value.contractor;
    const linkId = await sendJobLink(tx, scope, assigned, { kind: "dispatch", to: reached.value });
    const detail = { company: company ?? name, channel: dispatch.channel, again: again ? 1 : 0 };
    await tell(tx, scope, assigned, { kind: "work-order.dispatched", detail, linkId });
    return done(assigned);
  });
}

/** What the office writes to whoever has the job stands in their thread, and in the story. */
export async function reply(tx: Tx, scope: StaffScope, order: WorkOrder, text: string): Promise<void> {
  const entryId = await writeToThread(tx, scope, order, text);
  await tell(tx, scope, order, { kind: "work-order.answered", detail: { answer: text, entryId } });
}

/** Puts a text of the office into the thread with whoever has the job; answers with the id of its entry. */
export async function writeToThread(
  tx: Tx,
  scope: StaffScope,
  order: WorkOrder,
  text: string,
): Promise<string> {
  const { id: workOrderId, contractorId: contactId } = order;
  const [entry] = await tx
    .insert(threadEntries)
    .values({ workOrderId, from: "office", memberId: scope.actor.memberId, contactId, text })
    .returning({ id: threadEntries.id });
  if (!entry) throw new Error("An entry of a thread was not stored.");
  return entry.id;
}

/** What a fresh dispatch makes of an order: it begins again, and nothing of the former one waits. */
function freshDispatch({ contractorId, ceilingCents }: Dispatch, order: WorkOrder) {
  return {
    status: "ASSIGNED" as const,
    contractorId,
    ceilingCents: ceilingCents === undefined ? order.ceilingCents : ceilingCents,
    dispatchedAt: new Date(),
    acceptedAt: null,
    scheduledFor: null,
    onSiteAt: null,
    completedAt: null,
    declinedAt: null,
    declineReason: null,
    cancelledAt: null,
    cancelReason: null,
    questionAt: null,
    overCeilingAt: null,
    undeliveredAt: null,
    linkAskedAt: null,
  };
}

type JobLetter = { kind: "dispatch" | "answer"; to: Reached; detail?: Record<string, string> };

/** Issues a job's link and queues the message that carries it. Answers with the link's id. */
export async function sendJobLink(
  tx: Tx,
  scope: Scope,
  order: WorkOrder,
  letter: JobLetter,
): Promise<string> {
  const around = await surroundings(tx, order.id);
  const { contractor, channel, address } = letter.to;
  const link = await issueLink(tx, {
    purpose: "dispatch",
    holder: { tenantId: order.tenantId, contactId: contractor.id, memberId: null, channel, address },
    workOrderId: order.id,
    by: doerOf(scope),
    settings: around.tenant,
  });
  await queueMessage(tx, {
    tenantId: order.tenantId,
    kind: letter.kind,
    channel,
    address,
    contactId: contractor.id,
    workOrderId: order.id,
    linkId: link.id,
    detail: { ...facts(order, around), ...letter.detail },
  });
  return link.id;
}

/**
 * Sends the same contractor one more link to a job that goes on, by either channel; the order stays where it is. For a
 * message that did not arrive, and for a contractor who asks. Refuses a stale form, as a second tap is one, and a job
 * that nobody has.
 */
export async function sendLinkAgain(
  scope: StaffScope,
  which: { orderId: string; version: number },
  channel: Channel,
): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockFresh(tx, which);
    if (!locked.ok) return locked;
    const order = locked.value;
    if (!hasContractor(order)) return refuse("not-allowed-now", { status: order.status });
    const reached = await reach(tx, order.contractorId, channel);
    if (!reached.ok) return reached;
    const waits = order.undeliveredAt !== null || order.linkAskedAt !== null;
    const settled = await write(tx, order, { undeliveredAt: null, linkAskedAt: null }, waits);
    await sendJobLink(tx, scope, settled, { kind: "dispatch", to: reached.value });
    return done(settled);
  });
}

const hasContractor = (order: WorkOrder) => order.contractorId !== null && isWithContractor(order.status);

/** A link to send one's own way: minted now, shown this once, and on the record under the asker's name. */
export async function copyJobLink(
  scope: StaffScope,
  orderId: string,
): Promise<Outcome<{ url: string; expiresAt: Date }>> {
  const issued = await inTenant(scope, async (tx) => {
    const locked = await lock(tx, orderId);
    if (!locked.ok) return locked;
    const order = locked.value;
    if (!order.contractorId || !hasContractor(order))
      return refuse("not-allowed-now", { status: order.status });
    const around = await surroundings(tx, order.id);
    if (!around.contractor?.active) return refuse("contact-inactive");
    const link = await issueLink(tx, {
      purpose: "dispatch",
      holder: {
        tenantId: order.tenantId,
        contactId: order.contractorId,
        memberId: null,
        channel: "copy",
        address: "",
      },
      workOrderId: order.id,
      by: doerOf(scope),
      settings: around.tenant,
    });
    await tell(tx, scope, order, { kind: "link.copied", linkId: link.id });
    return done(link);
  });
  if (!issued.ok) return issued;
  return done({ url: await mintForCopy(issued.value), expiresAt: issued.value.expiresAt });
}

/** Cancels an order that is not done: every link to it dies, and its contractor is told. */
export async function cancelWorkOrder(
  scope: StaffScope,
  which: { orderId: string; version: number },
  reason: string,
): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lock(tx, which.orderId);
    if (!locked.ok) return locked;
    const order = locked.value;
    if (isRepeat(order.status, "CANCEL")) return done(order);
    if (order.version !== which.version) return refuse("stale", { status: order.status });
    const to = next(order.status, "CANCEL");
    if (!to) return refuse("not-allowed-now", { status: order.status });
    await retireLinks(tx, dispatchLinksOf(order), "cancelled");
    const nothingWaits = { questionAt: null, undeliveredAt: null, linkAskedAt: null };
    const cancelled = await write(
      tx,
      order,
      { status: to, cancelledAt: new Date(), cancelReason: reason, ...nothingWaits },
      true,
    );
    await tell(tx, scope, cancelled, { kind: "work-order.cancelled", detail: { reason } });
    if (hasContractor(order)) await tellContractor(tx, cancelled, reason);
    return done(cancelled);
  });
}

/** By the channel that the contractor prefers, or the other one; an inactive contractor is told nothing. */
async function tellContractor(tx: Tx, order: WorkOrder, reason: string) {
  const around = await surroundings(tx, order.id);
  const contractor = around.contractor;
  if (!contractor?.active) return;
  const channel = wayTo(contractor);
  const address = channel === "sms" ? contractor.phone : contractor.email;
  if (!address) return;
  await queueMessage(tx, {
    tenantId: order.tenantId,
    kind: "cancellation",
    channel,
    address,
    contactId: contractor.id,
    workOrderId: order.id,
    detail: { ...facts(order, around), reason },
  });
}

const dispatchLinksOf = (order: WorkOrder) => ({
  tenantId: order.tenantId,
  purpose: "dispatch" as const,
  workOrderId: order.id,
});

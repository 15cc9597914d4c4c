import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { gate, type Tx } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { documents } from "@/db/schema/documents";
import { links, linkTokens } from "@/db/schema/links";
import { workOrders } from "@/db/schema/work-orders";
import type { DeliveryEvent } from "@/lib/delivery/webhooks";
import { record, theSystem } from "@/lib/events/record";
import { ofOneMessage } from "./link";
import { isPartnerAt } from "./person";

export type Message = typeof messages.$inferSelect;

/** One of the tokens minted for this message reached somebody: the others are dropped. */
export async function noteSent(
  message: Message,
  sent: { providerId: string; arrived: "now" | "earlier" },
  hash?: Buffer,
): Promise<void> {
  await locking(message, async (tx) => {
    const first = await tx
      .update(messages)
      .set({ sentAt: sql`now()`, providerId: sent.providerId, failure: null })
      .where(and(eq(messages.id, message.id), isNull(messages.sentAt)))
      .returning({ id: messages.id });
    if (!message.linkId || !hash) return;
    const others =
      sent.arrived === "now" ? sql`${linkTokens.hash} <> ${hash}` : sql`${linkTokens.hash} = ${hash}`;
    await tx.delete(linkTokens).where(and(eq(linkTokens.linkId, message.linkId), others));
    if (first.length === 0) return;
    await mark(tx, message, { kind: "link.sent", change: { sentAt: sql`now()` } });
  });
}

/** Puts a provider's word on the message and its link, once, in whatever order it comes. Unknown ids are ignored. */
export async function recordDelivery(event: DeliveryEvent): Promise<void> {
  const { what, at, reason = "It bounced." } = event;
  if (what !== "delivered" && what !== "bounced") return;
  const [message] = await gate().select().from(messages).where(isOf(event));
  if (!message) return;
  const column = what === "delivered" ? ("deliveredAt" as const) : ("bouncedAt" as const);
  await locking(message, async (tx) => {
    const first = await tx
      .update(messages)
      .set({ [column]: at, ...(what === "bounced" && { failure: reason }) })
      .where(and(eq(messages.id, message.id), isNull(messages[column])))
      .returning({ id: messages.id });
    if (first.length === 0) return;
    const change = { [column]: at, ...(what === "bounced" && { bounceReason: reason }) };
    await mark(tx, message, { kind: `link.${what}`, change, reason: event.reason ?? null });
    if (what === "bounced") await markUndelivered(tx, message);
  });
}

/** Our own id, where the provider gives it back; its id otherwise. */
const isOf = ({ messageId, providerId }: DeliveryEvent) =>
  messageId ? eq(messages.id, messageId) : eq(messages.providerId, providerId);

/** The message will not be sent, and somebody waits for it: its link has bounced, and the office learns why. */
export async function giveUp(message: Message, cause: string): Promise<void> {
  await locking(message, async (tx) => {
    if (!(await fail(tx, message, cause))) return;
    const change = { bouncedAt: sql`now()`, bounceReason: cause };
    await mark(tx, message, { kind: "link.bounced", change, reason: cause });
    await markUndelivered(tx, message);
  });
}

/** The message is not needed any more: it keeps the reason, and nobody is told. */
export async function drop(message: Message, cause: string): Promise<void> {
  await locking(message, async (tx) => void (await fail(tx, message, cause)));
}

/** Says whether it is so now: another run of the same job may have sent it meanwhile, or given it up. */
async function fail(tx: Tx, message: Message, cause: string): Promise<boolean> {
  const failed = await tx
    .update(messages)
    .set({ failedAt: sql`now()`, failure: cause })
    .where(and(eq(messages.id, message.id), isNull(messages.sentAt), isNull(messages.failedAt)))
    .returning({ id: messages.id });
  return failed.length > 0;
}

/**
 * One transaction, with the rows it may touch locked in the order that everybody keeps: the work order or the document,
 * its links, their messages. Dispatching, cancelling, moving and sending begin with the first, and the sweep with the
 * link; whoever began elsewhere would wait for one of them that waits for him.
 */
function locking(message: Message, work: (tx: Tx) => Promise<void>): Promise<void> {
  const { workOrderId, linkId } = message;
  return gate().transaction(async (tx) => {
    if (workOrderId)
      await tx.execute(sql`select 1 from ${workOrders} where id = ${workOrderId} for no key update`);
    if (linkId && message.kind === "document")
      await tx.execute(
        sql`select 1 from ${documents} where id = (select l.document_id from links l where l.id = ${linkId}) for no key update`,
      );
    if (linkId) await tx.execute(sql`select 1 from ${links} where id = ${linkId} for no key update`);
    await work(tx);
  });
}

/** What the message was about waits for the office, unless it needs nobody now or a newer link is already on its way. */
async function markUndelivered(tx: Tx, message: Message) {
  if (message.linkId) await markDocumentUndelivered(tx, message.linkId);
  if (!message.workOrderId || !message.contactId) return;
  await tx
    .update(workOrders)
    .set({ undeliveredAt: sql`now()`, movedAt: sql`now()`, version: sql`${workOrders.version} + 1` })
    .where(
      and(
        eq(workOrders.id, message.workOrderId),
        notInArray(workOrders.status, ["DRAFT", "DECLINED", "CANCELLED"]),
        // The database compares its own instants: a Date has lost their microseconds, and would find the message newer than itself.
        sql`not exists (select 1 from messages newer join messages this on this.id = ${message.id}
          where newer.work_order_id = this.work_order_id and newer.contact_id is not null
          and newer.queued_at > this.queued_at and newer.failed_at is null and newer.bounced_at is null)`,
      ),
    );
}

/** One of a document's two people did not get it. What a client waits for is more than that, and goes on waiting. */
async function markDocumentUndelivered(tx: Tx, linkId: string) {
  await tx.execute(sql`
    update ${documents} d set waits_since = now(), waits_for = 'undelivered'
    from links this join contacts c on c.tenant_id = this.tenant_id and c.id = this.contact_id
    where this.id = ${linkId} and d.tenant_id = this.tenant_id and d.id = this.document_id
      and d.closed_at is null and d.waits_since is null
      and not exists (select 1 from links newer where newer.tenant_id = this.tenant_id and newer.document_id = d.id
        and newer.contact_id = this.contact_id and newer.issued_at > this.issued_at and newer.bounced_at is null
        and ${isPartnerAt(sql`newer.address`)} = ${isPartnerAt(sql`this.address`)})`);
}

/** What became of a message: the happening, what it changes on the link, and why, where there is a reason. */
type Mark = {
  kind: "link.sent" | "link.delivered" | "link.bounced";
  change: Omit<PgUpdateSetSource<typeof links>, "id">;
  reason?: string | null;
};

/** Marks the message's link and those that share it, and tells each business of its own. */
async function mark(tx: Tx, message: Message, { kind, change, reason }: Mark): Promise<void> {
  const { tenantId, contactId, workOrderId, linkId } = message;
  const marked = linkId
    ? await tx.update(links).set(change).where(ofOneMessage(linkId)).returning({
        linkId: links.id,
        tenantId: links.tenantId,
        contactId: links.contactId,
        documentId: links.documentId,
      })
    : [{ linkId, tenantId, contactId, documentId: null }];
  const told = { message: message.kind, channel: message.channel, to: message.address };
  const detail = reason === undefined ? told : { ...told, reason };
  for (const of of marked) await record(tx, { ...theSystem, ...of, kind, workOrderId, detail });
}

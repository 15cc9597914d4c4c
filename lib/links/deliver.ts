import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, gate, type Tx } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { links, linkTokens } from "@/db/schema/links";
import { workOrders } from "@/db/schema/work-orders";
import { compose } from "@/lib/delivery/compose";
import { deliver } from "@/lib/delivery/deliver";
import type { DeliveryEvent } from "@/lib/delivery/webhooks";
import { record, theSystem } from "@/lib/events/record";
import { mostAttempts } from "@/lib/jobs/queue";
import { isTokenOf, type Peeked, peekLinkById } from "./link";
import { policy } from "./policy";
import { tokenRing } from "./ring";
import { codeOf, hashToken, mintToken } from "./token";

type Message = typeof messages.$inferSelect;

/**
 * The job that sends one message. The token is minted here, its hash stored first, and only the provider is given the
 * plaintext. Repeating the job sends nothing twice: the provider knows the message's id, and says when an earlier try
 * had arrived after all. Throws when it is worth trying again.
 */
export async function deliverMessage(messageId: string): Promise<void> {
  const [message] = await gate().select().from(messages).where(eq(messages.id, messageId));
  if (!message || message.sentAt || message.failedAt) return;
  const link = message.linkId ? await peekLinkById(message.linkId) : undefined;
  if (link && link.state !== "open") return giveUp(message, `The link was ${link.state} before it was sent.`);
  await gate()
    .update(messages)
    .set({
      attempts: sql`${messages.attempts} + 1`,
      firstTriedAt: sql`coalesce(${messages.firstTriedAt}, now())`,
    })
    .where(eq(messages.id, messageId));
  const minted = link && (await mintFor(link));
  const result = await deliver(
    { id: message.id, channel: message.channel, to: message.address, ...(await compose(message, minted)) },
    message.firstTriedAt,
    async (token) => link !== undefined && (await isTokenOf(link.id, hashToken(token))),
  );
  if ("sent" in result) return noteSent(message, result.sent, minted?.hash);
  if (!result.notSent.retry || message.attempts + 1 >= mostAttempts)
    return giveUp(message, result.notSent.cause);
  await gate().update(messages).set({ failure: result.notSent.cause }).where(eq(messages.id, messageId));
  throw new Error(result.notSent.cause);
}

type Minted = { url: string; code: string | null; hash: Buffer; expiresAt: Date };

async function mintFor(link: Peeked): Promise<Minted> {
  const ring = tokenRing();
  const { token, hash } = mintToken(link.purpose, ring);
  await gate().insert(linkTokens).values({ hash, tenantId: link.tenantId, linkId: link.id });
  const code = policy[link.purpose].code && ring.keys[0] ? codeOf(link.id, ring.keys[0]) : null;
  return { url: linkUrl(link.purpose, token), code, hash, expiresAt: link.expiresAt };
}

/** Mints a link that the office copies: its address is shown this once and kept nowhere. */
export async function mintForCopy(linkId: string): Promise<string> {
  const link = await peekLinkById(linkId);
  if (!link) throw new Error("A link that was just issued is gone.");
  return (await mintFor(link)).url;
}

/** Where a token opens: a job's link is the page itself, every other one goes through the gate. */
export function linkUrl(purpose: Peeked["purpose"], token: string): string {
  return `${tokenRing().origin}/${policy[purpose].class === "bearer" ? "j" : "l"}/${token}`;
}

/** One of the tokens minted for this message reached somebody: the others are dropped. */
async function noteSent(
  message: Message,
  sent: { providerId: string; arrived: "now" | "earlier" },
  hash?: Buffer,
) {
  await gate().transaction(async (tx) => {
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
    await tx.update(links).set({ sentAt: sql`now()` }).where(eq(links.id, message.linkId));
    await tell(tx, message, "link.sent", {});
  });
}

/** Puts a provider's word on the message and its link, once, in whatever order it comes. Unknown ids are ignored. */
export async function recordDelivery(event: DeliveryEvent): Promise<void> {
  if (event.what !== "delivered" && event.what !== "bounced") return;
  const { what } = event;
  await gate().transaction(async (tx) => {
    const column = what === "delivered" ? ("deliveredAt" as const) : ("bouncedAt" as const);
    const [message] = await tx
      .update(messages)
      .set({ [column]: event.at, ...(what === "bounced" ? { failure: event.reason ?? "It bounced." } : {}) })
      .where(and(isOf(event), isNull(messages[column])))
      .returning();
    if (!message) return;
    if (message.linkId) {
      const bounce = what === "bounced" ? { bounceReason: event.reason ?? "It bounced." } : {};
      await tx
        .update(links)
        .set({ [column]: event.at, ...bounce })
        .where(eq(links.id, message.linkId));
    }
    await tell(tx, message, what === "delivered" ? "link.delivered" : "link.bounced", {
      reason: event.reason ?? null,
    });
    if (what === "bounced") await markUndelivered(tx, message);
  });
}

/** Our own id, where the provider gives it back; its id otherwise. */
const isOf = ({ messageId, providerId }: DeliveryEvent) =>
  messageId ? eq(messages.id, messageId) : eq(messages.providerId, providerId);

async function giveUp(message: Message, cause: string): Promise<void> {
  await gate().transaction(async (tx) => {
    await tx
      .update(messages)
      .set({ failedAt: sql`now()`, failure: cause })
      .where(eq(messages.id, message.id));
    if (message.linkId) {
      await tx
        .update(links)
        .set({ bouncedAt: sql`now()`, bounceReason: cause })
        .where(eq(links.id, message.linkId));
    }
    await tell(tx, message, "link.bounced", { reason: cause });
    await markUndelivered(tx, message);
  });
}

/** The order waits for the office, unless a newer link is already on its way. */
async function markUndelivered(tx: Tx, message: Message) {
  if (!message.workOrderId || !message.contactId) return;
  await tx
    .update(workOrders)
    .set({ undeliveredAt: sql`now()`, movedAt: sql`now()`, version: sql`${workOrders.version} + 1` })
    .where(
      and(
        eq(workOrders.id, message.workOrderId),
        // The database compares its own instants: a Date has lost their microseconds, and would find the message newer than itself.
        sql`not exists (select 1 from messages newer join messages this on this.id = ${message.id}
          where newer.work_order_id = this.work_order_id and newer.contact_id is not null
          and newer.queued_at > this.queued_at and newer.failed_at is null and newer.bounced_at is null)`,
      ),
    );
}

function tell(
  tx: Tx | Db,
  message: Message,
  kind: "link.sent" | "link.delivered" | "link.bounced",
  detail: { reason?: string | null },
) {
  return record(tx, {
    ...theSystem,
    tenantId: message.tenantId,
    kind,
    linkId: message.linkId,
    contactId: message.contactId,
    workOrderId: message.workOrderId,
    detail: { message: message.kind, channel: message.channel, to: message.address, ...detail },
  });
}

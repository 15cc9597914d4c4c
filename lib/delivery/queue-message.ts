import type { Db, Tx } from "@/db/client";
import { type messageKinds, messages } from "@/db/schema/delivery";
import { enqueue, enqueueAll } from "@/lib/jobs/queue";

export type MessageKind = (typeof messageKinds)[number];

type QueuedMessage = {
  tenantId: string;
  kind: MessageKind;
  channel: "email" | "sms";
  address: string;
  contactId?: string | null;
  memberId?: string | null;
  workOrderId?: string | null;
  linkId?: string | null;
  /** A file that goes with the letter. */
  fileId?: string | null;
  /** An id of its own, for what may be queued twice and must go once: the second time nothing is queued. */
  id?: string;
  /** The facts that the words are made of, as they are now; never a token, which delivery mints. */
  detail: Record<string, string | number | null>;
};

/** Queues a message in the transaction of what caused it. It is sent once that is committed, and not at all otherwise. */
export async function queueMessage(tx: Tx | Db, message: QueuedMessage): Promise<string> {
  const adding = tx.insert(messages).values(message);
  const [row] = await (message.id ? adding.onConflictDoNothing() : adding).returning({ id: messages.id });
  if (!row && message.id) return message.id;
  if (!row) throw new Error("A message was not stored.");
  await enqueue(tx, "deliver-message", { messageId: row.id }, `message:${row.id}`);
  return row.id;
}

/** How many messages one statement stores. */
const batch = 500;

/** The same for many messages: what is told to everybody must not hold its transaction open for a round trip each. */
export async function queueMessages(tx: Tx | Db, all: QueuedMessage[]): Promise<void> {
  for (let from = 0; from < all.length; from += batch) {
    const rows = await tx
      .insert(messages)
      .values(all.slice(from, from + batch))
      .returning({ id: messages.id });
    const jobs = rows.map(({ id }) => ({ payload: { messageId: id }, jobKey: `message:${id}` }));
    await enqueueAll(tx, "deliver-message", jobs);
  }
}

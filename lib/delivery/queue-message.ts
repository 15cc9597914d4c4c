import type { Db, Tx } from "@/db/client";
import { type messageKinds, messages } from "@/db/schema/delivery";
import { enqueue } from "@/lib/jobs/queue";

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
  /** The facts that the words are made of, as they are now; never a token, which delivery mints. */
  detail: Record<string, string | number | null>;
};

/** Queues a message in the transaction of what caused it. It is sent once that is committed, and not at all otherwise. */
export async function queueMessage(tx: Tx | Db, message: QueuedMessage): Promise<string> {
  const [row] = await tx.insert(messages).values(message).returning({ id: messages.id });
  if (!row) throw new Error("A message was not stored.");
  await enqueue(tx, "deliver-message", { messageId: row.id }, `message:${row.id}`);
  return row.id;
}

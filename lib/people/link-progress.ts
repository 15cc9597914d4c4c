import { and, desc, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { links } from "@/db/schema/links";

type Link = typeof links.$inferSelect;

/** How far the newest link to one address has come, and since when; `reason` says why it did not arrive. */
export type Progress = {
  address: string;
  state: "queued" | "sent" | "delivered" | "bounced" | "opened" | "used" | "expired";
  at: Date;
  reason: string | null;
};

/** Of the links chosen, the newest to each address and document; those that were ended early count as never sent. */
export async function readProgress(
  tx: Tx,
  which: SQL | undefined,
  now: Date,
): Promise<(Progress & { documentId: string | null })[]> {
  const rows = await tx
    .selectDistinctOn([links.documentId, links.address])
    .from(links)
    .where(and(which, isNull(links.retiredAt)))
    .orderBy(links.documentId, links.address, desc(links.issuedAt));
  return rows.map((link) => ({ ...progressOf(link, now), documentId: link.documentId }));
}

export function progressOf(link: Link, now: Date): Progress {
  const { address, issuedAt, sentAt, deliveredAt, bouncedAt, openedAt, expiresAt } = link;
  const usedAt = link.spentAt ?? link.discardedAt;
  const at = (state: Progress["state"], when: Date, reason: string | null = null) => ({
    ...{ address, state, reason },
    at: when,
  });
  if (usedAt) return at("used", usedAt);
  if (bouncedAt && !openedAt) return at("bounced", bouncedAt, link.bounceReason);
  if (expiresAt <= now) return at("expired", expiresAt);
  if (openedAt) return at("opened", openedAt);
  if (deliveredAt) return at("delivered", deliveredAt);
  return sentAt ? at("sent", sentAt) : at("queued", issuedAt);
}

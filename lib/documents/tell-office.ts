import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, tenants } from "@/db/schema/tenants";
import { queueMessage } from "@/lib/delivery/queue-message";
import type { Document } from "./trunk";

/** What a client did, as the office reads it first: “asks about”, “signed”, “asks for changes to”. */
type Said = { did: string; words?: string; fileId?: string | null };

/** Who did it: a client, or several of them at once. */
type Doing = { tenantId: string; actor: { name: string } };

/**
 * Writes to the member who looks after a document, or to the owners where that one is gone: who did what, and what they
 * said. In the transaction in which they said it.
 */
export async function tellOffice(
  tx: Tx,
  { actor, tenantId }: Doing,
  document: Document,
  { did, words, fileId = null }: Said,
): Promise<void> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A client’s business is gone.");
  for (const member of await readersOf(tx, document)) {
    await queueMessage(tx, {
      tenantId,
      kind: "client-said",
      channel: "email",
      address: member.email,
      memberId: member.id,
      fileId,
      detail: {
        agency: tenant.name,
        logo: tenant.logo,
        brandColour: tenant.brandColour,
        zone: tenant.timeZone,
        locale: tenant.locale,
        person: actor.name,
        title: document.title,
        documentKind: document.kind,
        documentId: document.id,
        clientId: document.contactId,
        did,
        words: words ?? null,
      },
    });
  }
}

async function readersOf(tx: Tx, { memberId }: Document) {
  const active = eq(members.active, true);
  const one = memberId
    ? await tx
        .select()
        .from(members)
        .where(and(active, eq(members.id, memberId)))
    : [];
  if (one.length > 0) return one;
  return tx
    .select()
    .from(members)
    .where(and(active, eq(members.role, "owner")))
    .orderBy(sql`created_at`)
    .limit(3);
}

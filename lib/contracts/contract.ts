import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractSignees, contracts } from "@/db/schema/contracts";
import type { Document } from "@/lib/documents/trunk";
import { hasSigned, isClientsSignee } from "./turns";

export type Contract = Omit<typeof contracts.$inferSelect, "tenantId">;
export type Signee = typeof contractSignees.$inferSelect;

/** A contract as it stands: what it has beyond its trunk, and everybody who signs it, in their order. */
export type Standing = { contract: Contract; signees: Signee[] };

/** What a contract has beyond its trunk. It holds still for whoever has its trunk locked. */
export async function standingOf(tx: Tx, documentId: string): Promise<Standing> {
  const [contract] = await tx.select().from(contracts).where(eq(contracts.documentId, documentId));
  const signees = await tx
    .select()
    .from(contractSignees)
    .where(eq(contractSignees.documentId, documentId))
    .orderBy(asc(contractSignees.place), asc(contractSignees.name), asc(contractSignees.id));
  return { contract: contract ?? { ...unwritten, documentId }, signees };
}

const unwritten = {
  order: "any" as const,
  sealedText: null,
  sealedSha256: null,
  sealedAt: null,
  completedAt: null,
  fileId: null,
};

/** Writes what a contract has beyond its trunk. */
export async function setContract(
  tx: Tx,
  { id }: Pick<Document, "id">,
  change: Partial<typeof contracts.$inferInsert>,
): Promise<void> {
  await tx
    .insert(contracts)
    .values({ ...change, documentId: id })
    .onConflictDoUpdate({ target: [contracts.tenantId, contracts.documentId], set: change });
}

/** Whether every client's person who signs has confirmed, and whether the office has signed as well. */
export function isSignedBy({ signees }: Standing): { clients: boolean; office: boolean } {
  const clients = signees.filter(isClientsSignee);
  return {
    clients: clients.length > 0 && clients.every(hasSigned),
    office: signees.some((signee) => !isClientsSignee(signee) && hasSigned(signee)),
  };
}

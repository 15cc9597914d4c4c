import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { Contact } from "./contacts";

/**
 * A client's row, locked before anything of theirs: whoever spends one of their links waits here, or is waited for.
 * Refuses with "not-found".
 */
export async function lockClient(tx: Tx, id: string): Promise<Outcome<Contact>> {
  const [client] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), eq(contacts.kind, "client")))
    .for("no key update");
  return client ? done(client) : refuse("not-found");
}

/** Several at once, in one order, so that two who lock the same ones don't wait for each other. */
export async function lockClients(tx: Tx, ids: string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(contacts)
    .where(and(inArray(contacts.id, ids), eq(contacts.kind, "client")))
    .orderBy(asc(contacts.id))
    .for("no key update");
}

import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { isPartnerAt, signedBy } from "@/lib/links/person";
import type { DocumentKind } from "@/lib/links/policy";
import { isUuid } from "@/lib/uuid";
import type { ClientScope, PassScope } from "./scope";

/** Whoever a document's page lets in: a client who is signed in, or a standing link's holder. */
export type DocumentScope = ClientScope | PassScope;

/**
 * Which documents somebody may read: what was sent to their client, or is theirs to sign; without a portal only what was
 * addressed to them. By a standing link one.
 */
export function mayBeSeenBy({ actor }: DocumentScope): SQL | undefined {
  const sentToThem = and(isFor(actor), isNotNull(documents.sentAt));
  if (actor.kind === "pass") return and(sentToThem, eq(documents.id, actor.documentId));
  return actor.portal ? sentToThem : and(sentToThem, isAddressedTo(actor));
}

const isFor = (actor: DocumentScope["actor"]): SQL =>
  sql`(${documents.contactId} = ${actor.contactId} or ${documents.id} = any(${signedBy(actor)}))`;

/** Whether a document went to the person who has this address, be it to another address of theirs. */
const isAddressedTo = ({ contactId, address }: DocumentScope["actor"]): SQL => sql`exists (
  select 1 from contacts c where c.id = ${contactId} and ${documents.addressedTo} && case when ${isPartnerAt(sql`${address}::text`)}
    then array[c.partner_email, c.partner_phone] else array[c.email, c.phone] end)`;

/** The first of these scopes that may read a document; undefined where it is not there for any of them. */
export async function seenBy<S extends DocumentScope>(
  scopes: S[],
  { kind, id }: { kind: DocumentKind; id: string },
): Promise<S | undefined> {
  if (!isUuid(id)) return undefined;
  for (const scope of scopes) {
    const found = await inTenant(scope, (tx) =>
      tx
        .select({ id: documents.id })
        .from(documents)
        .where(and(eq(documents.id, id), eq(documents.kind, kind), mayBeSeenBy(scope))),
    );
    if (found.length > 0) return scope;
  }
  return undefined;
}

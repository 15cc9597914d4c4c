import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documents } from "@/db/schema/documents";
import type { StaffScope } from "@/lib/auth/scope";
import type { Outcome } from "@/lib/outcome";
import { refuse } from "@/lib/outcome";
import { beginDraft } from "./document";
import { kinds } from "./kinds";
import type { Document } from "./trunk";

/** Which document is written once more, and for whom. */
export type Duplication = { id: string; contactId: string; projectId: string | null };

/**
 * A new draft with the words and the contents of another document, for the same client or for another one of this
 * business: nothing of what came of that one, no signature, answer or comment, and no day by which an answer is asked
 * for. Refuses a document and a client who are not there, and a project of somebody else.
 */
export async function duplicateDocument(
  scope: StaffScope,
  { id, contactId, projectId }: Duplication,
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const [from] = await tx.select().from(documents).where(eq(documents.id, id));
    if (!from) return refuse("not-found");
    const { kind, title, body } = from;
    return orUndone(tx, async (inner) => {
      const added = await beginDraft(inner, scope, { kind, title, body, contactId, projectId });
      if (added.ok) await kinds[kind].copy(inner, from, added.value);
      return added;
    });
  });
}

import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
import type { DocumentKind } from "@/lib/links/policy";

/** The parts of a client’s portal that have something in them. */
export type PartsThere = {
  documents: boolean;
  selections: boolean;
  billing: boolean;
  appointments: boolean;
  people: boolean;
};

/** Which parts of the portal this client finds something in, in one query. */
export async function readParts(scope: DocumentScope): Promise<PartsThere> {
  const { contactId, portal } = scope.actor;
  const isTheirs = sql`p.contact_id = ${contactId}`;
  const [found] = await inTenant(scope, (tx) =>
    tx.execute<{ kinds: DocumentKind[]; files: boolean; people: boolean }>(sql`
      select array(select distinct ${documents.kind} from ${documents} where ${mayBeSeenBy(scope)}) as kinds,
        exists (select 1 from projects p join project_files f on f.project_id = p.id where ${isTheirs}) as files,
        exists (select 1 from projects p join project_members m on m.project_id = p.id where ${isTheirs} and p.closed_at is null) as people`),
  );
  const { kinds = [], files = false, people = false } = found ?? {};
  return {
    documents: kinds.length > 0 || (portal && files),
    selections: kinds.includes("selections"),
    billing: kinds.includes("invoice"),
    appointments: kinds.includes("appointment"),
    people: portal && people,
  };
}

import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { projectMembers } from "@/db/schema/projects";
import { members } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { isUuid } from "@/lib/uuid";

/** A member of the office, and whether the client of a project meets them there. */
export type TeamMember = { id: string; name: string; jobTitle: string; chosen: boolean };

const ownersFirst = [sql`${members.role} = 'owner' desc`, asc(members.name), asc(members.id)];

/** Everybody of the office whom a project may name to its client; of a new one the member who makes it is named. */
export async function readTeam(scope: StaffScope, projectId: string | null): Promise<TeamMember[]> {
  const chosen =
    projectId && isUuid(projectId)
      ? sql<boolean>`exists (select 1 from project_members p where p.member_id = ${members.id} and p.project_id = ${projectId})`
      : sql<boolean>`${members.id} = ${scope.actor.memberId}`;
  const { id, name, jobTitle } = members;
  return inTenant(scope, (tx) =>
    tx
      .select({ id, name, jobTitle, chosen })
      .from(members)
      .where(eq(members.active, true))
      .orderBy(...ownersFirst),
  );
}

/** Names these members to a project’s client, and nobody else, in the order in which the office lists them. */
export async function writeTeam(tx: Tx, projectId: string, memberIds: string[]): Promise<void> {
  await tx.delete(projectMembers).where(eq(projectMembers.projectId, projectId));
  if (memberIds.length === 0) return;
  const known = await tx
    .select({ memberId: members.id })
    .from(members)
    .where(and(inArray(members.id, memberIds), eq(members.active, true)))
    .orderBy(...ownersFirst);
  if (known.length === 0) return;
  await tx
    .insert(projectMembers)
    .values(known.map(({ memberId }, place) => ({ projectId, memberId, place })));
}

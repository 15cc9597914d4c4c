import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { type Happening, type HappeningKind, record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { type Asked, type Listed, likeOf, listed, pageSize } from "./list-page";
import { writeTeam } from "./project-team";

export type Project = typeof projects.$inferSelect;
export type ProjectDetails = Pick<Project, "contactId" | "name" | "place"> &
  Partial<Pick<Project, "stages" | "stage" | "startsOn"> & { memberIds: string[] }>;
export type ListedProject = Project & { client: string };

const withClient = { project: projects, client: contacts.name };
const whose = eq(contacts.id, projects.contactId);

/** One page of this business's projects by name, narrowed to a search of name, place or client. */
export async function listProjects(scope: StaffScope, asked: Asked = {}): Promise<Listed<ListedProject>> {
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select(withClient)
      .from(projects)
      .innerJoin(contacts, whose)
      .where(
        and(
          sql`(${projects.name} || ' ' || ${projects.place} || ' ' || ${contacts.name}) ilike ${likeOf(asked)}`,
          asked.after
            ? sql`(${projects.name}, ${projects.id}) > (select p.name, p.id from projects p where p.id = ${asked.after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(projects.name), asc(projects.id))
      .limit(pageSize + 1),
  );
  return listed(rows.map(({ project, client }) => ({ ...project, client })));
}

/** A client's projects: those under way first, then the newest. */
export async function projectsOf(scope: StaffScope, contactId: string): Promise<Project[]> {
  return listInTenant(scope, (tx) =>
    tx
      .select()
      .from(projects)
      .where(eq(projects.contactId, contactId))
      .orderBy(sql`${projects.closedAt} is not null`, desc(projects.createdAt)),
  );
}

export async function readProject(scope: StaffScope, id: string): Promise<Outcome<ListedProject>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select(withClient)
      .from(projects)
      .innerJoin(contacts, whose)
      .where(eq(projects.id, id));
    return found ? done({ ...found.project, client: found.client }) : refuse("not-found");
  });
}

/**
 * Adds a project to a client, or changes what is given of it; whose it is stays. `memberIds` are those whom its client
 * meets, and `stage` counts from 0. Refuses a client who is not there.
 */
export async function saveProject(
  scope: StaffScope,
  id: string | null,
  { contactId, memberIds, ...details }: ProjectDetails,
): Promise<Outcome<Project>> {
  return inTenant(scope, async (tx) => {
    if (id) {
      const [changed] = await tx.update(projects).set(details).where(eq(projects.id, id)).returning();
      if (!changed) return refuse("not-found");
      if (memberIds) await writeTeam(tx, id, memberIds);
      await tell(tx, scope, { kind: "project.edited", project: changed });
      return done(changed);
    }
    const [client] = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.id, contactId), eq(contacts.kind, "client")));
    if (!client) return refuse("invalid", { field: "contactId", sentence: "Choose the client it is for." });
    const [added] = await tx
      .insert(projects)
      .values({ contactId, ...details })
      .returning();
    if (!added) throw new Error("A project was not stored.");
    if (memberIds) await writeTeam(tx, added.id, memberIds);
    await tell(tx, scope, { kind: "project.created", project: added });
    return done(added);
  });
}

/** Closes a project, or opens it again; its documents stay as they are. Doing it twice is doing it once. */
export async function closeProject(
  scope: StaffScope,
  { id, closed }: { id: string; closed: boolean },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const [changed] = await tx
      .update(projects)
      .set({ closedAt: closed ? sql`now()` : null })
      .where(and(eq(projects.id, id), closed ? isNull(projects.closedAt) : isNotNull(projects.closedAt)))
      .returning();
    const detail: Happening["detail"] = closed
      ? { happened: "closed", closed: 1 }
      : { happened: "opened again" };
    if (changed) await tell(tx, scope, { kind: "project.edited", project: changed, detail });
    const [there] = changed ? [changed] : await tx.select().from(projects).where(eq(projects.id, id));
    return there ? done(null) : refuse("not-found");
  });
}

type Told = { kind: HappeningKind & `project.${string}`; project: Project; detail?: Happening["detail"] };

function tell(tx: Tx, scope: StaffScope, { kind, project: { id, contactId, name }, detail }: Told) {
  return record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    contactId,
    detail: { projectId: id, name, ...detail },
  });
}

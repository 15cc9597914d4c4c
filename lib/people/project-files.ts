import { and, desc, eq, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { projectFiles, projects } from "@/db/schema/projects";
import { files } from "@/db/schema/storage";
import { type ClientScope, doerOf, type StaffScope } from "@/lib/auth/scope";
import { type HappeningKind, record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptFile } from "@/lib/storage/accept";
import { keepFile, leaveFiles, readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { fileWords } from "./file-words";

/** A file that a project’s client may read: `about` says what it is, `fileId` is for the office’s own download. */
export type SharedFile = { id: string; fileId: string; title: string; about: string; createdAt: Date };

/** The most files that one project shares. */
export const mostShared = 100;

/** The files that a project shares with its client, the newest first. */
export const listSharedFiles = (scope: StaffScope, projectId: string): Promise<SharedFile[]> =>
  inTenant(scope, (tx) => readShared(tx, [projectId]));

/** The same of several, in the caller’s transaction; whoever calls knows that the projects are theirs to see. */
export async function readShared(tx: Tx, projectIds: string[], most = mostShared): Promise<SharedFile[]> {
  if (projectIds.length === 0) return [];
  const { id, fileId, title, createdAt } = projectFiles;
  const { contentType, size } = files;
  const rows = await tx
    .select({ id, fileId, title, createdAt, contentType, size })
    .from(projectFiles)
    .innerJoin(files, eq(files.id, projectFiles.fileId))
    .where(inArray(projectFiles.projectId, projectIds))
    .orderBy(desc(projectFiles.createdAt), desc(projectFiles.id))
    .limit(most);
  return rows.map(({ contentType, size, ...row }) => ({ ...row, about: fileWords({ contentType, size }) }));
}

/**
 * Takes a file in and shares it with a project’s client. Without a title it goes by its own name. Refuses a project that is
 * not there, what is no PDF or photo, and more than a hundred files.
 */
export async function shareFile(
  scope: StaffScope,
  { projectId, title, file }: { projectId: string; title: string; file: File },
): Promise<Outcome<null>> {
  const room = await roomIn(scope, projectId);
  if (!room.ok) return room;
  const accepted = await acceptFile(file);
  if (!accepted.ok) return accepted;
  const { id: fileId } = await keepFile(scope, accepted.value, null);
  const named = title || accepted.value.name.replace(/\.[^.]+$/, "");
  await inTenant(scope, async (tx) => {
    await tx.insert(projectFiles).values({ projectId, fileId, title: named });
    await tell(tx, scope, { kind: "file.shared", project: room.value, title: named });
  });
  return done(null);
}

type Project = typeof projects.$inferSelect;

/** The project, if there is room for one more file in it. */
async function roomIn(scope: StaffScope, projectId: string): Promise<Outcome<Project>> {
  return inTenant(scope, async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, projectId));
    if (!project) return refuse("not-found");
    const shared = await tx.$count(projectFiles, eq(projectFiles.projectId, projectId));
    return shared < mostShared ? done(project) : refuse("not-allowed-now", { sentence: full });
  });
}

const full = "This project shares a hundred files already. Take one back before you add another.";

/** Takes a shared file back: from the next request on nobody finds it there, and it is swept. Doing it twice is doing it once. */
export async function takeBackFile(scope: StaffScope, { id }: { id: string }): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const [taken] = await tx.delete(projectFiles).where(eq(projectFiles.id, id)).returning();
    if (!taken) return done(null);
    await leaveFiles(tx, [taken.fileId]);
    const [project] = await tx.select().from(projects).where(eq(projects.id, taken.projectId));
    if (project) await tell(tx, scope, { kind: "file.withdrawn", project, title: taken.title });
    return done(null);
  });
}

/** A shared file of one of this client’s own projects. Any other is “not-found”, and so is each for who has no portal. */
export async function readSharedFile(scope: ClientScope, id: string): Promise<Outcome<StoredFile>> {
  const { contactId, portal } = scope.actor;
  if (!portal || !isUuid(id)) return refuse("not-found");
  const [shared] = await inTenant(scope, (tx) =>
    tx
      .select({ fileId: projectFiles.fileId })
      .from(projectFiles)
      .innerJoin(projects, eq(projects.id, projectFiles.projectId))
      .where(and(eq(projectFiles.id, id), eq(projects.contactId, contactId))),
  );
  return shared ? readFileOf(scope, shared.fileId) : refuse("not-found");
}

type Told = { kind: Extract<HappeningKind, `file.${string}`>; project: Project; title: string };

function tell(tx: Tx, scope: StaffScope, { kind, project, title }: Told): Promise<void> {
  const { id, contactId, name } = project;
  const of = { ...doerOf(scope), tenantId: scope.tenantId, contactId };
  return record(tx, { ...of, kind, detail: { projectId: id, project: name, title } });
}

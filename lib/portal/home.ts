import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import { briefDay, dayAndClock } from "@/lib/dates";
import { readShared } from "@/lib/people/project-files";
import { readFacts } from "./facts";
import { readListed, rowOf } from "./list";
import { readNext } from "./next-appointment";
import { type ClientProject, readClientProjects, readPeople, startWords } from "./projects";
import { type ClientReader, readAs, readShop } from "./reader";
import { readRecent, recentWords } from "./recent";
import { readTasks } from "./tasks";
import type { Filed, HomeView } from "./views";

/** How many rows each part of the home has room for. */
const most = { filed: 5, recent: 4 };

/**
 * Everything that a client’s home shows, in one transaction; without a portal, of what was addressed to them. `projectId` is
 * the project asked for; for any that is not theirs the newest of theirs is shown.
 */
export async function readPortalHome(
  scope: ClientScope,
  { now, projectId }: { now: Date; projectId?: string | undefined },
): Promise<HomeView> {
  return listInTenant(scope, async (tx) => {
    const [shop, theirs] = await Promise.all([readShop(tx, scope), readClientProjects(tx, scope)]);
    const places = theirs.flatMap(({ name, place }) => [name, place]);
    const reader = readAs(scope, shop, { now, places });
    const project = theirs.find(({ id }) => id === projectId) ?? theirs[0];
    const ofProject = project && theirs.length > 1 ? forProject(project.id) : undefined;
    const [filed, next, people, recent] = await Promise.all([
      readFiled(tx, scope, { which: ofProject, project, reader }),
      readNext(tx, scope, reader),
      readPeople(tx, scope, project ? [project.id] : []),
      readRecent(tx, scope, { which: ofProject, most: most.recent }),
    ]);
    const namesProject = theirs.length > 1;
    const { tasks, isCut } = await readTasks(tx, scope, { reader, except: next?.id, namesProject });
    const shown = tasks.length + filed.length + recent.length;
    const isEmpty = shown === 0 && !next && !(await hasAny(tx, scope));
    const isBuilder = shop.kind === "builder";
    return {
      project: project ? { ...project, starts: startWords(project, { isBuilder, reader }) } : null,
      projects: theirs.map(({ id, name }) => ({ id, name })),
      ...{ tasks, isCut, next, filed, people, isEmpty },
      recent: recent.map((happening) => {
        const { at, ...told } = recentWords(happening, reader);
        return { ...told, when: dayAndClock(at, reader.zone, reader.locale) };
      }),
    };
  });
}

async function hasAny(tx: Tx, scope: ClientScope): Promise<boolean> {
  const [one] = await tx.select({ id: documents.id }).from(documents).where(mayBeSeenBy(scope)).limit(1);
  return one !== undefined;
}

/** What belongs to a project, or to none. */
const forProject = (id: string) => or(eq(documents.projectId, id), isNull(documents.projectId));

type Which = {
  which: ReturnType<typeof forProject>;
  project: ClientProject | undefined;
  reader: ClientReader;
};

/** The newest of the documents that are kept for reading, and of the files of the project, as one list. */
async function readFiled(tx: Tx, scope: ClientScope, { which, project, reader }: Which): Promise<Filed[]> {
  const ofKind = inArray(documents.kind, ["contract", "scope", "service-report"]);
  const [listed, files] = await Promise.all([
    readListed(tx, scope, { which: and(ofKind, which), most: most.filed }),
    readShared(tx, project ? [project.id] : [], most.filed),
  ]);
  const factsOf = await readFacts(tx, scope, listed);
  const rows = [
    ...listed.map((document) => ({
      at: document.sentAt,
      filed: { kind: "document" as const, row: rowOf(document, factsOf(document.id), reader) },
    })),
    ...files.map(({ id, title, about, createdAt }) => ({
      at: createdAt,
      filed: {
        kind: "file" as const,
        id,
        title,
        about: `${about}, ${briefDay(createdAt, reader.zone, reader.locale)}`,
      },
    })),
  ];
  const newest = rows.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return newest.slice(0, most.filed).map(({ filed }) => filed);
}

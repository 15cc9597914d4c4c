import { and, asc, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import { lacksDeposit } from "@/lib/receivables/owed";
import { readFacts } from "./facts";
import type { ClientReader } from "./reader";
import { type OpenDocument, taskOf } from "./task";
import type { Task } from "./views";

/** How many tasks a home has room for, and how many documents are read at a time until there are so many. */
const most = 60;

type Asked = {
  reader: ClientReader;
  /** The document that is shown apart. */
  except: string | undefined;
  /** Whether each says which project it is of. */
  namesProject: boolean;
};

/**
 * What waits for this very person, the soonest due first, whatever of theirs waits for somebody else; `isCut` where there
 * is more than is shown.
 */
export async function readTasks(
  tx: Tx,
  scope: ClientScope,
  { reader, except, namesProject }: Asked,
): Promise<{ tasks: Task[]; isCut: boolean }> {
  const tasks: Task[] = [];
  let after: string | undefined;
  do {
    const open = await readOpen(tx, scope, after);
    const factsOf = await readFacts(tx, scope, open);
    for (const document of open) {
      const told = namesProject ? document : { ...document, project: null };
      const task = document.id === except ? null : taskOf(told, factsOf(document.id), reader);
      if (task) tasks.push(task);
    }
    after = open.length === most ? open.at(-1)?.id : undefined;
  } while (after && tasks.length <= most);
  return { tasks: tasks.slice(0, most), isCut: tasks.length > most };
}

/** What was sent to this client and is neither answered nor over, from one of them on; what has no day comes last. */
async function readOpen(tx: Tx, scope: ClientScope, after: string | undefined): Promise<OpenDocument[]> {
  const { id, kind, title, dueOn, sentAt, closedAt, answeredAt } = documents;
  const day = dayOf(sql`documents`);
  const isLater = sql`(${day}, ${sentAt}, ${id}) > (select ${dayOf(sql`d`)}, d.sent_at, d.id
    from documents d where d.id = ${after ?? null}::uuid)`;
  return tx
    .select({ id, kind, title, dueOn, project: projects.name })
    .from(documents)
    .leftJoin(projects, eq(projects.id, documents.projectId))
    .where(
      and(
        mayBeSeenBy(scope),
        isNotNull(sentAt),
        isNull(closedAt),
        isNull(answeredAt),
        ne(kind, "service-report"),
        after ? isLater : undefined,
      ),
    )
    .orderBy(asc(day), asc(sentAt), asc(id))
    .limit(most);
}

/** By when a document asks for something, by its row’s name: until a deposit is there, by the day of that. */
const dayOf = (row: SQL) => sql`coalesce((select i.deposit_due_on from invoices i
  where i.document_id = ${row}.id and ${lacksDeposit(sql`i`)}), ${row}.due_on, 'infinity')`;

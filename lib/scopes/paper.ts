import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { dayAndYear } from "@/lib/dates";
import type { DocumentEnd } from "@/lib/links/policy";
import type { PaperShop } from "@/lib/paper/pen";
import { newestSent, type Revision, readLines, readRevisions } from "./revision";
import { groupViews, type Look, sentOn, totalWords } from "./show";
import type { GroupView } from "./views";

/** What stands on a scope's paper: its newest revision that was sent, and what became of it. */
export type ScopePaper = {
  shop: PaperShop;
  project: string | null;
  title: string;
  body: string;
  revision: number;
  sentOn: string;
  groups: GroupView[];
  total: string;
  answered: string;
};

/** What has become of a scope that is over, before what was answered to it. */
const ends: Partial<Record<DocumentEnd, string>> = {
  withdrawn: "Withdrawn: it no longer applies.",
  void: "It no longer applies.",
  cancelled: "Cancelled: it no longer applies.",
  superseded: "Replaced by a newer one.",
  closed: "Closed.",
};

/** The caller has been let in to the document. */
export function readScopePaper(
  { documentId, ...scope }: AtDocument<DocumentScope>,
  now: Date,
): Promise<ScopePaper> {
  return inTenant(scope, async (tx) => {
    const { title, body, closedAs } = documents;
    const [document] = await tx
      .select({ title, body, closedAs, project: projects.name })
      .from(documents)
      .leftJoin(projects, eq(projects.id, documents.projectId))
      .where(and(eq(documents.id, documentId), mayBeSeenBy(scope)));
    const [tenant] = await tx.select().from(tenants);
    const revision = newestSent(await readRevisions(tx, documentId));
    if (!document || !tenant || !revision) throw new Error("A scope was let in to that is not there.");
    const { closedAs: end, ...words } = document;
    const { locale, timeZone: zone, currency } = tenant;
    const look = { zone, locale, currency, now };
    const lines = await readLines(tx, documentId, revision.number);
    return {
      ...{ shop: tenant, ...words },
      revision: revision.number,
      sentOn: sentOn(revision, look) ?? "",
      groups: groupViews(lines, look, () => []),
      total: totalWords(lines, look),
      answered: [end && ends[end], answerWords(revision, look)].filter(Boolean).join(" "),
    };
  });
}

function answerWords(revision: Revision, { zone, locale }: Look): string {
  const { approvedAt, approvedBy, changesRequestedAt, changesRequestedBy } = revision;
  const day = (at: Date) => dayAndYear(at, zone, locale);
  if (approvedAt) return `Approved by ${approvedBy}, ${day(approvedAt)}.`;
  if (changesRequestedAt) return `Changes requested by ${changesRequestedBy}, ${day(changesRequestedAt)}.`;
  return "Not approved yet.";
}

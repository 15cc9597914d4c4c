import { asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { type Reading, reportPhotos, serviceReports } from "@/db/schema/reports";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { StaffScope } from "@/lib/auth/scope";
import { clock, dayAndClock, dayIn, instantIn } from "@/lib/dates";
import { countChange, lockDraft, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { dropPhoto, writeCaptions } from "./photos";
import { isWritten } from "./reading";
import type { ReportDraft, ReportView } from "./views";

type Report = typeof serviceReports.$inferSelect & { photos: (typeof reportPhotos.$inferSelect)[] };

/** What a report has beyond its document: a visit without readings and photos where nothing was written yet. */
export async function readReportRow(tx: Tx, documentId: string): Promise<Report> {
  const [row] = await tx.select().from(serviceReports).where(eq(serviceReports.documentId, documentId));
  if (!row) throw new Error(`The report ${documentId} has no row of its own.`);
  const photos = await tx
    .select()
    .from(reportPhotos)
    .where(eq(reportPhotos.documentId, documentId))
    .orderBy(asc(reportPhotos.place), asc(reportPhotos.id));
  return { ...row, photos };
}

/** A report as its reader sees it; whoever calls has asked whether they may. */
export function readReport(scope: DocumentScope | StaffScope, documentId: string): Promise<ReportView> {
  return inTenant(scope, async (tx) => {
    const { visitedAt, doneBy, readings, photos } = await readReportRow(tx, documentId);
    const { timeZone, locale } = await place(tx);
    const visited = visitedAt && dayAndClock(visitedAt, timeZone, locale);
    return { visited, doneBy, readings: readings.filter(isWritten), photos };
  });
}

/** The same, to be edited. */
export function readReportDraft(
  scope: StaffScope,
  { id, version }: { id: string; version: number },
): Promise<ReportDraft> {
  return inTenant(scope, async (tx) => {
    const { visitedAt, doneBy, readings, photos } = await readReportRow(tx, id);
    const { timeZone } = await place(tx);
    const wall = visitedAt ? `${dayIn(visitedAt, timeZone)}T${clock(visitedAt, timeZone)}` : "";
    return { documentId: id, version, visitedAt: wall, doneBy, readings, photos };
  });
}

async function place(tx: Tx) {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A report’s business is gone.");
  return tenant;
}

/** A draft of a report as its form has it, and a photo to take out of it. */
export type ReportEdit = {
  id: string;
  version: number;
  /** A wall-clock time of the business’s own zone, “2026-04-17T09:40”; null where it is not known yet. */
  visitedAt: string | null;
  doneBy: string;
  readings: Reading[];
  captions: { id: string; caption: string }[];
  drop: string | null;
};

/** Keeps what was written into a draft. Refuses a report that was sent, and one that changed since it was read. */
export function saveReport(scope: StaffScope, edit: ReportEdit): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDraft(tx, "service-report", edit);
    if (!locked.ok) return locked;
    const { id, doneBy, readings, captions, drop } = edit;
    const [day = "", time = ""] = edit.visitedAt?.split("T") ?? [];
    const visitedAt = edit.visitedAt ? instantIn((await place(tx)).timeZone, day, time) : null;
    if (visitedAt === undefined) {
      return refuse("invalid", { field: "visitedAt", sentence: "That isn’t a day and a time." });
    }
    await tx
      .update(serviceReports)
      .set({ visitedAt, doneBy, readings })
      .where(eq(serviceReports.documentId, id));
    await writeCaptions(tx, id, captions);
    if (drop) await dropPhoto(tx, scope, { documentId: id, id: drop });
    await countChange(tx, id);
    await tellEdit(tx, scope, locked.value);
    return done(null);
  });
}

import type { Reading } from "@/db/schema/reports";

export type { Reading };

/** A photo of a report: its own id, and the file that it shows. */
export type ReportPhoto = { id: string; fileId: string; caption: string };

/** A service report as it is read. */
export type ReportView = {
  /** “Fri, Apr 17, 9:40 AM”; null where nobody wrote it down. */
  visited: string | null;
  doneBy: string;
  readings: Reading[];
  photos: ReportPhoto[];
};

/** The same as the office edits it. */
export type ReportDraft = Omit<ReportView, "visited"> & {
  documentId: string;
  version: number;
  /** “2026-04-17T09:40”, on the business’s own clock; empty where it is not known yet. */
  visitedAt: string;
};

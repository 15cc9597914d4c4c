"use client";
// A client component because the draft keeps itself while it is written.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ReturnKeySubmits } from "@/components/ui/return-key";
import type { ReportDraft } from "@/lib/reports/views";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";
import { ReportPhotoRows } from "./report-photo-rows";
import { ReportReadingRows } from "./report-reading-rows";

/** The visit, what was measured and what was photographed: what a report has beside its words. */
export function ReportForm({ draft, action }: { draft: ReportDraft; action: FormAction }) {
  const { state, pending, form } = useDraft(action);
  const { documentId, version, visitedAt, doneBy, readings, photos } = draft;
  const { fields = {} } = state;
  return (
    <form {...form} className="mt-4 grid gap-6">
      <input type="hidden" name="id" value={documentId} />
      <input type="hidden" name="version" value={version} />
      <ReturnKeySubmits />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="report-visited"
          name="visitedAt"
          type="datetime-local"
          label="Day and time of the visit"
          defaultValue={visitedAt}
          error={fields.visitedAt}
        />
        <TextField
          id="report-by"
          name="doneBy"
          label="Done by"
          aside="Optional"
          maxLength={120}
          autoComplete="off"
          defaultValue={doneBy}
          error={fields.doneBy}
        />
      </div>
      <ReportReadingRows readings={readings} />
      {photos.length > 0 && <ReportPhotoRows photos={photos} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="desk-tall">Save the visit</Button>
        <DraftStatus state={state} pending={pending} />
      </div>
    </form>
  );
}

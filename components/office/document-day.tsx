"use client";
// A client component because its refusal stands beside the field.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { DocumentView } from "@/lib/documents/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = Pick<DocumentView, "id" | "kind" | "dueOn"> & { action: FormAction };

/** By when an answer is asked for, or an invoice is to be paid. */
export function DocumentDay({ id, kind, dueOn, action }: Props) {
  return (
    <ActionForm action={action} sends={{ id }} className="grid gap-2">
      {({ fields, sent }) => (
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              key={dueOn}
              id="document-dueOn"
              name="dueOn"
              type="date"
              label={kind === "invoice" ? "To be paid by" : "Answer by"}
              aside="Optional"
              defaultValue={(fields && sent?.dueOn) ?? dueOn ?? ""}
              error={fields?.dueOn}
            />
          </div>
          <Button size="desk-tall" aria-label="Save the day">
            Save
          </Button>
        </div>
      )}
    </ActionForm>
  );
}

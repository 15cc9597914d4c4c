"use client";
// A client component because the stages to choose from are those that are typed above.

import { useState } from "react";
import { useTypedBefore } from "@/components/ui/as-found";
import { SelectField, TextArea } from "@/components/ui/field";

type Props = {
  /** One a line, as kept or as it was refused. */
  typed: string;
  /** The name of the one that it is in. */
  stage: string;
  errors: { stages?: string | undefined; stage?: string | undefined };
};

/** What a project goes through, in order, and where it is now. */
export function ProjectStages({ typed, stage, errors }: Props) {
  const [lines, setLines] = useState(typed);
  const field = useTypedBefore(setLines);
  const stages = [...new Set(lines.split("\n").map((line) => line.trim()))].filter(Boolean);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextArea
        ref={field}
        id="project-stages"
        name="stages"
        label="Stages"
        aside="One a line"
        rows={4}
        defaultValue={typed}
        onChange={({ currentTarget }) => setLines(currentTarget.value)}
        error={errors.stages}
        hint="The client sees them over their project. Leave it empty for none."
      />
      <SelectField id="project-stage" name="stage" label="Now in" defaultValue={stage} error={errors.stage}>
        {stages.length === 0 && <option value="">No stages</option>}
        {stages.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
    </div>
  );
}

"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { PropertyFields, type PropertyText } from "./property-fields";

type Props = {
  action: FormAction;
  /** The property as kept; nothing for a new one. */
  property?: PropertyText & { id: string; timeZone: string };
  /** The zone of the business, which is a new property's own. */
  zone: string;
};

/** Adds a property or changes one. */
export function PropertyForm({ action, property, zone }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {property && <input type="hidden" name="id" value={property.id} />}
      <PropertyFields values={sent ?? property ?? {}} errors={fields} required />
      <TextField
        id="property-timeZone"
        name="timeZone"
        label="Time zone"
        error={fields.timeZone}
        defaultValue={sent?.timeZone ?? property?.timeZone ?? ""}
        placeholder={zone}
        hint="Times of its jobs are shown in this zone. Leave it empty for your office’s own."
        autoComplete="off"
      />
      <FormFoot backHref={hrefs.properties}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {property ? "Save changes" : "Add property"}
        </Button>
      </FormFoot>
    </form>
  );
}

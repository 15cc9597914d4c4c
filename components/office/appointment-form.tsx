"use client";
// A client component because the draft keeps itself while it is written.

import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import type { AppointmentFields, CrewView, OfficeAppointment } from "@/lib/appointments/views";
import { AppointmentTimeFields, CrewField } from "./appointment-time-fields";
import { DocumentInTheWay } from "./document-in-the-way";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";

type Props = {
  action: FormAction;
  document: { id: string; version: number; title: string; body: string };
  appointment: OfficeAppointment;
  crews: CrewView[];
};

const ways = [
  { value: "proposed", label: "We propose a time" },
  { value: "choosing", label: "They pick a free time" },
] as const;

const windows = [
  { value: "30", words: "Half an hour" },
  { value: "60", words: "1 hour" },
  { value: "90", words: "1½ hours" },
  { value: "120", words: "2 hours" },
  { value: "180", words: "3 hours" },
  { value: "240", words: "4 hours" },
] as const;

/** A draft of an appointment: what for, when or that the client picks, who comes, where, and what to have ready. */
export function AppointmentForm({ action, document, appointment, crews }: Props) {
  const { state, pending, form } = useDraft(action);
  const { fields = {}, sent } = state;
  const kept: AppointmentFields & { title: string; body: string } = { ...appointment.fields, ...document };
  const field = (name: keyof typeof kept) => ({
    id: `appointment-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? kept[name],
  });
  return (
    <form {...form} className="group/appointment grid gap-5 pt-3">
      <input type="hidden" name="id" value={document.id} />
      <input type="hidden" name="version" value={document.version} />
      <TextField {...field("title")} label="What for" required maxLength={160} autoComplete="off" />
      <Segmented name="how" legend="When" choices={ways} initial={sent?.how ?? kept.how} />
      <div className="group-has-[[value=choosing]:checked]/appointment:hidden">
        <AppointmentTimeFields field={field} />
      </div>
      <div className="group-has-[[value=proposed]:checked]/appointment:hidden">
        <SelectField
          {...field("windowMinutes")}
          label="They pick a window of"
          hint="Out of the working hours under Settings, Hours and crews, where the crew is free."
        >
          {windows.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <CrewField
          id="appointment-crewId"
          crews={crews}
          crewId={sent?.crewId ?? kept.crewId}
          error={fields.crewId}
        />
        <TextField
          {...field("stays")}
          label="How long they stay"
          aside="Optional"
          placeholder="about 2 hours"
          maxLength={80}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("place")} label="Where" aside="Optional" maxLength={200} />
        <TextField {...field("zone")} label="Time zone of the place" maxLength={60} spellCheck={false} />
      </div>
      <TextArea {...field("body")} label="What to have ready" aside="Optional" rows={3} maxLength={20_000} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button>Save</Button>
        <DraftStatus state={state} pending={pending} />
        <DocumentInTheWay document={state.document} />
      </div>
    </form>
  );
}

"use client";
// A client component because what was typed stays in the form when it is refused.

import { CalendarClock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CrewView, OfficeAppointment } from "@/lib/appointments/views";
import { AppointmentTimeFields, CrewField } from "./appointment-time-fields";
import { DocumentInTheWay } from "./document-in-the-way";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = { action: FormAction; appointment: OfficeAppointment; crews: CrewView[] };

/** Moves an appointment that was sent: its client hears of it, and is asked to confirm the new time. */
export function AppointmentMove({ action, appointment, crews }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { fields = {}, sent, problem, done } = state;
  const { id, sequence, fields: kept } = appointment;
  const field = (name: "day" | "from" | "to") => ({
    id: `move-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? kept[name],
  });
  return (
    <>
      <details open={problem !== undefined} className="mt-4 border-t border-line pt-2">
        <summary className="flex min-h-9 list-none items-center gap-2 text-14 font-550 pointer-coarse:min-h-11">
          <CalendarClock aria-hidden size={16} strokeWidth={1.75} className="text-accent" />
          Move it
        </summary>
        <form {...form} className="grid gap-5 pt-3">
          {problem && (
            <Notice tone="problem">
              {problem} <DocumentInTheWay document={state.document} />
            </Notice>
          )}
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="sequence" value={sequence} />
          <AppointmentTimeFields field={field} />
          <CrewField
            id="move-crewId"
            crews={crews}
            crewId={sent?.crewId ?? kept.crewId}
            error={fields.crewId}
          />
          <p className="text-13 text-ink-3">
            Whoever was sent it gets a message with the new time, and is asked to confirm it.
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <Button kind="primary" size="desk-tall" disabled={pending}>
              Move and tell them
            </Button>
          </div>
        </form>
      </details>
      <p role="status" className="text-13 text-ink-3">
        {done}
      </p>
    </>
  );
}

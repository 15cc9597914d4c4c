import { Button } from "@/components/ui/button";
import { StatusChip, type Tone } from "@/components/ui/chip";
import type { AppointmentState, OfficeAppointment } from "@/lib/appointments/views";
import type { DocumentView } from "@/lib/documents/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { RecordFacts } from "./record-facts";

type Props = {
  document: Pick<DocumentView, "id" | "body" | "waitsFor">;
  appointment: OfficeAppointment;
  /** Missing for whoever may only look. */
  note: FormAction | null;
};

const standings: Record<AppointmentState, { tone: Tone; words: string }> = {
  choosing: { tone: "assigned", words: "The client picks a time" },
  proposed: { tone: "assigned", words: "Waits for the client’s yes" },
  confirmed: { tone: "completed", words: "Confirmed" },
  cancelled: { tone: "closed", words: "Cancelled" },
  past: { tone: "closed", words: "Over" },
};

const changes = {
  moved: "The client moved it to this time.",
  cancelled: "The client cancelled it.",
} as const;

/** An appointment that was sent, as it stands now, and what its client changed since anybody looked. */
export function AppointmentStanding({ document, appointment, note }: Props) {
  const { state, when, crew, place, stays } = appointment;
  const { tone, words } = standings[state];
  const { id, body, waitsFor } = document;
  const changed = waitsFor === "moved" || waitsFor === "cancelled" ? changes[waitsFor] : null;
  return (
    <div className="grid gap-4 pt-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="text-18 font-600">{when || "No time yet"}</span>
        <StatusChip tone={tone} text={words} />
      </p>
      {changed && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-sunken px-3 py-2 text-14">
          <p>{changed}</p>
          {note && (
            <ActionForm action={note} sends={{ id }}>
              <Button>Noted</Button>
            </ActionForm>
          )}
        </div>
      )}
      <RecordFacts
        facts={{
          "Who comes": [crew, stays].filter(Boolean).join(", "),
          Where: place,
          "What to have ready": body,
        }}
      />
    </div>
  );
}

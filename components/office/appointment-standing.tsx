import { StatusChip, type Tone } from "@/components/ui/chip";
import type { AppointmentState, OfficeAppointment } from "@/lib/appointments/views";
import type { DocumentView } from "@/lib/documents/views";
import { RecordFacts } from "./record-facts";

type Props = {
  document: Pick<DocumentView, "body">;
  appointment: OfficeAppointment;
};

const standings: Record<AppointmentState, { tone: Tone; words: string }> = {
  choosing: { tone: "assigned", words: "The client picks a time" },
  proposed: { tone: "assigned", words: "Waits for the client’s yes" },
  confirmed: { tone: "completed", words: "Confirmed" },
  cancelled: { tone: "closed", words: "Cancelled" },
  past: { tone: "closed", words: "Over" },
};

/** An appointment that was sent, as it stands now. */
export function AppointmentStanding({ document: { body }, appointment }: Props) {
  const { state, when, crew, place, stays } = appointment;
  const { tone, words } = standings[state];
  return (
    <div className="grid gap-4 pt-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="text-18 font-600">{when || "No time yet"}</span>
        <StatusChip tone={tone} text={words} />
      </p>
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

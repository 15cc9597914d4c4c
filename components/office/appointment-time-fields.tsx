import { SelectField, TextField } from "@/components/ui/field";
import type { CrewView } from "@/lib/appointments/views";

type Field = (name: "day" | "from" | "to") => {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string;
};

/** The day on which a crew arrives, from when to when, on the clock of the place. */
export function AppointmentTimeFields({ field }: { field: Field }) {
  return (
    <div className="grid gap-5 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <TextField {...field("day")} type="date" label="Day" />
      <TextField {...field("from")} type="time" label="Arrives from" />
      <TextField {...field("to")} type="time" label="Until" />
    </div>
  );
}

type CrewProps = {
  id: string;
  crews: CrewView[];
  crewId: string;
  error: string | undefined;
};

/** Which crew comes: one that goes out, or the one that it is with. */
export function CrewField({ id, crews, crewId, error }: CrewProps) {
  return (
    <SelectField id={id} name="crewId" label="Who comes" defaultValue={crewId} error={error}>
      {crews.map((crew) => (
        <option key={crew.id} value={crew.id}>
          {crew.active ? crew.name : `${crew.name} (not going out)`}
        </option>
      ))}
    </SelectField>
  );
}

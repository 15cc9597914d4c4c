"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { DoneWords } from "./done-words";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Day = { day: string; name: string; opens: string; closes: string };

type Props = {
  days: Day[];
  /** The same for whoever may only look: “Monday to Friday, 8:00 AM to 5:00 PM”. */
  words: string[];
  noticeHours: number;
  /** Missing for whoever may not change it. */
  action: FormAction | undefined;
};

/** The hours of a week, and how much notice a client gives. */
export function HoursForm({ days, words, noticeHours, action }: Props) {
  return (
    <section aria-labelledby="hours-heading">
      <h2 id="hours-heading" className="text-16 font-600">
        Working hours
      </h2>
      <p className="text-14 text-ink-3">
        Read on the clock of the place of an appointment. Leave a day empty when nobody goes out. What is
        booked stays booked.
      </p>
      {action ? (
        <WeekForm days={days} noticeHours={noticeHours} action={action} />
      ) : (
        <div className="mt-4 grid gap-1 text-14 text-ink-2">
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="mt-2">
            Notice: {noticeHours} {noticeHours === 1 ? "hour" : "hours"}
          </p>
        </div>
      )}
    </section>
  );
}

function WeekForm({ days, noticeHours, action }: Omit<Props, "words" | "action"> & { action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  return (
    <form {...form} className="mt-4 grid gap-6">
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className="grid gap-2">
        {days.map((each) => (
          <WeekDay key={each.day} {...each} sent={sent} fields={fields} />
        ))}
      </div>
      <div className="max-w-90">
        <TextField
          id="noticeHours"
          name="noticeHours"
          label="Notice, in hours"
          type="number"
          inputMode="numeric"
          min={0}
          max={336}
          required
          defaultValue={sent?.noticeHours ?? noticeHours}
          error={fields.noticeHours}
          hint="Until then a client moves or cancels on their own page. After that they are asked to call you."
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Save hours
        </Button>
        <DoneWords pending={pending} done={state.done} />
      </div>
    </form>
  );
}

type WeekDayProps = Day & {
  sent: Record<string, string> | undefined;
  fields: Record<string, string>;
};

function WeekDay({ day, name, opens, closes, sent, fields }: WeekDayProps) {
  const time = (which: "opens" | "closes", kept: string, says: string) => (
    <input
      type="time"
      name={`${which}${day}`}
      aria-label={`${name}, ${says}`}
      aria-invalid={fields[`${which}${day}`] ? true : undefined}
      defaultValue={sent?.[`${which}${day}`] ?? kept}
      className="field-box min-h-9 w-32 rounded-control px-3 text-14 pointer-coarse:min-h-11 pointer-coarse:text-16"
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-28 text-14 font-500">{name}</span>
      {time("opens", opens, "from")}
      <span className="text-14 text-ink-3">to</span>
      {time("closes", closes, "until")}
    </div>
  );
}

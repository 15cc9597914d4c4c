import { CalendarDays } from "lucide-react";
import { plainClock } from "@/lib/dates";
import type { DayOption } from "@/lib/work-orders/views";

const times = ["07:00", "08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00"];

const cell =
  "rounded-phone border border-line-2 bg-surface text-center has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent";

/** What is chosen at first; whatever was typed under “another” in a form that came back. */
export type Chosen = { day: string; time: string; otherDay?: string; otherTime?: string };

type DayTimePickerProps = { days: DayOption[]; chosen: Chosen; locale: string };

/** A day out of the next ones and a time on the hour, or any other; radio buttons to the keyboard and to the form. */
export function DayTimePicker({ days, chosen, locale }: DayTimePickerProps) {
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="sr-only">Day</legend>
        <div className="-mx-5 flex gap-2 overflow-x-auto px-5 pt-1 [scrollbar-width:none]">
          {days.map((day) => (
            <label key={day.value} className={`group/day relative min-w-15.5 shrink-0 px-1.5 py-1.5 ${cell}`}>
              <input
                type="radio"
                name="day"
                value={day.value}
                data-label={day.label}
                defaultChecked={day.value === chosen.day}
                className="absolute opacity-0"
              />
              <span className="block text-14 text-ink-2 group-has-checked/day:text-on-accent">
                {day.weekday}
              </span>
              <span className="block text-20 leading-6 font-600">{day.day}</span>
              <span className="block text-14 text-ink-2 group-has-checked/day:text-on-accent">
                {day.month}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <AnotherTime chosen={chosen} />
      <fieldset className="min-w-0">
        <legend className="sr-only">Time</legend>
        <div className="grid grid-cols-4 gap-2">
          {times.map((time) => (
            <label
              key={time}
              className={`relative flex min-h-13 items-center justify-center text-18 font-500 tabular-nums has-checked:font-600 ${cell}`}
            >
              <input
                type="radio"
                name="time"
                value={time}
                defaultChecked={time === chosen.time}
                className="absolute opacity-0"
              />
              {plainClock(time, locale)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function AnotherTime({ chosen }: { chosen: Chosen }) {
  const box = "field-box min-h-13 w-full rounded-phone px-3 text-17";
  return (
    <details open={Boolean(chosen.otherDay || chosen.otherTime)} className="mb-1">
      <summary className="flex min-h-11 items-center gap-2.5 text-16 text-accent">
        <CalendarDays aria-hidden size={18} strokeWidth={1.75} />
        Another day or time
      </summary>
      <div className="mb-3 grid grid-cols-2 gap-2">
        <label className="text-15 text-ink-2">
          Day
          <input type="date" name="otherDay" defaultValue={chosen.otherDay} className={box} />
        </label>
        <label className="text-15 text-ink-2">
          Time
          <input type="time" name="otherTime" defaultValue={chosen.otherTime} className={box} />
        </label>
      </div>
    </details>
  );
}

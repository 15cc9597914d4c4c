import { kindWords } from "@/components/links/document-words";
import type { LadderView } from "@/lib/reminders/views";
import type { FormAction } from "./form-state";
import { ReminderLadder } from "./reminder-ladder";

type Props = {
  ladders: LadderView[];
  /** Missing for whoever may not change them: they read how it is. */
  action: FormAction | undefined;
};

/** When each kind of document is reminded of, counted from the day that it is due. */
export function ReminderLadders({ ladders, action }: Props) {
  return (
    <section aria-labelledby="ladders-heading">
      <h2 id="ladders-heading" className="text-16 font-600">
        When to remind
      </h2>
      <p className="text-14 text-ink-3">
        Days before and after the day by which you asked for an answer; for an appointment, before it begins.
        Leave all of it empty to send none.
      </p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {ladders.map((ladder) => (
          <li key={ladder.kind} className="py-3">
            {action ? (
              <ReminderLadder ladder={ladder} action={action} />
            ) : (
              <p className="flex flex-wrap gap-x-4 text-14">
                <span className="w-40 font-500">{kindWords(ladder.kind)}</span>
                <span className="text-ink-2">{ladder.words}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

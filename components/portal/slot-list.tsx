import { HiddenFields } from "@/components/links/hidden-fields";
import type { SlotView } from "@/lib/appointments/views";

type Props = {
  /** Where a tap on a time is posted, with what the page showed. */
  action: string;
  sends: Record<string, string>;
  /** What a tap does, for those who hear it: “Move to”, “Choose”. */
  act: string;
  slots: SlotView[];
};

/** Free times, one row each: a tap takes it. */
export function SlotList({ action, sends, act, slots }: Props) {
  return (
    <form method="post" action={action} className="mt-3">
      <HiddenFields fields={sends} />
      <ul className="grid gap-2">
        {slots.map(({ startsAt, day, hours }) => (
          <li key={startsAt}>
            <button
              type="submit"
              name="slot"
              value={startsAt}
              className="flex min-h-14 w-full flex-wrap items-center justify-between gap-x-4 rounded-phone border border-line-2 bg-surface px-4 py-2 text-left transition-[border-color,scale] duration-120 hover:border-brand active:scale-[0.985]"
            >
              <span className="text-17 font-600">
                <span className="sr-only">{act} </span>
                {day}
              </span>
              <span className="text-16 text-ink-2">{hours}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

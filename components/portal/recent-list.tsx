import { Check, MessageCircle, PenLine } from "lucide-react";
import type { RecentView } from "@/lib/portal/views";

const icons = { done: Check, written: PenLine, said: MessageCircle };

/** What happened lately, the newest first. */
export function RecentList({ recent }: { recent: RecentView[] }) {
  return (
    <section aria-labelledby="recent-heading">
      <h2 id="recent-heading" className="text-17 font-600">
        Recently
      </h2>
      <ul className="mt-1 divide-y divide-line">
        {recent.map(({ id, words, when, look }) => {
          const Icon = icons[look];
          return (
            <li key={id} className="flex items-center gap-3 py-3">
              <Icon aria-hidden size={20} strokeWidth={1.5} className="shrink-0 text-ink-3" />
              <p className="min-w-0">
                <span className="block text-15">{words}</span>
                <span className="block text-13 text-ink-2">{when}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { EmptyState } from "@/components/ui/empty-state";
import type { InboxCounts } from "@/lib/work-orders/views";
import { KeyList } from "./key-list";

/** The right side while no order is open: what to expect, and the keys. */
export function NothingOpen({ counts }: { counts: InboxCounts }) {
  const { needsYou, inMotion } = counts;
  return (
    <div className="flex min-h-full items-center justify-center p-8">
      <div className="w-full max-w-90">
        <EmptyState
          heading={
            needsYou === 0 ? "All clear" : `${inWords(needsYou)} ${needsYou === 1 ? "waits" : "wait"} for you`
          }
        >
          {needsYou === 0 ? moving(inMotion) : "Start at the top of the list. The most pressing comes first."}
        </EmptyState>
        <div className="mt-6 border-t border-line pt-5">
          <KeyList />
        </div>
      </div>
    </div>
  );
}

function moving(count: number): string {
  if (count === 0) return "No job is under way. Press N to write one.";
  const jobs = count === 1 ? "job is moving" : "jobs are moving";
  return `${inWords(count)} ${jobs} without you. Pick ${count === 1 ? "it" : "one"} to see where it’s up to.`;
}

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const inWords = (count: number) => words[count] ?? String(count);

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ActivityFilter } from "./activity-address";
import { hrefs } from "./hrefs";

type Props = {
  filter: ActivityFilter;
  /** How it is narrowed, beside its heading. */
  chips: ReactNode;
  /** Of one client: who they are, and their links. */
  caller?: ReactNode;
  /** Of one client: what to do when they can’t get in. */
  steps?: ReactNode;
  children: ReactNode;
};

/** The activity: how it is narrowed, what it is of, and everything that happened; beside it the steps, which stay in sight. */
export function ActivityFrame({ filter, chips, caller, steps, children }: Props) {
  const columns = steps ? "min-[68.75rem]:grid-cols-[minmax(0,1fr)_20.5rem]" : "";
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="relative flex min-h-14 flex-wrap items-center gap-2 border-b border-line px-5 py-2.5 min-[68.75rem]:pr-6 min-[68.75rem]:pl-10">
        <h1 className="mr-3 text-18 font-600">Activity</h1>
        {chips}
        <span className="flex-1" />
        <form action={hrefs.exportActivity} method="post">
          {Object.entries(filter).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Button icon={<Download aria-hidden size={15} />}>Export CSV</Button>
        </form>
      </header>
      <div
        className={`grid flex-1 content-start min-[68.75rem]:min-h-0 min-[68.75rem]:grid-rows-[auto_1fr] min-[68.75rem]:content-stretch min-[68.75rem]:overflow-y-auto ${columns}`}
      >
        {caller && <div className="min-w-0 px-5 pt-6 pb-4 min-[68.75rem]:px-10">{caller}</div>}
        {steps && (
          <aside
            aria-labelledby="steps-heading"
            className="border-line bg-paper max-[68.75rem]:border-y min-[68.75rem]:col-start-2 min-[68.75rem]:row-span-2 min-[68.75rem]:row-start-1 min-[68.75rem]:border-l"
          >
            <div className="px-5 py-6 min-[68.75rem]:sticky min-[68.75rem]:top-0 min-[68.75rem]:px-6">
              {steps}
            </div>
          </aside>
        )}
        <div className="min-w-0 px-5 pt-4 pb-12 min-[68.75rem]:px-10">{children}</div>
      </div>
    </div>
  );
}

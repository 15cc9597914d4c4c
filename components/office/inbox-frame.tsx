import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { RouteButton } from "@/components/ui/route-button";
import { hrefs } from "./hrefs";
import { type InboxChoices, InboxFilter } from "./inbox-filter";
import { LiveBadge } from "./live";

type Props = {
  choices: InboxChoices;
  /** Whether an order is open: on a narrow screen it then stands alone. */
  open: boolean;
  mayWrite: boolean;
  list: ReactNode;
  children: ReactNode;
};

/** The inbox beside the open order; below 1100 pixels one or the other. */
export function InboxFrame({ choices, open, mayWrite, list, children }: Props) {
  const onlyWide = "max-[68.75rem]:hidden";
  const Heading = open ? "h2" : "h1";
  return (
    <div className="flex min-h-0 flex-1">
      <section
        id="inbox-pane"
        aria-label="Inbox"
        className={`min-w-0 flex-1 bg-surface/50 pb-6 min-[68.75rem]:max-w-100 min-[68.75rem]:overflow-y-auto min-[68.75rem]:border-r min-[68.75rem]:border-line ${open ? onlyWide : ""}`}
      >
        <header className="flex h-14 items-center gap-2.5 pr-3 pl-5">
          <Heading className="text-18 font-600">Inbox</Heading>
          <LiveBadge />
          <span className="flex-1" />
          <InboxFilter {...choices} />
          {mayWrite && (
            <RouteButton
              href={hrefs.newOrder}
              kind="primary"
              icon={<Plus aria-hidden size={16} />}
              className="ml-2 min-[68.75rem]:pr-3"
            >
              New
            </RouteButton>
          )}
        </header>
        {list}
      </section>
      <div
        className={`min-w-0 flex-1 bg-surface scroll-pt-16 scroll-pb-44 min-[68.75rem]:overflow-y-auto ${open ? "" : onlyWide}`}
      >
        {children}
      </div>
    </div>
  );
}

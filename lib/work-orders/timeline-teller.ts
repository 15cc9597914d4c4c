import type { events } from "@/db/schema/events";
import type { LinkState, TimelineEntry } from "./views";
import type { WorkOrder } from "./work-order";

/** What the sentences of an order's story are made of, and what each makes. */

export type Event = typeof events.$inferSelect;

export type Reading = {
  order: WorkOrder;
  zone: string;
  locale: string;
  money: (cents: unknown) => string;
  now: Date;
  links: Map<string, LinkState>;
  invoice: (id: string) => Attached;
};

export type Attached = Pick<TimelineEntry, "file" | "invoiceToApprove">;

type Told = Omit<TimelineEntry, "id" | "day">;

export type Teller = (event: Event, reading: Reading, later: Event[]) => Told | undefined;

export const nothing = { file: null, invoiceToApprove: null };
export const plain = { chip: null, link: null, ...nothing };

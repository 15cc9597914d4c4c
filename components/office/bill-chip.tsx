import { StatusChip, type Tone } from "@/components/ui/chip";
import type { BillState } from "@/lib/work-orders/views";

/** The states of a contractor’s invoice, in the order in which it goes through them. */
export const billLooks = {
  received: { tone: "received", text: "Received" },
  "needs-approval": { tone: "over-ceiling", text: "Needs approval" },
  queried: { tone: "question", text: "Queried" },
  approved: { tone: "accepted", text: "Approved" },
  paid: { tone: "completed", text: "Paid" },
} as const satisfies Record<BillState, { tone: Tone; text: string }>;

/** Where a contractor’s invoice stands; of a paid one, since when. */
export function BillChip({ state, paidOn }: { state: BillState; paidOn: string | null }) {
  const { tone, text } = billLooks[state];
  return <StatusChip tone={tone} text={state === "paid" && paidOn ? `${text} ${paidOn}` : text} />;
}

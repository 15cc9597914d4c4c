import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { workOrders } from "@/db/schema/work-orders";
import { systemScope } from "@/lib/auth/scope";
import type { Describe } from "@/lib/events/stream";
import { countInbox, readRow } from "./inbox";

/** What an open inbox is told of a happening: the row as it is now, the counts, and a sentence to be read out. */
export const describeForInbox: Describe = async (event) => {
  const scope = systemScope(event.tenantId);
  const orderId = event.workOrderId ?? "";
  const [row, counts, title] = [
    await readRow(scope, orderId),
    await countInbox(scope),
    await inTenant(scope, async (tx) => {
      const [order] = await tx
        .select({ title: workOrders.title, number: workOrders.number })
        .from(workOrders)
        .where(eq(workOrders.id, orderId));
      return order;
    }),
  ];
  return {
    workOrderId: orderId,
    number: title?.number ?? null,
    row,
    counts,
    sentence: `${spoken[event.kind] ?? ""}${spoken[event.kind] ? `: ${title?.title ?? ""}` : ""}`,
  };
};

/** Only what changes what somebody would do is read out; the rest moves the rows silently. */
const spoken: Partial<Record<Parameters<Describe>[0]["kind"], string>> = {
  "work-order.accepted": "Job accepted",
  "work-order.declined": "Job declined",
  "work-order.scheduled": "Job scheduled",
  "work-order.on-site": "Contractor on site",
  "work-order.completed": "Job completed",
  "work-order.question": "New question",
  "work-order.cancelled": "Job cancelled",
  "invoice.received": "Invoice received",
  "link.bounced": "Message not delivered",
  "link.asked-for": "New link asked for",
};

import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { workOrders } from "@/db/schema/work-orders";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { describeDocument } from "@/lib/documents/live";
import type { Describe, Event } from "@/lib/events/stream";
import { countInbox, readRow } from "./inbox";
import type { Told } from "./views";

/** What an open office is told of a happening: the row as it is now, the counts, and a sentence to be read out. */
export const describeForInbox: Describe = async (event) => {
  const scope = systemScope(event.tenantId);
  const told = event.workOrderId
    ? await describeOrder(scope, event, event.workOrderId)
    : await describeDocument(scope, event, new Date());
  const by = event.actor === "member" ? { id: event.actorId ?? "", name: event.actorName } : null;
  return { ...told, by, counts: await countInbox(scope) };
};

async function describeOrder(scope: Scope, event: Event, orderId: string): Promise<Told> {
  const [row, [order]] = [
    await readRow(scope, orderId),
    await inTenant(scope, (tx) =>
      tx
        .select({ title: workOrders.title, number: workOrders.number })
        .from(workOrders)
        .where(eq(workOrders.id, orderId)),
    ),
  ];
  const words = spoken[event.kind];
  const { invoiceId } = event.detail;
  return {
    subject: orderId,
    pages: [order?.number, invoiceId, invoiceId && "bills"].filter((part) => part != null).map(String),
    row,
    sentence: words ? `${words}: ${order?.title ?? ""}` : "",
  };
}

/** Only what changes what somebody would do is read out; the rest moves the rows silently. */
const spoken: Partial<Record<Event["kind"], string>> = {
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

import { clock, plainDay } from "@/lib/dates";
import { type Attached, type Event, plain, type Reading, type Teller } from "./timeline-teller";

/** What an order's story says of its contractors' invoices. */
export const billSentences: Partial<Record<Event["kind"], Teller>> = {
  "invoice.received": (event, reading, later) => {
    const { invoiceId } = event.detail;
    if (later.some(({ kind, detail }) => kind === "work-order.completed" && detail.invoiceId === invoiceId))
      return undefined;
    return {
      ...uploadOf(event, reading),
      state: "INVOICE",
      tone: event.detail.over ? "question" : "completed",
    };
  },
  "invoice.approved": (event, { money, zone }) => ({
    ...plain,
    state: "APPROVED",
    tone: "completed",
    sentence: `${event.actorName} approved ${money(event.detail.amountCents)} at ${clock(event.at, zone)}`,
  }),
  "bill.queried": (event, { zone }) => ({
    ...plain,
    state: "QUERIED",
    tone: "question",
    sentence: `${event.actorName} asked about the invoice at ${clock(event.at, zone)}: “${event.detail.words}”`,
  }),
  "bill.settled": (event, { zone }) => ({
    ...plain,
    state: "SETTLED",
    tone: "assigned",
    sentence: `${event.actorName} settled the question about the invoice at ${clock(event.at, zone)}`,
  }),
  "bill.paid": (event, { money, locale }) => ({
    ...plain,
    state: "PAID",
    tone: "completed",
    sentence: `${event.actorName} marked ${money(event.detail.amountCents)} as paid on ${plainDay(String(event.detail.paidOn), locale)}`,
  }),
  "bill.unpaid": (event, { money, zone }) => ({
    ...plain,
    state: "NOT PAID",
    tone: "closed",
    sentence: `${event.actorName} took back at ${clock(event.at, zone)} that ${money(event.detail.amountCents)} was paid`,
  }),
};

function uploadOf(event: Event, { zone, invoice, money }: Reading) {
  return {
    ...plain,
    sentence: `Contractor uploaded an invoice for ${money(event.detail.amountCents)} at ${clock(event.at, zone)}`,
    chip: event.detail.over ? ({ tone: "question", text: "Over ceiling" } as const) : null,
    ...attachedThen(event, invoice(String(event.detail.invoiceId))),
  };
}

/** The file that was sent then: a later one may have taken its place since, and has its own entry. */
export function attachedThen({ detail }: Event, now: Attached): Attached {
  const { fileId, fileName } = detail;
  if (!now.file || typeof fileId !== "string" || fileId === now.file.id) return now;
  return { file: { id: fileId, name: String(fileName) }, invoiceToApprove: null };
}

import { StatusChip, type Tone } from "@/components/ui/chip";
import type { InvoiceView } from "@/lib/invoices/views";
import { FileLink } from "./file-link";
import { InvoiceTotals } from "./invoice-totals";

/** An invoice as it stands: what it is for, what it comes to, and what of it is here. Once sent it stays as it is. */
export function InvoiceRecord({ view }: { view: InvoiceView }) {
  const { number, issued, lines, due, files, subtotal, taxes, total, voidReason } = view;
  return (
    <div className="grid gap-5 pt-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14">
        <InvoiceChip view={view} />
        {number && <span className="font-mono text-14">{number}</span>}
        {issued && <span className="text-ink-2">Sent {issued}</span>}
        {due && <span className={due.isOver ? "font-500 text-question" : "text-ink-2"}>{due.words}</span>}
      </div>
      {voidReason && <p className="max-w-180 text-14 whitespace-pre-line wrap-anywhere">{voidReason}</p>}
      {lines.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {lines.map(({ id, words, note, amount }) => (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2.5 text-14">
              <span className="min-w-0 wrap-anywhere">
                {words || "No words"}
                {note && <span className="block text-13 text-ink-3">{note}</span>}
              </span>
              <span className="tabular-nums">{amount}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-4 sm:ml-auto sm:w-80">
        {lines.length > 0 && <InvoiceTotals {...{ subtotal, taxes, total }} />}
        <Money view={view} />
      </div>
      {files.length > 0 && (
        <ul className="grid gap-1" aria-label="Attached">
          {files.map(({ id, title }) => (
            <li key={id}>
              <FileLink id={id} title={title} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Only what there is to tell beside the total. */
function Money({ view: { paid, pending, refunded, waived, left, deposit, asked } }: { view: InvoiceView }) {
  const rows = [
    { name: "Paid", amount: paid },
    { name: "Refunded", amount: refunded },
    { name: "Not asked for again", amount: waived },
    { name: "On its way from a bank", amount: pending },
    { name: deposit?.due ? `Deposit, due ${deposit.due}` : "Deposit", amount: deposit?.amount ?? null },
    { name: "Left to pay", amount: asked && asked.what !== "all" ? left : null },
  ].filter(({ amount }) => amount !== null);
  if (rows.length === 0) return null;
  return (
    <dl className="grid gap-1.5 text-14">
      {rows.map(({ name, amount }) => (
        <div key={name} className="flex justify-between gap-6">
          <dt className="text-ink-2">{name}</dt>
          <dd className="tabular-nums">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

const chips: Record<InvoiceView["status"], { tone: Tone; words: string }> = {
  draft: { tone: "draft", words: "Draft" },
  open: { tone: "assigned", words: "Open" },
  "part-paid": { tone: "accepted", words: "Part paid" },
  paid: { tone: "completed", words: "Paid" },
  void: { tone: "closed", words: "No longer applies" },
  disputed: { tone: "question", words: "Disputed" },
};

/** Where its money stands; a disagreement and what is over are told before how late it is. */
export function InvoiceChip({ view: { status, due } }: { view: Pick<InvoiceView, "status" | "due"> }) {
  const isLate = due?.isOver && (status === "open" || status === "part-paid");
  const { tone, words } = chips[status];
  return (
    <span className="flex flex-wrap gap-2">
      {!(isLate && status === "open") && <StatusChip tone={tone} text={words} />}
      {isLate && <StatusChip tone="over-ceiling" text="Overdue" />}
    </span>
  );
}

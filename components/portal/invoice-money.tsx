import { Clock, Download } from "lucide-react";
import type { InvoiceView, PaymentView } from "@/lib/invoices/views";
import { Sum } from "./invoice-lines";

type Props = { view: InvoiceView; page: string };

/** What came of an invoice, what is on its way, what went back, and what is left. */
export function InvoiceMoney({ view, page }: Props) {
  const { paid, pending, refunded, waived, left, payments, status } = view;
  const came = payments.filter(({ receipt }) => receipt !== null);
  if (!paid && !pending && came.length === 0) return null;
  return (
    <section aria-label="What was paid" className="grid gap-4">
      {pending && (
        <p className="flex items-start gap-3 rounded-phone bg-sunken px-4 py-3 text-16">
          <Clock aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-2" />
          {pending} is on its way from your bank. It can take up to 5 working days.
        </p>
      )}
      <dl className="grid gap-2 border-t border-line pt-4 text-16 text-ink-2">
        {paid && <Sum name="Paid" amount={paid} />}
        {refunded && <Sum name="Given back" amount={refunded} />}
        {waived && <Sum name="Not asked for again" amount={waived} />}
        {status !== "void" && <Sum name="Left to pay" amount={left} strong />}
      </dl>
      {came.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {came.map((payment) => (
            <Came key={payment.id} payment={payment} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Came({ payment, page }: { payment: PaymentView; page: string }) {
  const { id, amount, label, when, refunded, receipt } = payment;
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <p className="min-w-0 text-16">
        <span className="font-500">{amount}</span>
        {label && `, ${label}`}
        <span className="block text-15 text-ink-2">
          {when}
          {refunded && `. ${refunded} given back`}
        </span>
      </p>
      <a
        href={`${page}/receipt/${id}`}
        className="inline-flex min-h-11 shrink-0 items-center gap-2 text-15 font-500 text-brand"
      >
        <Download aria-hidden size={16} strokeWidth={1.75} />
        Receipt<span className="sr-only"> {receipt}</span>
      </a>
    </li>
  );
}

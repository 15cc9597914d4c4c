import { Check, Download, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { PageMark } from "@/components/links/page-mark";
import { buttonClass } from "@/components/ui/button-class";
import type { InvoiceView, PaymentView } from "@/lib/invoices/views";
import { InvoiceLines, Sum } from "./invoice-lines";
import { paidWords } from "./paid-words";

type Props = {
  view: InvoiceView;
  /** The payment whose receipt this is. */
  payment: PaymentView;
  shop: string;
  page: string;
  /** What became of the link and of whoever came by it: a sentence or two. */
  after: string;
  children?: ReactNode;
};

/** What somebody paid: the receipt, and what it was for; of a part also what is left. */
export function InvoicePaid({ view, payment, shop, page, after, children }: Props) {
  const { heading, words } = paidWords(view.status, payment, shop);
  const icon = view.status === "void" ? Undo2 : Check;
  return (
    <article className="flex min-h-[calc(100dvh-11rem)] max-w-160 flex-col gap-y-7">
      <header>
        <PageMark icon={icon} tone={icon === Check ? "good" : "quiet"} />
        <h1 className="text-34 font-650 text-balance">{heading}</h1>
        <p className="mt-1 text-18 text-ink-2">{words}</p>
      </header>
      <Receipt payment={payment} />
      <InvoiceLines view={view} sum={view.status === "paid" && !view.refunded ? "Paid" : "Total"} />
      {view.status !== "paid" && view.status !== "void" && (
        <dl className="grid gap-2 border-t border-line pt-4 text-16 text-ink-2">
          {view.paid && <Sum name="Paid" amount={view.paid} />}
          {view.refunded && <Sum name="Given back" amount={view.refunded} />}
          {view.waived && <Sum name="Not asked for again" amount={view.waived} />}
          {view.pending && <Sum name="On its way from your bank" amount={view.pending} />}
          <Sum name="Left to pay" amount={view.left} strong />
        </dl>
      )}
      {children}
      <Save payment={payment} page={page} after={after} />
    </article>
  );
}

function Receipt({ payment }: { payment: PaymentView }) {
  const { when, label, receipt, refunded } = payment;
  const facts = [
    { name: "Date", words: when },
    { name: "Paid with", words: label },
    { name: "Receipt", words: receipt, mono: true },
    { name: "Given back", words: refunded },
  ];
  return (
    <dl className="grid gap-2 border-t border-line pt-5 text-16">
      {facts.map(
        ({ name, words, mono }) =>
          words && (
            <div key={name} className="flex justify-between gap-6">
              <dt className="text-ink-2">{name}</dt>
              <dd className={`text-right ${mono ? "font-mono text-15 leading-6" : ""}`}>{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Save({ payment, page, after }: Pick<Props, "payment" | "page" | "after">) {
  return (
    <div data-pinned="" className={pinned}>
      <a href={`${page}/receipt/${payment.id}`} className={`${buttonClass("secondary", "phone")} min-h-14!`}>
        <Download aria-hidden size={20} strokeWidth={1.75} />
        Save receipt
      </a>
      {after && <p className="pt-1 text-15 text-ink-2">{after}</p>}
    </div>
  );
}

const pinned =
  "bottom-0 z-10 -mx-5 mt-auto grid gap-1.5 border-t border-line bg-surface px-5 pt-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:bg-paper min-[60rem]:static! min-[60rem]:mt-0 [@media(min-height:30rem)]:sticky";

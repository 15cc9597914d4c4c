import { Calendar, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { settledWords } from "@/components/links/document-words";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import type { ClientInvoice, InvoiceView } from "@/lib/invoices/views";
import { paragraphs } from "./document-page";
import { InvoiceLines } from "./invoice-lines";
import { InvoiceMoney } from "./invoice-money";
import { InvoicePay, type RefusedAmount } from "./invoice-pay";

type Props = {
  invoice: ClientInvoice;
  shop: string;
  page: string;
  /** What became of the payment that somebody comes back from. */
  notice: { tone: NoticeTone; words: string } | null;
  /** Why a form was not taken that stands nowhere now. */
  problem: ReactNode;
  refused: RefusedAmount;
  /** How to pay by transfer, or by asking; first where nobody takes money online, else the other way. */
  otherWay: ReactNode;
  /** What follows what it is for: questions, a disagreement, the way to the rest. */
  children: ReactNode;
};

/** An invoice as its client reads it: how much and by when first, then what for, and one tap to pay. */
export function InvoicePage({ invoice, shop, page, notice, problem, refused, otherWay, children }: Props) {
  const { view, pay } = invoice;
  const closedAs = view.status === "void" || view.status === "paid" ? view.status : null;
  const settled = closedAs && settledWords("invoice", closedAs, shop);
  return (
    <article className="flex min-h-[calc(100dvh-11rem)] flex-col gap-y-7 min-[60rem]:grid min-[60rem]:min-h-0 min-[60rem]:grid-cols-[minmax(0,1fr)_24rem] min-[60rem]:content-start min-[60rem]:gap-x-18">
      <div className="grid content-start gap-7">
        {problem}
        {notice && (
          <Notice tone={notice.tone} phone>
            {notice.words}
          </Notice>
        )}
        {settled && (
          <Notice tone={closedAs === "paid" ? "good" : "quiet"} phone>
            {settled.heading}. {settled.sentence}
          </Notice>
        )}
        <Heading view={view} />
        <Facts invoice={invoice} />
        {!pay && otherWay}
        <Words body={view.body} />
        <InvoiceLines view={view} sum="Total" />
        <InvoiceMoney view={view} page={page} />
        <Files view={view} page={page} />
        {!settled && (
          <p className="text-16 text-ink-2">
            Something not right?{" "}
            <a href="#ask" className="text-link inline-flex min-h-11 items-center">
              Ask {shop} about it
            </a>
          </p>
        )}
        {pay && otherWay}
        {children}
      </div>
      <InvoicePay invoice={invoice} page={page} refused={refused} />
    </article>
  );
}

function Heading({ view }: { view: InvoiceView }) {
  const { due } = view;
  const { label, amount } = headingOf(view);
  return (
    <header>
      <h1>
        <span className="block text-17 font-400 text-ink-2">{label}</span>{" "}
        <span
          className={`block text-48 font-650 tabular-nums ${view.status === "void" ? "line-through" : ""}`}
        >
          {amount}
        </span>
      </h1>
      {due && (
        <p className={`mt-2 flex items-center gap-2.5 text-18 font-500 ${due.isOver ? "text-question" : ""}`}>
          <Calendar aria-hidden size={20} strokeWidth={1.75} className="shrink-0" />
          {due.words}
        </p>
      )}
    </header>
  );
}

/** What is asked for; of one that asks for nothing what is on its way, or what it was. */
function headingOf({ asked, pending, total }: InvoiceView): { label: string; amount: string } {
  if (asked) return { label: asked.what === "rest" ? "Left to pay" : "Amount due", amount: asked.amount };
  return pending
    ? { label: "On its way from your bank", amount: pending }
    : { label: "Total", amount: total };
}

function Facts({ invoice: { view, whom } }: { invoice: ClientInvoice }) {
  const facts = [
    { name: "Invoice", words: view.number, mono: true },
    { name: "For", words: whom },
    { name: "About", words: /invoice/i.test(view.title) ? null : view.title },
  ];
  return (
    <dl className="grid gap-2 text-16">
      {facts.map(
        ({ name, words, mono }) =>
          words && (
            <div key={name} className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3">
              <dt className="text-ink-3">{name}</dt>
              <dd className={`wrap-anywhere ${mono ? "font-mono text-15 leading-6" : ""}`}>{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Words({ body }: { body: string }) {
  const all = paragraphs(body);
  if (all.length === 0) return null;
  return (
    <div className="grid gap-4 text-17">
      {all.map(({ at, words }) => (
        <p key={at} className="whitespace-pre-line wrap-anywhere">
          {words}
        </p>
      ))}
    </div>
  );
}

function Files({ view: { files }, page }: { view: InvoiceView; page: string }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading" className="text-18 font-600">
        Attached
      </h2>
      <ul className="mt-1 divide-y divide-line border-b border-line">
        {files.map(({ id, title }) => (
          <li key={id}>
            <a href={`${page}/files/${id}`} className="flex min-h-13 items-center gap-3 text-16 font-500">
              <FileText aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

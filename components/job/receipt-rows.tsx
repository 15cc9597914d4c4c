import type { ReactNode } from "react";
import type { JobView } from "@/lib/work-orders/views";

/** What happened when, and the invoices, as the record has them. */
export function ReceiptRows({ job }: { job: JobView }) {
  const suburb = job.address.rest.replace(/ [A-Z]{2,3} \d{4}$/, "");
  return (
    <dl className="mb-4">
      <Row label="Job" below={`${job.address.street}, ${suburb}`}>
        {job.title}
      </Row>
      {job.milestones.map(({ label, words }) => (
        <Row key={label} label={label}>
          {words}
        </Row>
      ))}
      {job.invoices.map((invoice) => (
        <Row
          key={invoice.id}
          label={invoice.number ? `Invoice ${invoice.number}` : "Invoice"}
          below={`${invoice.fileName}, received ${invoice.received}`}
          standing={invoice.standing}
          isGood={invoice.state === "paid" || (invoice.state === "approved" && !invoice.over)}
        >
          {invoice.amount.words}
        </Row>
      ))}
    </dl>
  );
}

type RowProps = { label: string; below?: string; standing?: string; isGood?: boolean; children: ReactNode };

function Row({ label, below, standing, isGood, children }: RowProps) {
  return (
    <div className="flex items-start justify-between gap-6 border-b border-line py-3 last:border-b-0">
      <dt className="shrink-0 text-16 leading-6.5 text-ink-2">{label}</dt>
      <dd className="min-w-0 text-right">
        <span className="block text-17 font-550">{children}</span>
        {below && <span className="block text-14 text-ink-3">{below}</span>}
        {standing && (
          <span className={`block text-14 font-500 ${isGood ? "text-completed" : "text-question"}`}>
            {standing}
          </span>
        )}
      </dd>
    </div>
  );
}

import { ChevronLeft } from "lucide-react";
import { IconLink } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { JobView, StagedFile } from "@/lib/work-orders/views";
import { InvoiceForm } from "./lazy-invoice-form";
import type { JobAt } from "./move-form";
import { JobColumn } from "./pinned-bar";
import { ProgressTrack } from "./progress-track";

type InvoicePageProps = {
  job: JobView;
  at: JobAt;
  ending: boolean;
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
  file?: StagedFile | undefined;
};

/** The last step of a job: its invoice, and the end. Or an invoice that follows a job which is done. */
export function InvoicePage({ job, at, ending, problem, sent, file }: InvoicePageProps) {
  return (
    <JobColumn>
      <header className="flex items-center gap-2 pt-1.5">
        <IconLink
          href={`/j/${at.token}`}
          label="Back to the job"
          icon={<ChevronLeft aria-hidden size={26} strokeWidth={2} />}
          className="-ml-3 size-11"
        />
        <span className="min-w-0 flex-1 truncate text-15 font-550">
          {ending ? "Mark job done" : "Your invoice"}
        </span>
        <span className="font-mono text-14 text-ink-3">{job.reference}</span>
      </header>
      <main className="-mt-2 flex flex-1 flex-col">
        <ProgressTrack job={job} />
        <h1 className="text-28 font-650">Add your invoice</h1>
        <p className="mt-1 mb-4 text-17 text-ink-2">A PDF or a clear photo. One file is enough.</p>
        <Corrects job={job} />
        <InvoiceForm
          at={at}
          ending={ending}
          manager={job.manager.firstName}
          ceiling={job.ceiling}
          symbol={job.symbol}
          locale={job.agency.locale}
          taxLabel={job.taxLabel}
          problem={problem}
          sent={sent}
          before={file}
        />
      </main>
    </JobColumn>
  );
}

/** Says so where what is sent takes the place of an invoice that the office asked about. */
function Corrects({ job }: { job: JobView }) {
  const queried = job.invoices.filter(({ state }) => state === "queried");
  const [first] = queried;
  if (!first) return null;
  const which = queried.length > 1 ? "the one of the same number" : (first.number ?? first.fileName);
  return (
    <div className="mb-4">
      <Notice phone>
        {job.manager.firstName} asked about your invoice. What you send now takes the place of {which}.
      </Notice>
    </div>
  );
}

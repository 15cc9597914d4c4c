import { Check, Download, Phone, Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { DialogDoors } from "@/components/ui/dialog-doors";
import { LatchkeyFootnote } from "@/components/ui/footnote";
import { Notice } from "@/components/ui/notice";
import type { JobView } from "@/lib/work-orders/views";
import { JobHeader } from "./job-header";
import { OfflineBanner } from "./offline-banner";
import { Outbox } from "./outbox";
import { JobColumn, PinnedBar } from "./pinned-bar";
import { ProgressTrack } from "./progress-track";
import { QuestionSheet } from "./question-sheet";
import { ReceiptRows } from "./receipt-rows";
import { type AskSheet, SheetProblem } from "./sheet-problem";
import { SitePhotos } from "./site-photos";
import { Thread } from "./thread";

/** A job that is done: the record of it, and nothing to change. Its invoice may still follow. */
export function Receipt({ job, at, open, problem, sent }: AskSheet) {
  const manager = job.manager.firstName;
  const mayAsk = job.actions.includes("QUESTION");
  return (
    <div id="job" data-shown={job.status} className="group/job">
      <div inert={open}>
        <OfflineBanner />
        <JobColumn>
          <JobHeader job={job} />
          <main className="pb-6">
            <ProgressTrack job={job} />
            {!open && <SheetProblem problem={problem} />}
            <Outbox
              token={at.token}
              place={{ zone: job.timeZone, locale: job.agency.locale }}
              status={job.status}
            />
            <Thanks job={job} />
            <ReceiptRows job={job} />
            <div className="mb-5">
              <SitePhotos job={job} token={at.token} />
            </div>
            <Notice tone="locked" phone>
              This job is closed and can’t be reopened here. If there’s more to do, {manager} will send you a
              new link.
            </Notice>
            <Thread job={job} />
            {mayAsk && (
              <p className="mt-4 text-15 text-ink-2">
                Something to say about it?{" "}
                <a href={`/j/${at.token}?do=question`} data-opens="question" className="text-link">
                  Raise a question
                </a>
              </p>
            )}
          </main>
          <ReceiptBar job={job} token={at.token} />
        </JobColumn>
      </div>
      {mayAsk && <QuestionSheet job={job} at={at} open={open} problem={problem} sent={sent} />}
      <DialogDoors />
    </div>
  );
}

function Thanks({ job }: { job: JobView }) {
  const sentence = job.invoices.length
    ? `${job.manager.firstName} has your invoice.`
    : `${job.manager.firstName} can see that it’s done.`;
  return (
    <div className="flex items-start gap-4 border-b border-line pt-2.5 pb-5.5">
      <span
        aria-hidden
        className="flex size-12 shrink-0 items-center justify-center rounded-full bg-completed-tint text-completed"
      >
        <Check size={28} strokeWidth={2.25} />
      </span>
      <div className="min-w-0">
        <h1 className="text-28 font-650">Job done</h1>
        <p className="text-17 text-ink-2">
          Thanks, {job.contractor.firstName}. {sentence}
        </p>
      </div>
    </div>
  );
}

function ReceiptBar({ job, token }: { job: JobView; token: string }) {
  const icon = { "aria-hidden": true, size: 20, strokeWidth: 2 } as const;
  const isQueried = job.invoices.some(({ state }) => state === "queried");
  const mayAdd = job.takesFiles && (isQueried || job.invoices.length === 0);
  return (
    <PinnedBar>
      {mayAdd && (
        <ButtonLink
          kind="primary"
          size="phone-main"
          href={`/j/${token}?do=invoice`}
          icon={<Plus {...icon} size={24} />}
          className="mb-2 w-full"
        >
          {isQueried ? "Send a corrected invoice" : "Add your invoice"}
        </ButtonLink>
      )}
      <div className="grid grid-cols-[5fr_6fr] gap-2 max-[22rem]:grid-cols-1">
        <ButtonLink size="phone" href={`/j/${token}/receipt`} icon={<Download {...icon} />}>
          Save receipt
        </ButtonLink>
        {job.manager.phone && (
          <ButtonLink size="phone" href={`tel:${job.manager.phone}`} icon={<Phone {...icon} />}>
            Call {job.manager.firstName}
          </ButtonLink>
        )}
      </div>
      <div className="mt-3.5 -mb-1.5 text-center">
        <LatchkeyFootnote />
      </div>
    </PinnedBar>
  );
}

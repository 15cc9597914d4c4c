import { Calendar, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { kindWords, settledWords } from "@/components/links/document-words";
import { Notice } from "@/components/ui/notice";
import type { DocumentEnd } from "@/lib/links/policy";
import type { ReportView } from "@/lib/reports/views";
import { type Everything, paragraphs, ToEverything } from "./document-page";
import { ReportPhotos } from "./report-photos";
import { ReportReadings } from "./report-readings";

type Props = {
  shop: string;
  /** The page's own address. */
  page: string;
  document: { title: string; project: string | null; body: string; closedAs: DocumentEnd | null };
  /** Null once it was taken back: nothing of it is shown from then on. */
  report: ReportView | null;
  everything: Everything | null;
  /** What was asked about it, and the way to ask. */
  questions: ReactNode;
};

/** A service report as the client reads it: when somebody came, what was done, what was measured, and what it looked like. */
export function ReportPage({ shop, page, document, report, everything, questions }: Props) {
  const { title, project, body, closedAs } = document;
  const settled = closedAs && settledWords("service-report", closedAs, shop);
  return (
    <article className="max-w-160">
      <p className="text-16 text-ink-2">{kindWords("service-report")}</p>
      <h1 className="mt-1 text-34 font-650 text-balance">{title}</h1>
      {project && project !== title && <p className="mt-1.5 text-17 text-ink-2">{project}</p>}
      {settled && (
        <div className="mt-5">
          <Notice phone>
            {settled.heading}. {settled.sentence}
          </Notice>
        </div>
      )}
      {report && (
        <>
          <Visit report={report} />
          <Words body={body} />
          <ReportReadings readings={report.readings} />
          <ReportPhotos photos={report.photos} page={page} />
        </>
      )}
      <div className="mt-10 empty:hidden">{questions}</div>
      {everything && (
        <div className="mt-10 border-y border-line">
          <ToEverything shop={shop} everything={everything} />
        </div>
      )}
    </article>
  );
}

function Visit({ report: { visited, doneBy } }: { report: ReportView }) {
  return (
    <div className="mt-4 grid gap-1.5 text-17">
      {visited && (
        <p className="flex items-center gap-2.5 font-500">
          <Calendar aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-2" />
          {visited}
        </p>
      )}
      {doneBy && (
        <p className="flex items-center gap-2.5">
          <UserRound aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-2" />
          Done by {doneBy}
        </p>
      )}
    </div>
  );
}

function Words({ body }: { body: string }) {
  const all = paragraphs(body);
  if (all.length === 0) return null;
  return (
    <div className="mt-6 grid gap-4 border-t border-line pt-6 text-17">
      {all.map(({ at, words }) => (
        <p key={at} className="whitespace-pre-line wrap-anywhere">
          {words}
        </p>
      ))}
    </div>
  );
}

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { JobPage } from "@/components/job/job-page";
import { enterJob, noteJobLook } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import { dayOptions } from "@/lib/work-orders/day-options";
import { findStaged } from "@/lib/work-orders/finish";
import { readJobView } from "@/lib/work-orders/job-sheet";
import NoJob from "./not-found";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ do?: string; kept?: string }> };

export default async function Job({ params, searchParams }: Props) {
  const { token } = await params;
  const head = await headers();
  const entered = await enterJob(token);
  // Where the proxy has set the status, the page has words even without script; `notFound` would leave it blank there.
  if (!entered.ok) return head.get("x-latchkey-opens") === "no" ? <NoJob /> : notFound();
  const { scope, link } = entered.value;
  const job = await readJobView(scope);
  if (!job.ok) notFound();
  after(() => noteJobLook(link, head));
  const asked = await searchParams;
  const kept = asked.kept ? await readKeptForm(scope, scope.actor.linkId, asked.kept) : undefined;
  const file = kept?.sent.fileId ? await findStaged(scope, kept.sent.fileId) : undefined;
  return (
    <JobPage
      job={job.value}
      token={token}
      asked={asked.do}
      {...dayOptions(new Date(), job.value.timeZone, job.value.agency.locale)}
      problem={kept?.problem}
      sent={kept?.sent}
      file={file}
    />
  );
}

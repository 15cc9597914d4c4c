import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { finish, openPaper } from "@/lib/paper/paper";
import { ink } from "@/lib/paper/pen";
import { facts } from "@/lib/paper/table";
import { heading, letterhead, words } from "@/lib/paper/text";
import type { StoredFile } from "@/lib/storage/files";
import { readJobView } from "./job-sheet";
import type { JobView } from "./views";

/** The receipt of a job that is done, as a tagged PDF for the contractor's own records. */
export async function readReceipt(scope: ContractorScope): Promise<Outcome<StoredFile>> {
  const job = await readJobView(scope);
  if (!job.ok) return job;
  if (job.value.status !== "COMPLETED") return refuse("not-allowed-now", { status: job.value.status });
  const content = await draw(job.value);
  return done({ name: `${job.value.reference} receipt.pdf`, contentType: "application/pdf", content });
}

async function draw(job: JobView): Promise<Buffer> {
  const paper = openPaper({ title: `${job.reference}, ${job.title}`, shop: job.agency });
  letterhead(paper, job.reference);
  heading(paper, 1, "Job done", { size: 20 });
  facts(paper, rowsOf(job));
  words(paper, "Sent with Latchkey", { size: 9, colour: ink.faint, before: 10 });
  return finish(paper);
}

function rowsOf(job: JobView): [string, string][] {
  return [
    ["Job", `${job.title}\n${job.address.street}, ${job.address.rest}`],
    ["Contractor", job.contractor.company],
    ["Property manager", job.manager.name],
    ...job.milestones.map(({ label, words }): [string, string] => [label, words]),
    ...job.invoices.map(({ number, amount, fileName, received, standing }): [string, string] => [
      "Invoice",
      [
        `${amount.words} ${job.taxLabel}`,
        [number, fileName, `received ${received}`].filter(Boolean).join(", "),
        ...(standing ? [standing] : []),
      ].join("\n"),
    ]),
  ];
}

import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { StoredFile } from "@/lib/storage/files";
import { readJobView } from "./job-sheet";
import type { JobView } from "./views";

/** The receipt of a job that is done, as a tagged one-page PDF for the contractor's own records. */
export async function readReceipt(scope: ContractorScope): Promise<Outcome<StoredFile>> {
  const job = await readJobView(scope);
  if (!job.ok) return job;
  if (job.value.status !== "COMPLETED") return refuse("not-allowed-now", { status: job.value.status });
  const content = await draw(job.value);
  return done({ name: `${job.value.reference} receipt.pdf`, contentType: "application/pdf", content });
}

/** Read from the package itself, as it was installed: a bundler has no use for a font. */
const font = (name: string) => join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);
const left = 64;
const labelWidth = 130;
const width = 595 - 2 * left;

function draw(job: JobView): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: left,
    tagged: true,
    lang: "en-AU",
    displayTitle: true,
    info: { Title: `${job.reference}, ${job.title}`, Author: job.agency.name },
  });
  pdf.registerFont("words", font("DejaVuSans"));
  pdf.registerFont("strong", font("DejaVuSans-Bold"));
  const parts: Buffer[] = [];
  const drawn = new Promise<Buffer>((resolve) =>
    pdf.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))),
  );
  pdf.font("words").fontSize(10).fillColor("#4B4840").text(`${job.agency.name}  ·  ${job.reference}`);
  pdf.moveDown(0.6).font("strong").fontSize(20).fillColor("#1C1B18").text("Job done");
  pdf.moveDown(0.8);
  for (const [label, words] of rowsOf(job)) row(pdf, label, words);
  pdf.moveDown(1).font("words").fontSize(9).fillColor("#696459").text("Sent with Latchkey", left);
  pdf.end();
  return drawn;
}

function rowsOf(job: JobView): [string, string][] {
  return [
    ["Job", `${job.title}\n${job.address.street}, ${job.address.rest}`],
    ["Contractor", job.contractor.company],
    ["Property manager", job.manager.name],
    ...job.milestones.map(({ label, words }): [string, string] => [label, words]),
    ...job.invoices.map(({ number, amount, fileName, received }): [string, string] => [
      "Invoice",
      `${amount.words} ${job.taxLabel}\n${[number, fileName, `received ${received}`].filter(Boolean).join(", ")}`,
    ]),
  ];
}

function row(pdf: PDFKit.PDFDocument, label: string, words: string) {
  const top = pdf.y;
  pdf
    .moveTo(left, top)
    .lineTo(left + width, top)
    .lineWidth(0.5)
    .strokeColor("#D6D0C3")
    .stroke();
  pdf
    .font("words")
    .fontSize(10.5)
    .fillColor("#4B4840")
    .text(label, left, top + 9, { width: labelWidth });
  const below = pdf.y;
  pdf.fillColor("#1C1B18").text(words, left + labelWidth, top + 9, { width: width - labelWidth });
  pdf.y = Math.max(pdf.y, below) + 9;
}

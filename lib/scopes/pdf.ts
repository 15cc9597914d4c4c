import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { done, type Outcome } from "@/lib/outcome";
import { cleanName } from "@/lib/storage/file-name";
import type { StoredFile } from "@/lib/storage/files";
import { readScopePaper, type ScopePaper } from "./paper";

/** The newest revision of a scope that was sent, as a tagged PDF, with who approved it where that was done. */
export async function readScopePdf(scope: AtDocument<DocumentScope>): Promise<Outcome<StoredFile>> {
  const paper = await readScopePaper(scope, new Date());
  const name = cleanName(`${paper.title}, revision ${paper.revision}.pdf`, "pdf");
  return done({ name, contentType: "application/pdf", content: await draw(paper) });
}

/** Read from the package itself, as it was installed: a bundler has no use for a font. */
const font = (name: string) => join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);
const ink = { words: "#1C1B18", quiet: "#4B4840", faint: "#696459", rule: "#D6D0C3" };
const left = 64;
const right = 595 - left;
const foot = 842 - left;
const numberWidth = 40;
const amountWidth = 100;

function draw(paper: ScopePaper): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: left,
    tagged: true,
    lang: paper.locale,
    displayTitle: true,
    info: { Title: `${paper.title}, revision ${paper.revision}`, Author: paper.shop },
  });
  pdf.registerFont("words", font("DejaVuSans"));
  pdf.registerFont("strong", font("DejaVuSans-Bold"));
  const parts: Buffer[] = [];
  const drawn = new Promise<Buffer>((resolve) =>
    pdf.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))),
  );
  const whole = pdf.struct("Document");
  pdf.addStructure(whole);
  const page = { pdf, whole };
  head(page, paper);
  for (const group of paper.groups) table(page, group);
  if (paper.groups.length > 0) total(page, paper.total);
  end(page, paper);
  whole.end();
  pdf.end();
  return drawn;
}

type Page = { pdf: PDFKit.PDFDocument; whole: PDFKit.PDFStructureElement };

/** Something of the text, told to those who hear it by its kind: a heading, a paragraph. */
function say({ pdf, whole }: Page, kind: "H1" | "H2" | "P", write: () => void): void {
  whole.add(pdf.struct(kind, {}, write));
}

function head(page: Page, { shop, project, title, revision, sentOn, body }: ScopePaper): void {
  const { pdf } = page;
  const of = [shop, project].filter(Boolean).join("  ·  ");
  say(page, "P", () => pdf.font("words").fontSize(10).fillColor(ink.quiet).text(of));
  pdf.moveDown(0.6);
  say(page, "H1", () => pdf.font("strong").fontSize(20).fillColor(ink.words).text(title));
  pdf.moveDown(0.3);
  const facts = `Revision ${revision}, sent ${sentOn}`;
  say(page, "P", () => pdf.font("words").fontSize(10).fillColor(ink.quiet).text(facts));
  if (body) {
    pdf.moveDown(0.8);
    say(page, "P", () => pdf.fontSize(10.5).fillColor(ink.words).text(body));
  }
  pdf.moveDown(1.2);
}

/** One group: its heading never stands alone at the foot of a page. */
function table(page: Page, { name, lines }: ScopePaper["groups"][number]): void {
  const { pdf, whole } = page;
  makeRoom(pdf, 70);
  if (name) say(page, "H2", () => pdf.font("strong").fontSize(11.5).fillColor(ink.words).text(name, left));
  pdf.moveDown(0.3);
  const rows = pdf.struct("Table");
  whole.add(rows);
  for (const line of lines) row(pdf, rows, { ...line, face: "words" });
  rows.end();
  pdf.moveDown(1);
}

type Row = { number: string; words: string; amount: string; face: "words" | "strong" };

/** A rule, and under it number, words and amount side by side. */
function row(
  pdf: PDFKit.PDFDocument,
  rows: PDFKit.PDFStructureElement,
  { number, words, amount, face }: Row,
) {
  const width = right - left - numberWidth - amountWidth;
  const tall = pdf.font(face).fontSize(10.5).heightOfString(words, { width }) + 14;
  makeRoom(pdf, tall);
  rule(pdf);
  const top = pdf.y + 7;
  const cells = [
    () => pdf.fillColor(ink.faint).text(number, left, top, { width: numberWidth }),
    () => pdf.fillColor(ink.words).text(words, left + numberWidth, top, { width }),
    () => pdf.text(amount, right - amountWidth, top, { width: amountWidth, align: "right" }),
  ];
  rows.add(
    pdf.struct(
      "TR",
      {},
      cells.map((write) => pdf.struct("TD", {}, write)),
    ),
  );
  pdf.x = left;
  pdf.y = top - 7 + tall;
}

/** Only to be looked at: nobody hears it. */
function rule(pdf: PDFKit.PDFDocument): void {
  pdf.markContent("Artifact");
  pdf.moveTo(left, pdf.y).lineTo(right, pdf.y).lineWidth(0.5).strokeColor(ink.rule).stroke();
  pdf.endMarkedContent();
}

function total({ pdf, whole }: Page, amount: string): void {
  const rows = pdf.struct("Table");
  whole.add(rows);
  row(pdf, rows, { number: "", words: "Total", amount, face: "strong" });
  rows.end();
}

function end(page: Page, { answered }: ScopePaper): void {
  const { pdf } = page;
  makeRoom(pdf, 60);
  pdf.moveDown(1);
  say(page, "P", () => pdf.font("words").fontSize(10).fillColor(ink.quiet).text(answered, left));
  pdf.moveDown(0.6);
  say(page, "P", () => pdf.fontSize(9).fillColor(ink.faint).text("Sent with Latchkey", left));
}

function makeRoom(pdf: PDFKit.PDFDocument, height: number): void {
  if (pdf.y + height > foot) pdf.addPage();
}

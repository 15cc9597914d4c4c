import { readMarkdown } from "./markdown";
import type { Paper } from "./paper";
import { drawCertificate, drawSignatures } from "./paper-signatures";
import { drawBlocks } from "./paper-text";
import { ink, left, newPen, type Pen, widthOf } from "./pen";

/** A contract as a tagged PDF: real text with headings, lists and tables, its signatures, and its certificate. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  const pen = newPen(paper);
  const parts: Buffer[] = [];
  const drawn = new Promise<Buffer>((resolve) =>
    pen.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))),
  );
  drawBlocks(pen, readMarkdown(paper.text));
  drawSignatures(pen, paper.signatures);
  if (paper.certificate) {
    drawCertificate(pen, paper, paper.certificate);
    attachText(pen, paper.text);
  }
  drawEdges(pen, paper);
  pen.end();
  return drawn;
}

/** The very text that was signed goes with the paper, so that its fingerprint can be checked by hand, without us. */
function attachText(pen: Pen, text: string): void {
  pen.file(Buffer.from(text, "utf8"), {
    name: "contract-text.md",
    type: "text/markdown",
    description: "The text as it was signed. Its SHA-256 is the fingerprint on the certificate.",
  });
}

/** What stands at the edge of every page, and is none of the contract’s words. */
function drawEdges(pen: Pen, { title, parties, standing, certificate }: Paper): void {
  const { start, count } = pen.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pen.switchToPage(page);
    // Words below the margin would begin another page.
    pen.page.margins.bottom = 0;
    pen.markContent("Artifact", { type: "Pagination" });
    pen.font("words").fontSize(8.5).fillColor(ink.faint);
    const half = { width: widthOf(pen) / 2 - 8, height: 12, ellipsis: true, lineBreak: false };
    pen.text(title, left, 52, half);
    pen.text(certificate ? parties : standing, left + widthOf(pen) / 2 + 8, 52, {
      ...half,
      align: "right",
    });
    pen.text(`Page ${page - start + 1} of ${count}`, left, pen.page.height - 48, {
      width: widthOf(pen),
      align: "right",
      lineBreak: false,
    });
    pen.endMarkedContent();
  }
}

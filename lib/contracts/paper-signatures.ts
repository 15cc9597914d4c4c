import type { Signature } from "@/db/schema/contracts";
import type { Paper, PaperSignature } from "./paper";
import { element, endOf, group, ink, left, line, makeRoom, type Pen, widthOf } from "./pen";

/** The signatures under a contract’s text, and the page that says how each of them came to be. */

const tall = 118;

/** Two beside each other, each over a line with its name. */
export function drawSignatures(pen: Pen, signatures: PaperSignature[]): void {
  const width = widthOf(pen) / 2 - 14;
  let y = 0;
  signatures.forEach((each, place) => {
    const isLeft = place % 2 === 0;
    if (isLeft) {
      makeRoom(pen, tall);
      y = pen.y + 12;
    }
    drawSignature(pen, each, { x: isLeft ? left : left + width + 28, y, width });
    pen.y = isLeft && place < signatures.length - 1 ? y : y + tall;
  });
}

type Place = { x: number; y: number; width: number };

function drawSignature(
  pen: Pen,
  { name, role, signature, words }: PaperSignature,
  { x, y, width }: Place,
): void {
  if (signature) {
    const told = { alt: `${signature.kind === "drawn" ? "Drawn" : "Typed"} signature of ${name}` };
    pen.addStructure(element(pen, "Figure", () => drawInk(pen, signature, { x, y, width }), told));
  }
  pen.y = y + 58;
  pen.markContent("Artifact");
  line(pen, x, width, ink.words);
  pen.endMarkedContent();
  pen.addStructure(
    element(pen, "P", () => {
      pen.font("strong").fontSize(9.5).fillColor(ink.words);
      pen.text(name, x, y + 65, { width, continued: role !== "" });
      if (role) pen.font("words").text(`, ${role}`);
      pen
        .font("words")
        .fontSize(8.5)
        .fillColor(ink.quiet)
        .text(words, x, pen.y + 2, { width });
    }),
  );
}

/** A typed name in a slanted face, or the strokes as they were drawn: of equal standing. */
function drawInk(pen: Pen, signature: Signature, { x, y, width }: Place): void {
  if (signature.kind === "typed") {
    pen
      .font("signature")
      .fontSize(fitting(pen, signature.name, width))
      .fillColor(ink.sign);
    pen.text(signature.name, x + 8, y + 26, { width: width - 8, lineBreak: false });
    return;
  }
  pen
    .save()
    .translate(x + 4, y + 2)
    .scale(54 / 200)
    .rect(0, 0, 600, 200)
    .clip();
  pen.path(signature.path).lineWidth(6).lineCap("round").lineJoin("round").strokeColor(ink.sign).stroke();
  pen.restore();
}

function fitting(pen: Pen, name: string, width: number): number {
  const largest = 20;
  pen.font("signature").fontSize(largest);
  return Math.min(largest, (largest * (width - 16)) / Math.max(1, pen.widthOfString(name)));
}

type Certificate = NonNullable<Paper["certificate"]>;

/** Who signed, when, from where and as whom, and how anybody can check it. */
export function drawCertificate(pen: Pen, paper: Paper, { title, verify }: Certificate): void {
  pen.addPage();
  paragraph(pen, "H1", title, { font: "strong", size: 16 });
  paragraph(pen, "P", `${paper.title}. ${paper.parties}.`, { font: "words", size: 10 });
  rows(pen, [["SHA-256 of the text", paper.sha256]], "mono");
  for (const { name, role, record } of paper.signatures) {
    makeRoom(pen, 130);
    paragraph(pen, "H2", role ? `${name}, ${role}` : name, { font: "strong", size: 11 });
    rows(pen, record);
  }
  makeRoom(pen, 110);
  paragraph(pen, "H2", "To check this file", { font: "strong", size: 11 });
  const link = element(pen, "P", () => {
    pen.font("words").fontSize(9.5).fillColor(ink.words);
    pen.text("Choose this PDF at ", left, pen.y, { width: widthOf(pen), lineGap: 3, continued: true });
    pen.text(verify, { link: verify, underline: true, continued: true });
    pen.text(
      ". It says whether the file is the one that was signed, unchanged. By hand: the text is attached to this PDF as contract-text.md; the SHA-256 of that file is the one above.",
      { link: null, underline: false },
    );
  });
  pen.addStructure(link);
}

function paragraph(pen: Pen, tag: string, words: string, { font, size }: { font: string; size: number }) {
  pen.addStructure(
    element(pen, tag, () => {
      pen
        .font(font)
        .fontSize(size)
        .fillColor(ink.words)
        .text(words, left, pen.y, { width: widthOf(pen), lineGap: 2 });
    }),
  );
  pen.y += 6;
}

const labelWidth = 120;

/** Facts as a table of two columns. */
function rows(pen: Pen, facts: [string, string][], font = "words"): void {
  const elements = facts.map(([label, words]) => {
    let y = 0;
    return group(pen, "TR", [
      element(pen, "TH", () => {
        if (pen.y + 30 > endOf(pen)) pen.addPage();
        line(pen, left, widthOf(pen));
        y = pen.y + 5;
        pen
          .font("words")
          .fontSize(9)
          .fillColor(ink.quiet)
          .text(label, left, y, { width: labelWidth - 8 });
      }),
      element(pen, "TD", () => {
        const below = pen.y;
        pen
          .font(font)
          .fontSize(font === "mono" ? 8 : 9)
          .fillColor(ink.words);
        pen.text(words, left + labelWidth, y, { width: widthOf(pen) - labelWidth, lineGap: 1 });
        pen.y = Math.max(pen.y, below) + 5;
      }),
    ]);
  });
  pen.addStructure(group(pen, "Table", elements));
  pen.y += 10;
}

import type { Signature } from "@/db/schema/contracts";
import { ink, left, makeRoom, type Paper, part, rule, show, widthOf } from "@/lib/paper/pen";
import { facts } from "@/lib/paper/table";
import { heading, words } from "@/lib/paper/text";
import type { ContractPaper, PaperSignature } from "./paper";

/** The signatures under a contract’s text, and the page that says how each of them came to be. */

const tall = 118;
const signInk = "#1B2A55";

/** Two beside each other, each over a line with its name. */
export function drawSignatures(paper: Paper, signatures: PaperSignature[]): void {
  const { pen } = paper;
  const width = widthOf(paper) / 2 - 14;
  for (let place = 0; place < signatures.length; place += 2) {
    makeRoom(paper, tall);
    const y = pen.y + 12;
    const ends = signatures.slice(place, place + 2).map((signature, beside) => {
      drawSignature(paper, signature, { x: left + beside * (width + 28), y, width });
      return pen.y;
    });
    pen.y = Math.max(y + tall, ...ends);
  }
}

type Place = { x: number; y: number; width: number };

function drawSignature(paper: Paper, signee: PaperSignature, { x, y, width }: Place): void {
  const { name, role, signature, words: state } = signee;
  if (signature) {
    const alt = `${signature.kind === "drawn" ? "Drawn" : "Typed"} signature of ${name}`;
    part(paper, "Figure", () => show(paper, () => drawInk(paper, signature, { x, y, width })), { alt });
  }
  paper.pen.y = y + 58;
  rule(paper, { x, width, colour: ink.words });
  const who = [{ text: name, face: "strong" as const }, ...(role ? [{ text: `, ${role}` }] : [])];
  words(paper, who, { x, width, size: 9.5, before: 5, after: 0 });
  words(paper, state, { x, width, size: 8.5, colour: ink.quiet, after: 0 });
}

/** A typed name in a slanted face, or the strokes as they were drawn: of equal standing. */
function drawInk({ pen }: Paper, signature: Signature, { x, y, width }: Place): void {
  if (signature.kind === "typed") {
    const { name } = signature;
    const largest = 20;
    const taken = Math.max(1, pen.font("signature").fontSize(largest).widthOfString(name));
    pen.fontSize(Math.min(largest, (largest * (width - 16)) / taken)).fillColor(signInk);
    pen.text(name, x + 8, y + 26, { lineBreak: false });
    return;
  }
  pen
    .save()
    .translate(x + 4, y + 2)
    .scale(54 / 200)
    .rect(0, 0, 600, 200)
    .clip();
  pen.path(signature.path).lineWidth(6).lineCap("round").lineJoin("round").strokeColor(signInk).stroke();
  pen.restore();
}

type Certificate = NonNullable<ContractPaper["certificate"]>;

/** Who signed, when, from where and as whom, and how anybody can check it. */
export function drawCertificate(paper: Paper, contract: ContractPaper, { title, verify }: Certificate): void {
  paper.pen.addPage();
  heading(paper, 1, title);
  words(paper, `${contract.title}. ${contract.parties}.`);
  // Small enough to stand on one line.
  facts(paper, [["SHA-256 of the text", contract.sha256]], { size: 8, face: "mono" });
  for (const { name, role, record } of contract.signatures) {
    makeRoom(paper, 130);
    heading(paper, 2, role ? `${name}, ${role}` : name);
    facts(paper, record);
  }
  makeRoom(paper, 110);
  heading(paper, 2, "To check this file");
  words(paper, [
    { text: "Choose this PDF at " },
    { text: verify, link: verify },
    {
      text: ". It says whether the file is the one that was signed, unchanged. By hand: the text is attached to this PDF as contract-text.md; the SHA-256 of that file is the one above.",
    },
  ]);
}

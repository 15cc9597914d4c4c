import { finish, openPaper } from "@/lib/paper/paper";
import { readMarkdown } from "./markdown";
import { type ContractPaper, textMark } from "./paper";
import { drawCertificate, drawSignatures } from "./paper-signatures";
import { drawBlocks } from "./paper-text";

/** A contract as a tagged PDF: real text with headings, lists and tables, its signatures, and its certificate. */
export async function drawContract(contract: ContractPaper): Promise<Buffer> {
  const { title, shop, text, sha256, parties, standing, signatures, certificate } = contract;
  const paper = openPaper({
    title,
    shop,
    edge: { left: title, right: certificate ? parties : standing },
    ...(certificate && { keywords: `${textMark}${sha256}` }),
  });
  drawBlocks(paper, readMarkdown(text));
  drawSignatures(paper, signatures);
  if (certificate) {
    drawCertificate(paper, contract, certificate);
    // The very text that was signed goes along, so that its fingerprint can be checked by hand, without us.
    paper.pen.file(Buffer.from(text, "utf8"), {
      name: "contract-text.md",
      type: "text/markdown",
      description: "The text as it was signed. Its SHA-256 is the fingerprint on the certificate.",
    });
  }
  return finish(paper);
}

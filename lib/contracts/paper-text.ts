import type { Run, Said } from "@/lib/paper/lines";
import { left, makeRoom, type Paper, part, rule, widthOf } from "@/lib/paper/pen";
import { table } from "@/lib/paper/table";
import { heading, words } from "@/lib/paper/text";
import { type Block, type Inline, plainWords } from "./markdown";

type Column = { x: number; width: number };

const size = 10;

/** A contract’s text on paper: each part is tagged as what it is, so that a screen reader meets the same tree. */
export function drawBlocks(
  paper: Paper,
  blocks: Block[],
  column: Column = { x: left, width: widthOf(paper) },
): void {
  for (const block of blocks) {
    if (block.kind === "heading") heading(paper, block.level, plainWords(block.inside), column);
    else if (block.kind === "paragraph") words(paper, said(block.inside), { ...column, size });
    else if (block.kind === "list") drawList(paper, block, column);
    else if (block.kind === "table") drawTable(paper, block, column);
    else drawRule(paper, column);
  }
}

function drawRule(paper: Paper, column: Column): void {
  makeRoom(paper, 2 * size);
  rule(paper, column);
  paper.pen.y += 2 * size;
}

const said = (inside: Inline[]): Said => runsOf(inside, { link: null, strike: false });

/** Words that follow one another in one face. */
function runsOf(inside: Inline[], look: Omit<Run, "text">): Run[] {
  return inside.flatMap((part): Run[] => {
    switch (part.kind) {
      case "text":
        return [{ ...look, text: part.text }];
      case "break":
        return [{ ...look, text: "\n" }];
      case "link":
        return [
          ...runsOf(part.inside, { ...look, link: part.href }),
          // On paper nobody can look where a link leads.
          ...(leadsWhereItSays(part.inside, part.href) ? [] : [{ ...look, text: ` (${part.href})` }]),
        ];
      case "del":
        return runsOf(part.inside, { ...look, strike: true });
      default:
        return runsOf(part.inside, { ...look, face: dressed(look.face, part.kind) });
    }
  });
}

const leadsWhereItSays = (inside: Inline[], href: string) =>
  href.replace(/^(?:mailto|tel):/, "") === plainWords(inside);

const dressed = (face: Run["face"], kind: "strong" | "em") => (!face || face === kind ? kind : "strong-em");

type ListBlock = Extract<Block, { kind: "list" }>;

function drawList(paper: Paper, { ordered, start, items }: ListBlock, { x, width }: Column): void {
  const labels = items.map((_, at) => (ordered ? `${start + at}.` : "•"));
  const { pen } = paper;
  pen.font("words").fontSize(size);
  const indent = Math.max(22, ...labels.map((label) => pen.widthOfString(label) + 6));
  part(paper, "L", () => {
    items.forEach((blocks, at) => {
      part(paper, "LI", () => {
        makeRoom(paper, 3 * size);
        const { y } = pen;
        words(paper, labels[at] ?? "", { x, width: indent, size, after: 0, tag: "Lbl" });
        pen.y = y;
        part(paper, "LBody", () => drawBlocks(paper, blocks, { x: x + indent, width: width - indent }));
      });
    });
  });
}

type TableBlock = Extract<Block, { kind: "table" }>;

function drawTable(paper: Paper, { head, rows, align }: TableBlock, column: Column): void {
  const columns = head.map((_, at) => ({ share: 1, align: align[at] ?? ("left" as const) }));
  table(
    paper,
    { columns, head: head.map(said), rows: rows.map((row) => row.map(said)) },
    { ...column, size },
  );
}

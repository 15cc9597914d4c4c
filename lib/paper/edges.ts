import { drawLine, linesOf } from "./lines";
import { decorate, ink, left, type Paper, widthOf } from "./pen";

const look = { size: 8.5, colour: ink.faint };

/** Draws what stands at the edge of every page, its number last, and is none of the words that are read. */
export function drawEdges(paper: Paper): void {
  const { pen, edge } = paper;
  const { start, count } = pen.bufferedPageRange();
  const half = widthOf(paper) / 2 - 8;
  for (let page = start; page < start + count; page++) {
    pen.switchToPage(page);
    decorate(paper, () => {
      if (edge) {
        oneLine(paper, edge.left, { x: left, y: 52, width: half, align: "left" });
        oneLine(paper, edge.right, { x: left + half + 16, y: 52, width: half, align: "right" });
      }
      const at = { x: left, y: pen.page.height - 48, width: widthOf(paper), align: "right" } as const;
      oneLine(paper, `Page ${page - start + 1} of ${count}`, at);
    });
  }
}

type Place = { x: number; y: number; width: number; align: "left" | "right" };

/** As much as one line holds. */
function oneLine(paper: Paper, text: string, place: Place): void {
  const [line, more] = linesOf(paper, text, { ...look, width: place.width - 8 });
  if (!line) return;
  const ellipsis = { text: "…", face: "words", width: 0, blank: 0 } as const;
  drawLine(paper, more ? { ...line, pieces: [...line.pieces, ellipsis] } : line, { ...look, ...place });
}

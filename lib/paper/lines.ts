import { endOf, type Face, type Paper, show } from "./pen";

/** Words in one dress. */
export type Run = { text: string; face?: Face; colour?: string; link?: string | null; strike?: boolean };

/** What is said: plain words, or words that are dressed differently. A line break in them begins a line. */
export type Said = string | Run[];

export type Align = "left" | "center" | "right";
type Piece = Run & {
  face: Face;
  width: number;
  /** How much of its width is the space after it, which takes no room at the end of a line. */
  blank: number;
};
export type Line = { pieces: Piece[]; width: number };

export const lineHeight = (size: number) => 1.5 * size;

/** What of a line’s height stands over its letters. */
const over = 0.17;

/** Breaks what is said into lines of a width: between words, and within one that is wider than a line. */
export function linesOf(
  paper: Paper,
  said: Said,
  { width, size, face = "words" }: { width: number; size: number; face?: Face },
): Line[] {
  const runs = typeof said === "string" ? [{ text: said }] : said;
  paper.pen.fontSize(size);
  const lines: Line[] = [{ pieces: [], width: 0 }];
  const words = wordsOf(paper, runs, { width, face });
  const fitting = (word: Piece[]) => (bareWidth(word) <= width ? [word] : word.map((piece) => [piece]));
  for (const word of words.flatMap(fitting)) {
    const line = lines.at(-1);
    const isFirst = !line || line.pieces.length === 0;
    if (isFirst || line.width + bareWidth(word) <= width) addTo(lines, word);
    else lines.push(lineOf(word));
    if (word.at(-1)?.text.endsWith("\n")) lines.push({ pieces: [], width: 0 });
  }
  return lines.length > 1 && lines.at(-1)?.pieces.length === 0 ? lines.slice(0, -1) : lines;
}

function addTo(lines: Line[], word: Piece[]): void {
  const line = lines.pop();
  lines.push(lineOf([...(line?.pieces ?? []), ...word]));
}

const lineOf = (pieces: Piece[]): Line => ({
  pieces: joined(pieces),
  width: pieces.reduce((sum, { width }) => sum + width, 0),
});

/** Pieces that stay together on a line: a word, its comma in another face, and the space after them. */
function wordsOf(paper: Paper, runs: Run[], limits: { width: number; face: Face }): Piece[][] {
  const words: Piece[][] = [];
  let isOver = true;
  for (const run of runs) {
    for (const piece of piecesOf(paper, run, limits)) {
      if (isOver) words.push([]);
      words.at(-1)?.push(piece);
      isOver = /[ \n-]$/.test(piece.text);
    }
  }
  return words;
}

function piecesOf({ pen }: Paper, run: Run, { width, face }: { width: number; face: Face }): Piece[] {
  const dress = { ...run, face: run.face ?? face };
  const space = pen.font(dress.face).widthOfString(" ");
  // With its space, as it will be drawn: a face remembers the words that it has measured.
  const measured = (text: string) => ({
    ...{ ...dress, text },
    width: pen.widthOfString(text.replace("\n", "")),
    blank: text.endsWith(" ") ? space : 0,
  });
  return run.text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .split(/(?<=[ \n-])/)
    .map(measured)
    .flatMap((piece) => (bareWidth([piece]) <= width ? [piece] : cut(piece.text, measured, width)));
}

const bareWidth = (word: Piece[]) =>
  word.reduce((sum, { width }) => sum + width, 0) - (word.at(-1)?.blank ?? 0);

/** Cuts a word that no line holds into parts that fit. */
function cut(word: string, measured: (text: string) => Piece, width: number): Piece[] {
  const parts = [""];
  let taken = 0;
  for (const letter of word) {
    const more = measured(letter).width;
    const fits = taken + more <= width;
    taken = fits ? taken + more : more;
    if (fits) parts[parts.length - 1] += letter;
    else parts.push(letter);
  }
  return parts.map(measured);
}

/** Neighbours in the same dress as one, so that a line’s words are found as they are read. */
function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const isSame = last?.face === piece.face && last.link === piece.link && last.strike === piece.strike;
    if (last && isSame && last.colour === piece.colour) {
      all[all.length - 1] = { ...piece, text: last.text + piece.text, width: last.width + piece.width };
    } else all.push(piece);
  }
  return all;
}

type LineLook = { x: number; y: number; width: number; size: number; colour: string; align?: Align };

/** Draws one line at a place. */
export function drawLine({ pen }: Paper, line: Line, look: LineLook): void {
  const { width, size, colour, align = "left" } = look;
  pen.fontSize(size);
  const rest = width - bareWidth(line.pieces);
  let x = look.x + (align === "right" ? rest : align === "center" ? rest / 2 : 0);
  for (const piece of line.pieces) {
    const { text, face, link = null, strike = false, width: taken } = piece;
    const words = text.replace("\n", "");
    const told = { lineBreak: false, underline: link !== null, strike, link };
    if (words)
      pen
        .font(face)
        .fillColor(piece.colour ?? colour)
        .text(words, x, look.y + over * size, told);
    x += taken;
  }
}

/** Draws lines under one another within the part that is open, on as many pages as they take. */
export function flow(paper: Paper, lines: Line[], look: Omit<LineLook, "y">): void {
  const { pen } = paper;
  const height = lineHeight(look.size);
  let rest = lines;
  while (rest.length > 0) {
    const fitting = Math.floor((endOf(paper) - pen.y) / height);
    // Nothing ends with one line alone at the foot of a page, unless it is all there is.
    if (fitting < Math.min(2, rest.length)) {
      pen.addPage();
      continue;
    }
    const here = rest.slice(0, fitting);
    const top = pen.y;
    show(paper, () => {
      here.forEach((line, at) => {
        drawLine(paper, line, { ...look, y: top + at * height });
      });
    });
    pen.y = top + here.length * height;
    rest = rest.slice(fitting);
  }
}

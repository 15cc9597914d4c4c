import { Lexer, type Token, Tokenizer, type Tokens } from "marked";

/** Words within a line, as a contract may dress them. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em" | "del"; inside: Inline[] }
  | { kind: "link"; href: string; inside: Inline[] }
  | { kind: "break" };

/** A part of a contract's text. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; inside: Inline[] }
  | { kind: "paragraph"; inside: Inline[] }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] }
  | { kind: "table"; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };

export type Align = "left" | "center" | "right" | null;

/**
 * A contract's Markdown as one tree, from which the page and the PDF are both made. Nothing that was written is left out:
 * what is no heading, paragraph, list, table, rule, emphasis or safe link, HTML above all, stands there as it was typed.
 */
export function readMarkdown(text: string): Block[] {
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: new ContractTokenizer() });
  return blocksOf(lexer.lex(text));
}

/**
 * Leaves out of Markdown what a contract has no use for, and what would hide words: definitions, comments, HTML. An address
 * is a link where it was made one, `<https://…>`: one that a client’s name or e-mail address brings along is words.
 */
class ContractTokenizer extends Tokenizer {
  override blockquote(): undefined {}
  override def(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override code(): undefined {}
  override fences(): undefined {}
  override codespan(): undefined {}
  override url(): undefined {}
  override list(source: string): Tokens.List | undefined {
    return tooDeep.test(source) ? undefined : super.list(source);
  }
}

/** Markers within markers in one line: nobody writes them, and each would take a place on the stack. */
const tooDeep = /^(?:\s*(?:[-+*]|\d{1,9}[.)])[ \t]+){9}/;

const blocksOf = (tokens: Token[]): Block[] => tokens.flatMap((token) => blockOf(token as Known) ?? []);

type Known = Tokens.Heading | Tokens.Paragraph | Tokens.List | Tokens.Table | Tokens.Text | Tokens.Checkbox;

function blockOf(token: Known | Tokens.Hr | Tokens.Space): Block | undefined {
  switch (token.type) {
    case "space":
      return undefined;
    case "hr":
      return { kind: "rule" };
    case "heading":
      return { kind: "heading", level: levelOf(token.depth), inside: inlinesOf(token.tokens) };
    case "list":
      return listOf(token);
    case "table":
      return tableOf(token) ?? asTyped(token);
    default:
      return "tokens" in token && token.tokens
        ? { kind: "paragraph", inside: inlinesOf(token.tokens) }
        : asTyped(token);
  }
}

const levelOf = (depth: number) => (depth === 1 || depth === 2 ? depth : 3);

const asTyped = ({ raw }: { raw: string }): Block => ({
  kind: "paragraph",
  inside: [{ kind: "text", text: raw.trim() }],
});

function listOf({ ordered, start, items }: Tokens.List): Block {
  const first = typeof start === "number" ? start : 1;
  return { kind: "list", ordered, start: first, items: items.map(({ tokens }) => blocksOf(tokens)) };
}

/** Markdown drops what a row has beyond its heading: such a table is shown as it was typed. */
function tableOf({ header, rows, align, raw }: Tokens.Table): Block | undefined {
  const cells = [header, ...rows].flat().map(({ text }) => text);
  if (lettersIn(raw) !== lettersIn(cells.join(""))) return undefined;
  const inside = (row: Tokens.TableCell[]) => row.map(({ tokens }) => inlinesOf(tokens));
  return { kind: "table", align, head: inside(header), rows: rows.map(inside) };
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const inlinesOf = (tokens: Token[]): Inline[] => tokens.map(inlineOf);

function inlineOf(token: Token): Inline {
  switch (token.type) {
    case "br":
      return { kind: "break" };
    case "strong":
    case "em":
    case "del":
      return { kind: token.type, inside: inlinesOf(token.tokens ?? []) };
    case "link":
      return isSafe(token.href) && !token.title
        ? { kind: "link", href: token.href, inside: inlinesOf(token.tokens ?? []) }
        : { kind: "text", text: token.raw };
    case "escape":
      return { kind: "text", text: token.text };
    default:
      return { kind: "text", text: token.type === "text" ? token.text : token.raw };
  }
}

const isSafe = (href: string) => /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(href);

/** The words of a line, without what dresses them. */
export const plainWords = (inside: Inline[]): string =>
  inside
    .map((part) => {
      if (part.kind === "text") return part.text;
      return part.kind === "break" ? "\n" : plainWords(part.inside);
    })
    .join("");

import type { ReactNode } from "react";
import { inPlace } from "@/components/ui/in-place";
import { type Align, type Block, type Inline, plainWords, readMarkdown } from "@/lib/contracts/markdown";

/** A contract’s text as real text: headings, lists and tables that a screen reader meets as what they are. */
export function ContractText({ text }: { text: string }) {
  return <div className="grid gap-4 text-15 wrap-anywhere">{blocks(readMarkdown(text))}</div>;
}

const blocks = (all: Block[]): ReactNode[] =>
  inPlace(all).map(({ place, thing }) => <Part key={place} block={thing} />);

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <Heading {...block} />;
    case "paragraph":
      return <p>{words(block.inside)}</p>;
    case "list":
      return <List {...block} />;
    case "table":
      return <Table {...block} />;
    case "rule":
      return <hr className="border-line-2" />;
  }
}

/** The page’s own heading is the contract’s title, so those in its text begin one level below. */
function Heading({ level, inside }: Extract<Block, { kind: "heading" }>) {
  if (level === 1) return <h2 className="text-22 font-600 text-balance">{words(inside)}</h2>;
  if (level === 2) return <h3 className="-mb-3 pt-2 text-15 font-650">{words(inside)}</h3>;
  return <h4 className="-mb-3 text-15 font-550">{words(inside)}</h4>;
}

function List({ ordered, start, items }: Extract<Block, { kind: "list" }>) {
  const entries = inPlace(items).map(({ place, thing }) => <li key={place}>{blocks(thing)}</li>);
  return ordered ? (
    <ol start={start} className="grid list-decimal gap-1.5 pl-6">
      {entries}
    </ol>
  ) : (
    <ul className="grid list-disc gap-1.5 pl-6">{entries}</ul>
  );
}

const sides: Record<Exclude<Align, null>, string> = {
  left: "text-left",
  center: "text-center",
  right: "text-right whitespace-nowrap",
};
const sideOf = (align: Align | undefined) => sides[align ?? "left"];

function Table({ align, head, rows }: Extract<Block, { kind: "table" }>) {
  const name = head.map(plainWords).filter(Boolean).join(", ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls a wide table by its keys.
    <section tabIndex={0} aria-label={name || "Table"} className="overflow-x-auto">
      <table className="w-full border-b border-line max-sm:text-14">
        <thead>
          <tr>
            {inPlace(head).map(({ place, thing: cell }) => (
              <th key={place} scope="col" className={`py-2 pr-4 font-600 last:pr-0 ${sideOf(align[place])}`}>
                {words(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inPlace(rows).map(({ place, thing: row }) => (
            <tr key={place} className="border-t border-line">
              {inPlace(row).map(({ place: at, thing: cell }) => (
                <td key={at} className={`py-2 pr-4 align-top last:pr-0 ${sideOf(align[at])}`}>
                  {words(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const words = (inside: Inline[]): ReactNode[] =>
  inPlace(inside).map(({ place, thing }) => <Word key={place} part={thing} />);

function Word({ part }: { part: Inline }) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "break":
      return <br />;
    case "strong":
      return <strong className="font-600">{words(part.inside)}</strong>;
    case "em":
      return <em>{words(part.inside)}</em>;
    case "del":
      return <del>{words(part.inside)}</del>;
    case "link":
      return (
        <a href={part.href} rel="noreferrer" className="text-link">
          {words(part.inside)}
        </a>
      );
  }
}

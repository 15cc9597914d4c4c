import { Fragment } from "react";
import { paragraphsOf } from "./paragraphs";

/** Text as the API document writes it: blank lines part paragraphs, backticks mark code. */
export function Prose({ text }: { text: string }) {
  return paragraphsOf(text).map((paragraph) => (
    <p key={paragraph} className="mt-3 max-w-160 first:mt-0">
      <WithCode text={paragraph} />
    </p>
  ));
}

/** A line of text in which backticks mark code. */
export function WithCode({ text }: { text: string }) {
  return text.split(/`([^`]+)`/).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text never move
      <Code key={place}>{part}</Code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text never move
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}

export function Code({ children }: { children: string }) {
  return (
    <code className="wrap-anywhere rounded-[4px] bg-sunken px-1 py-0.5 font-mono text-[0.875em]">
      {children}
    </code>
  );
}

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
  return Array.from(text.matchAll(/`([^`]+)`|`|[^`]+/g), ({ 0: part, 1: code, index }) =>
    code ? <Code key={index}>{code}</Code> : <Fragment key={index}>{part}</Fragment>,
  );
}

export function Code({ children }: { children: string }) {
  return (
    <code className="wrap-anywhere rounded-[4px] bg-sunken px-1 py-0.5 font-mono text-[0.875em]">
      {children}
    </code>
  );
}

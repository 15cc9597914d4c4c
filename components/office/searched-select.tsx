"use client";
// A client component because a search finds what the list is too short for.

import { type ReactNode, useRef, useState } from "react";
import { useTypedBefore } from "@/components/ui/as-found";
import { SelectField } from "@/components/ui/field";
import type { Choice, Choices } from "@/lib/work-orders/views";
import { type Answer, useAskedWhileTyping } from "./asked-while-typing";

type Props = {
  id: string;
  name: string;
  label: string;
  choices: Choices;
  /** An id, or the value of one of the options around the choices. */
  chosen: string;
  /** Where the words of a search are answered with choices. */
  hrefOf: (words: string) => string;
  error?: string | undefined;
  before?: ReactNode;
  after?: ReactNode;
};

/**
 * One of many: a plain list of the first ones and of what is chosen, as it stays without script. Where there are more, a
 * search above it fills the list with what it finds.
 */
export function SearchedSelect({ choices, chosen, hrefOf, before, after, ...field }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  const [words, setWords] = useState("");
  const [kept, setKept] = useState<Choice>();
  const asked = words.trim();
  const answer = useAskedWhileTyping<Choice>(asked, hrefOf);
  const listed = asked && answer.words === asked && !answer.failed ? answer.found : choices.shown;
  const type = (now: string) => {
    // Whatever the search finds, what is chosen stays in the list.
    setKept(inList([...choices.shown, ...listed, ...(kept ? [kept] : [])], select.current?.value));
    setWords(now);
  };
  const search = useTypedBefore(type);
  const options = kept && !inList(listed, kept.id) ? [kept, ...listed] : listed;
  return (
    <div className="grid gap-1.5">
      <SelectField {...field} ref={select} defaultValue={chosen}>
        {before}
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {after}
      </SelectField>
      {choices.more && (
        <>
          <input
            ref={search}
            type="search"
            aria-label={`Search for more under ${field.label}`}
            placeholder="Not in the list? Search for it"
            value={words}
            maxLength={200}
            onChange={(event) => type(event.target.value)}
            className="field-box min-h-9 w-full rounded-control px-3 text-14 noscript:hidden pointer-coarse:min-h-11"
          />
          <p aria-live="polite" className="text-13 text-ink-3 empty:hidden">
            {sentence(answer, asked)}
          </p>
        </>
      )}
    </div>
  );
}

const inList = (choices: Choice[], id: string | undefined) => choices.find((choice) => choice.id === id);

function sentence({ words, found, failed }: Answer<Choice>, asked: string): string {
  if (!asked || words !== asked) return "";
  if (failed) return "The search didn’t answer. Check your connection and type on.";
  if (found.length === 0) return "Nothing by that name. Try fewer words.";
  return found.length === 1
    ? "One fits. It is in the list."
    : `${found.length} fit. Choose one from the list.`;
}

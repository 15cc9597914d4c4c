import { ArrowDown, ArrowUp, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { DraftLine } from "@/lib/scopes/views";
import type { FormState } from "./form-state";
import { ScopeSaid } from "./scope-said";

type Props = {
  line: DraftLine;
  /** Whether there is a line above it, or below it. */
  above: boolean;
  below: boolean;
  state: FormState;
};

const box = "field-box rounded-control px-2.5 text-14 min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-16";

/** One line of a draft: its words, its amount, and its place among the others. */
export function ScopeEditorLine({ line, above, below, state: { fields = {}, sent } }: Props) {
  const { key, number, words, amount, said } = line;
  const [wordsName, amountName] = [`words.${key}`, `amount.${key}`];
  const error = fields[amountName] ?? fields[wordsName];
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)_7.5rem] items-start gap-x-2 gap-y-1 py-1 sm:grid-cols-[2rem_minmax(0,1fr)_7.5rem_auto]">
      <span className="pt-2 font-mono text-13 text-ink-3">{number}</span>
      <textarea
        id={`words-${key}`}
        name={wordsName}
        aria-label={`Line ${number}, what is done`}
        rows={1}
        maxLength={500}
        defaultValue={sent?.[wordsName] ?? words}
        className={`${box} field-sizing-content resize-none py-1.75 leading-5 max-sm:col-span-2`}
      />
      <input
        id={`amount-${key}`}
        name={amountName}
        aria-label={`Line ${number}, amount`}
        inputMode="text"
        autoComplete="off"
        maxLength={20}
        placeholder="0.00"
        defaultValue={sent?.[amountName] ?? amount}
        aria-invalid={fields[amountName] ? true : undefined}
        aria-describedby={error ? `error-${key}` : undefined}
        className={`${box} text-right max-sm:col-start-2 max-sm:w-30`}
      />
      <span className="flex justify-end max-sm:-ml-2">
        <Move act="up" line={line} shown={above} />
        <Move act="down" line={line} shown={below} />
        <IconButton
          type="submit"
          id={`remove-${key}`}
          name="act"
          value={`remove:${key}`}
          label={`Remove line ${number}`}
          icon={<X aria-hidden size={16} strokeWidth={1.75} />}
        />
      </span>
      {error && (
        <p id={`error-${key}`} className="col-span-full pl-10 text-13 text-question">
          {error}
        </p>
      )}
      {said.length > 0 && (
        <div className="col-span-full pb-2 pl-10">
          <ScopeSaid said={said} />
        </div>
      )}
    </li>
  );
}

const ways = { up: { words: "up", icon: ArrowUp }, down: { words: "down", icon: ArrowDown } };

/** At the edge its place stays empty, so that the buttons of all lines stand under one another. */
function Move({ act, line, shown }: { act: "up" | "down"; line: DraftLine; shown: boolean }) {
  const { words, icon: Icon } = ways[act];
  if (!shown) return <span className="size-8 pointer-coarse:size-11" />;
  return (
    <IconButton
      type="submit"
      id={`${act}-${line.key}`}
      name="act"
      value={`${act}:${line.key}`}
      label={`Move line ${line.number} ${words}`}
      icon={<Icon aria-hidden size={16} strokeWidth={1.75} />}
    />
  );
}

import { Ban } from "lucide-react";
import { useState } from "react";
import { useChosenBefore, useTypedBefore } from "@/components/ui/as-found";
import type { ContractorChoice } from "@/lib/work-orders/views";
import { useAskedWhileTyping } from "./asked-while-typing";
import { shortlist } from "./dispatch-choice";

type Props = {
  choices: ContractorChoice[];
  trade: string | null;
  chosen: ContractorChoice | undefined;
  onChoose: (choice: ContractorChoice) => void;
  /** Where a search finds those who are not among the choices; null when all are. */
  searchHref: ((words: string) => string) | null;
};

/** Who could do it: the likely ones at once, everyone else behind “Choose someone else”. */
export function ContractorList({ choices, trade, chosen, onChoose, searchHref }: Props) {
  const [atFirst] = useState(chosen?.id);
  const [words, setWords] = useState("");
  const search = useTypedBefore(setWords);
  const answer = useAskedWhileTyping<ContractorChoice>(searchHref ? words.trim() : "", searchHref ?? String);
  const known = onceEach([...choices, ...(chosen ? [chosen] : []), ...answer.found]);
  const { near, others } = shortlist(known, trade, atFirst);
  const found = others.filter((choice) => matches(choice, words) || choice.id === chosen?.id);
  if (choices.length === 0)
    return <p className="text-14 text-ink-2">There is no contractor yet. Add one under Contractors first.</p>;
  const row = (choice: ContractorChoice) => (
    <Row key={choice.id} choice={choice} checked={choice.id === chosen?.id} onChoose={onChoose} />
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 flex w-full items-baseline justify-between text-13 font-500">
        Contractor {trade && <span className="font-400 text-ink-3">{trade}</span>}
      </legend>
      <div className={box}>{near.map(row)}</div>
      {others.length > 0 && (
        <details className="mt-2.5">
          <summary className="text-link list-none text-13 pointer-coarse:py-3">Choose someone else</summary>
          <input
            ref={search}
            type="search"
            aria-label="Search all contractors"
            placeholder="Search by company, name or trade"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className="field-box mt-2.5 min-h-9 w-full rounded-control px-3 text-14 noscript:hidden pointer-coarse:min-h-11"
          />
          {found.length > 0 ? (
            <div className={`${box} mt-2 max-h-61 overflow-y-auto`}>{found.map(row)}</div>
          ) : (
            <p className="mt-2 text-13 text-ink-3">Nobody by that name. Add them under Contractors.</p>
          )}
        </details>
      )}
    </fieldset>
  );
}

const box = "divide-y divide-line overflow-hidden rounded-control border border-line-2";

type RowProps = Pick<Props, "onChoose"> & { choice: ContractorChoice; checked: boolean };

function Row({ choice, checked, onChoose }: RowProps) {
  const { id, company, name, note, jobs, declinedThis } = choice;
  const radio = useChosenBefore(checked, () => onChoose(choice));
  const person = company === name ? "" : name;
  return (
    <label className="flex min-h-15 items-center gap-3 px-3.5 py-2 has-checked:bg-accent-tint has-focus-visible:-outline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        ref={radio}
        type="radio"
        name="contractorId"
        value={id}
        required
        checked={checked}
        onChange={() => onChoose(choice)}
        className="size-4.5 shrink-0 appearance-none rounded-full border border-control bg-surface outline-none checked:border-6 checked:border-accent forced-colors:appearance-auto"
      />
      <span className="min-w-0 flex-1">
        <span className={`block text-14 ${declinedThis ? "text-ink-3" : "font-550"}`}>{company}</span>
        <span className="block text-13 text-ink-3">
          {declinedThis ? note : [person, note].filter(Boolean).join(". ") || "Not asked yet"}
        </span>
      </span>
      <span className="flex shrink-0 items-center gap-2 text-13 text-ink-3">
        {declinedThis ? (
          <>
            <Ban aria-hidden size={14} /> Declined
          </>
        ) : (
          `${jobs} ${jobs === 1 ? "job" : "jobs"}`
        )}
      </span>
    </label>
  );
}

function matches({ company, name, trade }: ContractorChoice, words: string): boolean {
  const text = `${company} ${name} ${trade ?? ""}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const onceEach = (choices: ContractorChoice[]) => [
  ...new Map(choices.map((choice) => [choice.id, choice])).values(),
];

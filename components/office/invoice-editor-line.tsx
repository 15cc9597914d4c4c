import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ComponentProps } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { DraftLineView } from "@/lib/invoices/views";
import type { FormState } from "./form-state";

type Props = {
  line: DraftLineView;
  place: number;
  isLast: boolean;
  /** What it comes to as it is typed. */
  amount: string;
  state: FormState;
};

const box =
  "field-box w-full rounded-control px-2.5 text-14 min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-16";

/** One line of a draft: what it is, how much of it at which price, its tax, and its place among the others. */
export function InvoiceEditorLine({ line, place, isLast, amount, state: { fields = {}, sent } }: Props) {
  const { id } = line;
  const called = `Line ${place + 1}`;
  const problems = parts.flatMap(({ what }) => fields[`${what}.${id}`] ?? []);
  const part = (what: keyof DraftLineView) => ({
    id: `${what}-${id}`,
    name: `${what}.${id}`,
    defaultValue: sent?.[`${what}.${id}`] ?? line[what],
    "aria-invalid": fields[`${what}.${id}`] ? (true as const) : undefined,
    "aria-describedby": problems.length > 0 ? `error-${id}` : undefined,
  });
  return (
    <li className="grid gap-2 rounded-phone border border-line-2 p-3">
      <div className="flex items-start gap-2">
        <textarea
          {...part("words")}
          aria-label={`${called}, what it is`}
          placeholder="What it is"
          rows={1}
          maxLength={500}
          className={`${box} field-sizing-content min-w-0 resize-none py-1.75 leading-5 font-500`}
        />
        <Moves {...{ id, called, isLast }} isFirst={place === 0} />
      </div>
      <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[5rem_minmax(5rem,1fr)_7rem_minmax(5.5rem,1fr)_4.5rem_7rem]">
        {parts.slice(1, -1).map(({ what, label, ...rest }) => (
          <Part key={what} {...part(what)} {...rest} label={label} called={called} />
        ))}
        <p className="grid gap-1 text-right">
          <span className="text-12 text-ink-3">Amount</span>
          <span className="flex min-h-9 items-center justify-end text-14 font-550 tabular-nums pointer-coarse:min-h-11">
            {amount}
          </span>
        </p>
      </div>
      <Part {...part("note")} label="Note" called={called} maxLength={300} placeholder="In small below it" />
      {problems.length > 0 && (
        <p id={`error-${id}`} className="text-13 text-question">
          {problems.join(" ")}
        </p>
      )}
    </li>
  );
}

type Part = { what: keyof DraftLineView; label: string } & ComponentProps<"input">;

/** What a line is made of, in the order of its fields. */
const parts: Part[] = [
  { what: "words", label: "What it is" },
  { what: "quantity", label: "Quantity", inputMode: "decimal", maxLength: 12 },
  { what: "unit", label: "Unit", placeholder: "hours", maxLength: 30 },
  { what: "price", label: "Price", inputMode: "text", placeholder: "0.00", maxLength: 20 },
  { what: "taxName", label: "Tax", maxLength: 40 },
  { what: "taxRate", label: "Rate, %", inputMode: "decimal", maxLength: 8 },
  { what: "note", label: "Note" },
];

type PartProps = { label: string; called: string } & ComponentProps<"input">;

function Part({ label, called, ...input }: PartProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={input.id} className="text-12 text-ink-3">
        <span className="sr-only">{called}, </span>
        {label}
      </label>
      <input {...input} autoComplete="off" className={box} />
    </div>
  );
}

type Moved = { id: string; called: string; isFirst: boolean; isLast: boolean };

/** At the edge its place stays empty, so that the buttons of all lines stand under one another. */
function Moves({ id, called, isFirst, isLast }: Moved) {
  const act = (does: string) =>
    ({ type: "submit", id: `${does}-${id}`, name: "act", value: `${does}:${id}` }) as const;
  const none = <span className="size-8 pointer-coarse:size-11" />;
  return (
    <span className="flex shrink-0">
      {isFirst ? (
        none
      ) : (
        <IconButton
          {...act("up")}
          label={`Move ${called.toLowerCase()} up`}
          icon={<ArrowUp aria-hidden size={16} />}
        />
      )}
      {isLast ? (
        none
      ) : (
        <IconButton
          {...act("down")}
          label={`Move ${called.toLowerCase()} down`}
          icon={<ArrowDown aria-hidden size={16} />}
        />
      )}
      <IconButton
        {...act("remove")}
        label={`Remove ${called.toLowerCase()}`}
        icon={<X aria-hidden size={16} />}
      />
    </span>
  );
}

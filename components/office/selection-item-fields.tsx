import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { OfficeSheet } from "@/lib/selections/views";
import { SelectionPicture } from "./selection-picture";

type Item = OfficeSheet["items"][number];

type Props = {
  item: Item;
  place: number;
  isLast: boolean;
  /** While the draft is being kept, no other change of it is sent. */
  /** What is wrong, and what was typed into a form that was refused, by the name of its field. */
  fields: Record<string, string>;
  sent: Record<string, string>;
};

/** An amount as it is typed; an allowance of nothing is left empty. */
const typed = (cents: number) => (cents / 100).toFixed(2);

/** One item of a sheet’s draft, with its options. */
export function SelectionItemFields({ item, place, isLast, fields, sent }: Props) {
  const { id, name, about, allowanceCents, dueOn, options } = item;
  const called = name || `item ${place + 1}`;
  const field = (what: string, kept: string) => ({
    id: `item-${what}-${id}`,
    defaultValue: sent[`item:${what}:${id}`] ?? kept,
    name: `item:${what}:${id}`,
    error: fields[`item:${what}:${id}`],
    autoComplete: "off",
  });
  return (
    <fieldset className="grid gap-4 rounded-phone border border-line-2 p-4">
      <legend className="sr-only">{called}</legend>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 grow basis-48">
          <TextField {...field("name", name)} label="Item" maxLength={160} />
        </div>
        <Moves {...{ id, called }} isFirst={place === 0} isLast={isLast} />
      </div>
      <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)_10rem]">
        <TextField
          {...field("allowance", allowanceCents === 0 ? "" : typed(allowanceCents))}
          label="Allowance"
          inputMode="decimal"
          placeholder="0.00"
        />
        <TextField
          {...field("about", about)}
          label="What it is for"
          aside="Optional"
          placeholder="42 sq ft, installed"
          maxLength={300}
        />
        <TextField {...field("due", dueOn ?? "")} label="Choose by" aside="Optional" type="date" />
      </div>
      {options.length > 0 && (
        <ul className="grid gap-4 border-t border-line pt-4">
          {options.map((option, at) => (
            <Option
              key={option.id}
              {...{ option, fields, sent }}
              place={at}
              isLast={at === options.length - 1}
            />
          ))}
        </ul>
      )}
      <div>
        <Button
          name="act"
          value={`add-option:${id}`}
          icon={<Plus aria-hidden size={16} />}
          aria-label={`Add an option to ${called}`}
        >
          Add an option
        </Button>
      </div>
    </fieldset>
  );
}

type OptionProps = Omit<Props, "item"> & { option: Item["options"][number] };

function Option({ option, place, isLast, fields, sent }: OptionProps) {
  const { id, name, about, priceCents, pictureId } = option;
  const called = name || `option ${place + 1}`;
  const field = (what: string, kept: string) => ({
    id: `option-${what}-${id}`,
    defaultValue: sent[`option:${what}:${id}`] ?? kept,
    name: `option:${what}:${id}`,
    error: fields[`option:${what}:${id}`],
    autoComplete: "off",
  });
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] items-start gap-3 sm:grid-cols-[4rem_minmax(0,1fr)_auto]">
      <SelectionPicture optionId={id} called={called} pictureId={pictureId} />
      <div className="grid min-w-0 gap-3 sm:grid-cols-[minmax(0,1fr)_7.5rem]">
        <TextField {...field("name", name)} label="Option" maxLength={160} />
        <TextField {...field("price", typed(priceCents))} label="Price" inputMode="decimal" />
        <div className="sm:col-span-2">
          <TextField {...field("about", about)} label="About it" aside="Optional" maxLength={300} />
        </div>
      </div>
      <Moves {...{ id, called, isLast }} isFirst={place === 0} />
    </li>
  );
}

type Moved = { id: string; called: string; isFirst: boolean; isLast: boolean };

function Moves({ id, called, isFirst, isLast }: Moved) {
  const act = (does: string) =>
    ({ type: "submit", id: `${does}-${id}`, name: "act", value: `${does}:${id}` }) as const;
  return (
    <span className="flex shrink-0 justify-self-end max-sm:col-span-2 sm:mt-6">
      <IconButton
        {...act("up")}
        label={`Move ${called} up`}
        icon={<ArrowUp aria-hidden size={16} />}
        disabled={isFirst}
        className="disabled:opacity-40"
      />
      <IconButton
        {...act("down")}
        label={`Move ${called} down`}
        icon={<ArrowDown aria-hidden size={16} />}
        disabled={isLast}
        className="disabled:opacity-40"
      />
      <IconButton {...act("remove")} label={`Remove ${called}`} icon={<Trash2 aria-hidden size={16} />} />
    </span>
  );
}

import { useTypedBefore } from "@/components/ui/as-found";
import { TextArea, TextField } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";

type TotalProps = {
  typed: string;
  onType: (typed: string) => void;
  over: boolean;
  symbol: string;
  tax: string;
};

/** The total of an invoice; over the ceiling its box says so. */
export function Total({ typed, onType, over, symbol, tax }: TotalProps) {
  const field = useTypedBefore(onType);
  return (
    <div className="mt-6">
      <MoneyField
        ref={field}
        id="amount"
        name="amount"
        label="Invoice total"
        symbol={symbol}
        tax={tax}
        phone
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        className={
          over
            ? "not-focus-within:border-question not-focus-within:outline-question not-focus-within:outline-1"
            : ""
        }
      />
    </div>
  );
}

type NotesProps = { over: boolean; manager: string; sent: Record<string, string> };

/** What the manager should know about it: over the ceiling, why. */
export function Notes({ over, manager, sent }: NotesProps) {
  return (
    <div className="mt-5 grid gap-5">
      <TextArea
        id="note"
        name="note"
        label={over ? "Why is it over?" : `Note for ${manager}`}
        aside={over ? undefined : "Optional"}
        maxLength={2000}
        defaultValue={sent.note}
        phone
      />
      <TextField
        id="number"
        name="number"
        label="Invoice number"
        aside="Optional"
        maxLength={60}
        autoComplete="off"
        defaultValue={sent.number}
        phone
      />
    </div>
  );
}

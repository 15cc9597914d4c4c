import { TextField } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import type { InvoiceDraftView } from "@/lib/invoices/views";
import { symbolOf } from "@/lib/money";
import type { FormState } from "./form-state";
import { Tick } from "./tick";

type Props = { draft: InvoiceDraftView; state: FormState };

/** By when an invoice is to be paid, what of it first, and whether in parts. */
export function InvoiceEditorTerms({ draft, state: { fields = {}, sent } }: Props) {
  const { deposit, depositDueOn, dueOn, look, takesParts, termsDays } = draft;
  const field = (name: "deposit" | "depositDueOn" | "dueOn", kept: string) => ({
    id: `invoice-${name}`,
    name,
    aside: "Optional",
    error: fields[name],
    defaultValue: sent?.[name] ?? kept,
  });
  return (
    <fieldset className="grid gap-4 border-t border-line pt-5">
      <legend className="sr-only">How it is paid</legend>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField
          {...field("dueOn", dueOn)}
          type="date"
          label="Due"
          hint={
            termsDays === 0
              ? "Else on the day that you send it."
              : `Else ${daysWords(termsDays)} after you send it.`
          }
        />
        <MoneyField
          {...field("deposit", deposit)}
          symbol={symbolOf(look)}
          label="Deposit"
          hint="Asked for first, out of the total."
          maxLength={20}
        />
        <TextField
          {...field("depositDueOn", depositDueOn)}
          type="date"
          label="Deposit due"
          hint="Else with the rest."
        />
      </div>
      <Tick
        name="takesParts"
        label="May be paid in parts"
        hint="The client may choose to pay less than what is asked, and the rest later."
        ticked={takesParts}
      />
    </fieldset>
  );
}

const daysWords = (count: number) => (count === 1 ? "1 day" : `${count} days`);

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { BillsView } from "@/lib/bills/views";
import type { Choices } from "@/lib/work-orders/views";
import type { BillsFilter as Filter } from "./bills-address";
import { ContractorFilter } from "./contractor-filter";
import { hrefs } from "./hrefs";

type Props = { filter: Filter; contractors: Choices; months: BillsView["months"] };

/** Narrows the list by a plain form; the state is chosen by the sums above the list, and kept. */
export function BillsFilter({ filter, contractors, months }: Props) {
  return (
    <form
      action={hrefs.bills}
      className="mb-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1.4fr_1fr_auto]"
    >
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <TextField
        id="bills-q"
        type="search"
        label="Invoice number or work order"
        name="q"
        defaultValue={filter.q ?? ""}
        maxLength={200}
      />
      <ContractorFilter
        id="bills-contractor"
        name="contractor"
        choices={contractors}
        chosen={filter.contractor}
      />
      <SelectField id="bills-month" label="Received in" name="month" defaultValue={filter.month ?? ""}>
        <option value="">Any month</option>
        {months.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button size="desk-tall">Show</Button>
    </form>
  );
}

/** Takes what is shown away as a file for the ledger. A form and no link: it is put on the record. */
export function BillsExport({ filter }: { filter: Filter }) {
  return (
    <form action={hrefs.exportBills} method="post">
      {Object.entries(filter).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button size="desk-tall" icon={<Download aria-hidden size={15} />}>
        Export CSV
      </Button>
    </form>
  );
}

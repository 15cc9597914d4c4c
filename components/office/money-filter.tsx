import { Download, X } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { InvoicesView } from "@/lib/receivables/views";
import type { Choices } from "@/lib/work-orders/views";
import { ClientFilter } from "./client-filter";
import { hrefs } from "./hrefs";

type Props = {
  /** What the list is narrowed to now, as its address says it. */
  asked: Record<string, string>;
  statuses: Record<string, string>;
  clients: Choices;
  narrowedBy: InvoicesView["narrowedBy"];
};

/** Narrows the invoices: a plain form whose answer is an address. What a chart led here with stays on until it is taken off. */
export function MoneyFilter({ asked, statuses, clients, narrowedBy }: Props) {
  return (
    <>
      <form
        action={hrefs.invoices()}
        className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1.5fr_auto]"
      >
        <TextField
          id="invoices-q"
          type="search"
          label="Number or title"
          name="q"
          defaultValue={asked.q ?? ""}
          maxLength={200}
        />
        <SelectField id="invoices-status" label="Status" name="status" defaultValue={asked.status ?? ""}>
          <option value="">Every status</option>
          {Object.entries(statuses).map(([status, words]) => (
            <option key={status} value={status}>
              {words}
            </option>
          ))}
        </SelectField>
        <ClientFilter id="invoices-client" name="client" choices={clients} chosen={asked.client} />
        {narrowedBy.map(({ name }) => (
          <input key={name} type="hidden" name={name} value={asked[name]} />
        ))}
        <Button size="desk-tall">Show</Button>
      </form>
      {narrowedBy.length > 0 && (
        <ul className="mb-4 flex flex-wrap gap-2">
          {narrowedBy.map(({ name, words }) => (
            <li key={name}>
              <Link href={hrefs.invoices(without(asked, name))} className={chip}>
                <span>{words}</span>
                <X aria-hidden size={14} />
                <span className="sr-only">: take this filter off</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const chip =
  "inline-flex min-h-8 items-center gap-2 rounded-control border border-accent bg-accent-tint px-2.5 text-13 font-500 text-accent pointer-coarse:min-h-11";

const without = (asked: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(asked).filter(([each]) => each !== name));

/** The list as it is narrowed now, as a file. A form and no link: that somebody took it away is put on the record. */
export function ExportInvoices({ asked }: Pick<Props, "asked">) {
  return (
    <form action={hrefs.exportInvoices} method="post">
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button icon={<Download aria-hidden size={15} />}>Export CSV</Button>
    </form>
  );
}

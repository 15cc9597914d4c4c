import { Button } from "@/components/ui/button";
import { StatusChip } from "@/components/ui/chip";
import { SelectField, TextField } from "@/components/ui/field";
import type { Status } from "@/lib/work-orders/machine";
import type { Choices, OrderRow } from "@/lib/work-orders/views";
import { toneOf } from "./chip-tone";
import { ContractorFilter } from "./contractor-filter";
import { hrefs } from "./hrefs";
import { statusWords } from "./status-words";
import { Cell, Pager, Row, RowLink, Table } from "./table";

type Props = {
  rows: OrderRow[];
  contractors: Choices;
  chosen: { q?: string | undefined; status?: Status | undefined; contractorId?: string | undefined };
  /** Why nothing is shown, when what was asked for can't be looked for. */
  problem: string | undefined;
  backHref: string | null;
  moreHref: string | null;
};

/** Every work order of the business, newest number first, narrowed by a plain form. */
export function OrderTable({ rows, contractors, chosen, problem, backHref, moreHref }: Props) {
  return (
    <>
      <OrderFilter contractors={contractors} chosen={chosen} problem={problem} />
      <Table
        label="Work orders"
        columns={["Number", "Work", "Address", "Contractor", "Status", "Moved"]}
        empty={problem || chosen.q || chosen.status || chosen.contractorId ? nothingFound : nothingYet}
        rows={rows.map((row) => <OrderLine key={row.id} row={row} />)}
      />
      <Pager backHref={backHref} moreHref={moreHref} back="Newest first page" more="Older ones" />
    </>
  );
}

const nothingYet = "There is no work order yet. Press New and write the first one.";
const nothingFound = "No work order fits that. Look for fewer words, or show every status.";

function OrderLine({ row }: { row: OrderRow }) {
  return (
    <Row>
      <Cell>
        <span className="font-mono text-13 whitespace-nowrap text-ink-3">{row.reference}</span>
      </Cell>
      <Cell wide>
        <RowLink href={hrefs.order(row.number)}>{row.title}</RowLink>
      </Cell>
      <Cell wide>{row.address}</Cell>
      <Cell>{row.contractor ?? <span className="text-ink-3">Nobody yet</span>}</Cell>
      <Cell>
        <StatusChip tone={toneOf(row.chip)} text={row.chip.text} />
      </Cell>
      <Cell>
        <span className="whitespace-nowrap text-ink-3">{row.moved}</span>
      </Cell>
    </Row>
  );
}

function OrderFilter({ contractors, chosen, problem }: Pick<Props, "contractors" | "chosen" | "problem">) {
  return (
    <form
      action={hrefs.orders}
      className="mb-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <TextField
        id="orders-q"
        type="search"
        label="Number, title, address or contractor"
        name="q"
        error={problem}
        defaultValue={chosen.q ?? ""}
        maxLength={200}
      />
      <SelectField id="orders-status" label="Status" name="status" defaultValue={chosen.status ?? ""}>
        <option value="">Every status</option>
        {Object.entries(statusWords).map(([status, { text }]) => (
          <option key={status} value={status}>
            {text}
          </option>
        ))}
      </SelectField>
      <ContractorFilter
        id="orders-contractor"
        name="contractorId"
        choices={contractors}
        chosen={chosen.contractorId}
      />
      <Button size="desk-tall">Show</Button>
    </form>
  );
}

import Link from "next/link";
import { mayBe, tickOf } from "@/lib/bills/acts";
import type { BillRow } from "@/lib/bills/views";
import { BillChip } from "./bill-chip";
import { BillMeter } from "./bill-meter";
import { BillTick } from "./bill-ticks";
import { hrefs } from "./hrefs";
import { Cell, Row, RowLink, Table } from "./table";

type Props = {
  rows: BillRow[];
  /** Whether this member's role may do more than look. */
  mayAct: boolean;
  /** What is said where there are none. */
  empty: string;
};

const columns = [
  "Invoice",
  "Contractor",
  "Work order",
  "Amount",
  "Against the ceiling",
  "Received",
  "State",
  "File",
];

/** Contractors’ invoices, newest first; those that something can be done with may be ticked. */
export function BillTable({ rows, mayAct, empty }: Props) {
  return (
    <Table
      label="Contractors’ invoices"
      columns={mayAct ? ["Select", ...columns] : columns}
      empty={empty}
      rows={rows.map((bill) => <BillLine key={bill.id} bill={bill} mayAct={mayAct} />)}
    />
  );
}

/** Other links of a row stand above the one that covers it. */
const above =
  "text-link relative z-1 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

function BillLine({ bill, mayAct }: { bill: BillRow; mayAct: boolean }) {
  const { id, number, amount, contractor, order, state, paidOn, twin, file } = bill;
  const mayTick = mayBe("approve", state) || mayBe("pay", state);
  const name = number ?? "No number";
  return (
    <Row>
      {mayAct && (
        <Cell>
          {mayTick && (
            // A corrected invoice is another one to tick.
            <BillTick
              key={file.id}
              name={tickOf(id)}
              value={file.id}
              label={`${name}, ${contractor.company}, ${amount.words}`}
            />
          )}
        </Cell>
      )}
      <Cell>
        <RowLink href={hrefs.bill(id)}>{name}</RowLink>
        {twin && <span className="block text-12 font-500 text-question">{twin.words}</span>}
      </Cell>
      <Cell wide>{contractor.company}</Cell>
      <Cell>
        <Link href={hrefs.order(order.number)} prefetch={false} className={`${above} font-mono text-13`}>
          {order.reference}
        </Link>
      </Cell>
      <Cell>
        <span className="font-550 whitespace-nowrap text-ink tabular-nums">{amount.words}</span>
      </Cell>
      <Cell>
        <BillMeter bill={bill} />
      </Cell>
      <Cell>
        <span className="whitespace-nowrap text-ink-3">{bill.received}</span>
      </Cell>
      <Cell>
        <BillChip state={state} paidOn={paidOn} />
      </Cell>
      <Cell>
        <a href={hrefs.file(file.id)} className={`${above} text-13 wrap-anywhere`}>
          {file.name}
        </a>
      </Cell>
    </Row>
  );
}

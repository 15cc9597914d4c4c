import type { InvoiceRow, InvoicesView } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";
import { InvoiceChip } from "./invoice-record";
import { Cell, Row, RowLink, Table } from "./table";

type Props = Pick<InvoicesView, "rows" | "sums"> & { isNarrowed: boolean };

/** The invoices of the business, the newest first, and what they come to. */
export function MoneyInvoices({ rows, sums, isNarrowed }: Props) {
  return (
    <>
      {sums.map((words) => (
        <p key={words} className="mb-3 text-15 text-ink-2 tabular-nums">
          {isNarrowed ? words : `To be paid: ${words}`}
        </p>
      ))}
      <Table
        label="Invoices"
        columns={["Number", "Invoice", "Client", "Where it stands", "Due", "Total", "Left"]}
        empty={isNarrowed ? nothingFound : nothingYet}
        rows={rows.map((row) => <InvoiceLine key={row.id} row={row} />)}
      />
    </>
  );
}

const nothingYet = "There is no invoice yet. Begin one on a client’s page, under Documents.";
const nothingFound = "No invoice fits that. Look for fewer words, or show every status.";

function InvoiceLine({ row }: { row: InvoiceRow }) {
  const { id, clientId, client, title, number, status, due, total, left } = row;
  return (
    <Row>
      <Cell>
        <span className="font-mono text-13 whitespace-nowrap text-ink-3">{number}</span>
      </Cell>
      <Cell wide>
        <RowLink href={hrefs.document(clientId, id)}>{title}</RowLink>
      </Cell>
      <Cell>{client}</Cell>
      <Cell>
        <InvoiceChip view={{ status, due }} />
      </Cell>
      <Cell>
        {due && (
          <span className={`whitespace-nowrap ${due.isOver ? "font-500 text-question" : "text-ink-3"}`}>
            <span className="md:sr-only">{due.isOver ? "Was due " : "Due "}</span>
            {due.words}
          </span>
        )}
      </Cell>
      <Cell>
        <span className="tabular-nums">{total}</span>
      </Cell>
      <Cell>
        {left && (
          <span className="font-550 text-ink tabular-nums">
            {left}
            <span className="md:sr-only"> left</span>
          </span>
        )}
      </Cell>
    </Row>
  );
}

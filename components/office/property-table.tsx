import { hrefs } from "./hrefs";
import { Cell, Row, RowLink, Table } from "./table";

export type PropertyRow = {
  id: string;
  street: string;
  rest: string;
  occupantName: string | null;
  occupantPhoneWords: string | null;
  accessNotes: string;
};

/** Every address that jobs are sent to. */
export function PropertyTable({ rows, searched }: { rows: PropertyRow[]; searched: boolean }) {
  return (
    <Table
      label="Properties"
      columns={["Street", "Suburb", "Tenant", "Phone", "Getting in"]}
      empty={
        searched
          ? "No property fits that. Look for fewer words."
          : "There is no property yet. Add one here, or with its first work order."
      }
      rows={rows.map((row) => (
        <Row key={row.id}>
          <Cell wide>
            <RowLink href={hrefs.property(row.id)}>{row.street}</RowLink>
          </Cell>
          <Cell>{row.rest}</Cell>
          <Cell>{row.occupantName ?? <span className="text-ink-3">Nobody named</span>}</Cell>
          <Cell>
            <span className="whitespace-nowrap">{row.occupantPhoneWords}</span>
          </Cell>
          <Cell wide>
            <span className="line-clamp-1 text-13 text-ink-3">{row.accessNotes}</span>
          </Cell>
        </Row>
      ))}
    />
  );
}

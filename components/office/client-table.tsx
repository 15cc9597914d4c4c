import { hrefs } from "./hrefs";
import { Cell, Row, RowLink, Table } from "./table";

export type ClientRow = {
  id: string;
  name: string;
  partnerName: string | null;
  email: string | null;
  phoneWords: string | null;
  active: boolean;
  portalAccess: boolean;
};

/** Everyone whom this business works for. */
export function ClientTable({ rows, searched }: { rows: ClientRow[]; searched: boolean }) {
  return (
    <Table
      label="Clients"
      columns={["Client", "Partner", "Email", "Mobile", "Portal"]}
      empty={
        searched
          ? "No client fits that. Look for fewer words."
          : "There is no client yet. Add one, or import them from a spreadsheet."
      }
      rows={rows.map((row) => (
        <Row key={row.id}>
          <Cell wide>
            <RowLink href={hrefs.client(row.id)}>{row.name}</RowLink>
          </Cell>
          <Cell>{row.partnerName}</Cell>
          <Cell>
            <span className="wrap-anywhere">{row.email}</span>
          </Cell>
          <Cell>
            <span className="whitespace-nowrap">{row.phoneWords}</span>
          </Cell>
          <Cell>{portalWords(row)}</Cell>
        </Row>
      ))}
    />
  );
}

function portalWords({ active, portalAccess }: ClientRow): string {
  if (!active) return "Not active, gets nothing";
  return portalAccess ? "Portal open" : "By single links";
}

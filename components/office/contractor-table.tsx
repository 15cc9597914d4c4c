import { hrefs } from "./hrefs";
import { Cell, Row, RowLink, Table } from "./table";

export type ContractorRow = {
  id: string;
  company: string;
  name: string;
  trade: string | null;
  phoneWords: string | null;
  email: string | null;
  prefers: "email" | "sms";
  active: boolean;
};

/** Everyone who can be sent a job. */
export function ContractorTable({ rows, searched }: { rows: ContractorRow[]; searched: boolean }) {
  return (
    <Table
      label="Contractors"
      columns={["Company", "Person", "Trade", "Mobile", "Email", "Gets jobs"]}
      empty={
        searched
          ? "No contractor fits that. Look for fewer words."
          : "There is no contractor yet. Add one, and you can dispatch a job to them."
      }
      rows={rows.map((row) => (
        <Row key={row.id}>
          <Cell wide>
            <RowLink href={hrefs.contractor(row.id)}>{row.company}</RowLink>
          </Cell>
          <Cell>{row.name}</Cell>
          <Cell>{row.trade}</Cell>
          <Cell>
            <span className="whitespace-nowrap">{row.phoneWords}</span>
          </Cell>
          <Cell>{row.email}</Cell>
          <Cell>
            {row.active ? `by ${row.prefers === "sms" ? "SMS" : "email"}` : "Not active, gets nothing"}
          </Cell>
        </Row>
      ))}
    />
  );
}

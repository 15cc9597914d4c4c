import { hrefs } from "./hrefs";
import { Cell, Row, RowLink, Table } from "./table";

export type ProjectRow = { id: string; name: string; place: string; client: string; closedAt: Date | null };

/** Every project of this business. */
export function ProjectTable({ rows, searched }: { rows: ProjectRow[]; searched: boolean }) {
  return (
    <Table
      label="Projects"
      columns={["Project", "Client", "Where", "State"]}
      empty={
        searched
          ? "No project fits that. Look for fewer words."
          : "There is no project yet. A project groups what a client signs, chooses and pays for one job."
      }
      rows={rows.map(({ id, name, place, client, closedAt }) => (
        <Row key={id}>
          <Cell wide>
            <RowLink href={hrefs.project(id)}>{name}</RowLink>
          </Cell>
          <Cell>{client}</Cell>
          <Cell>{place}</Cell>
          <Cell>{closedAt ? "Closed" : "Under way"}</Cell>
        </Row>
      ))}
    />
  );
}

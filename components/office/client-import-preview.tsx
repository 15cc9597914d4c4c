import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { Cell, Row, Table } from "./table";

export type ImportRow = {
  number: number;
  name: string;
  kind: "new" | "changes" | "same" | "problem";
  /** What changes, or what is wrong. */
  says: string;
};

type Props = {
  id: string;
  counts: Record<ImportRow["kind"], number>;
  rows: ImportRow[];
  ignored: string[];
  action: FormAction;
};

const kindWords: Record<ImportRow["kind"], string> = {
  new: "New",
  changes: "Changes",
  same: "Same",
  problem: "Left out",
};

/** What an import would do, row by row, and the one button that does it. */
export function ClientImportPreview({ id, counts, rows, ignored, action }: Props) {
  const good = counts.new + counts.changes;
  return (
    <section aria-labelledby="preview-heading" className="mb-10">
      <h2 id="preview-heading" className="text-18 font-600">
        {good > 0 ? "Look it over" : "There is nothing to import"}
      </h2>
      <p className="mt-1 text-14 text-ink-2">{summary(counts)}</p>
      {ignored.length > 0 && (
        <p className="mt-1 text-13 text-ink-3 wrap-anywhere">
          These columns are left out: {ignored.join(", ")}.
        </p>
      )}
      <ActionForm action={action} sends={{ id }} className="my-4 grid justify-items-start gap-2">
        {good > 0 && (
          <Button kind="primary" size="desk-tall">
            Import {good} {good === 1 ? "client" : "clients"}
          </Button>
        )}
      </ActionForm>
      <Table
        label="Rows of the file"
        columns={["Row", "Client", "Import", "Why"]}
        empty="There is no row on this page."
        rows={rows.map(({ number, name, kind, says }) => (
          <Row key={number}>
            <Cell>
              <span className="font-mono text-13 text-ink-3">{number}</span>
            </Cell>
            <Cell>
              <span className="font-550 text-ink wrap-anywhere">{name || "No name"}</span>
            </Cell>
            <Cell>
              <span className={kind === "problem" ? "text-question" : ""}>{kindWords[kind]}</span>
            </Cell>
            <Cell wide>
              <span className="text-13 wrap-anywhere">{says}</span>
            </Cell>
          </Row>
        ))}
      />
    </section>
  );
}

function summary({ new: added, changes, same, problem }: Props["counts"]): string {
  const parts = [
    added > 0 && `${added} new`,
    changes > 0 && `${changes} with changes`,
    same > 0 && `${same} the same as here`,
    problem > 0 && `${problem} left out, for the reason beside ${problem === 1 ? "it" : "each"}`,
  ].filter((part) => part !== false);
  return `${parts.join(" · ")}. Nobody is invited by an import.`;
}

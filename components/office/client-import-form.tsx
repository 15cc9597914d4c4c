import { Button } from "@/components/ui/button";
import { described, Field, TextArea } from "@/components/ui/field";
import { hrefs } from "./hrefs";

type Props = {
  /** What was wrong with what was sent before, and what was pasted then. */
  problem: string | undefined;
  pasted: string;
  /** More was pasted than comes back: it has to be pasted again. */
  isGone: boolean;
  /** Whether a file that was looked over stands above it. */
  again: boolean;
};

/** A file of clients, chosen or pasted, to be looked over before anything is imported. A plain form: it needs no script. */
export function ClientImportForm({ problem, pasted, isGone, again }: Props) {
  const hint =
    "The first row names the columns: Name, Email, Phone, Partner name, Partner email, Partner phone. At most 5,000 rows and 1 MB.";
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={hrefs.sendClientFile}
      className="grid max-w-180 gap-5"
    >
      <Field id="import-file" label="CSV file" error={problem} hint={hint}>
        <input
          {...described({ id: "import-file", hint, error: problem })}
          type="file"
          name="file"
          accept=".csv,text/csv,text/plain"
          className="field-box min-h-9 w-full rounded-control px-3 py-1.5 text-14 pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
      </Field>
      <TextArea
        id="import-text"
        name="text"
        label="Or paste the rows"
        aside="Optional"
        hint={isGone && "Those were too many rows to show again. Paste them again."}
        defaultValue={pasted}
        spellCheck={false}
      />
      <div>
        <Button kind={again ? "secondary" : "primary"} size="desk-tall">
          Look it over
        </Button>
        <p className="mt-2 text-13 text-ink-3">Nothing is imported yet: you see every row first.</p>
      </div>
    </form>
  );
}

"use client";
// A client component because the draft keeps itself while it is written, and adds itself up while somebody types.

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { ReturnKeySubmits } from "@/components/ui/return-key";
import { type Typed, typedTotals } from "@/lib/invoices/draft-totals";
import type { InvoiceDraftView, InvoiceView } from "@/lib/invoices/views";
import { useFocusAfter } from "./draft-focus";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";
import { InvoiceEditorFiles } from "./invoice-editor-files";
import { InvoiceEditorLine } from "./invoice-editor-line";
import { InvoiceEditorTerms } from "./invoice-editor-terms";
import { InvoiceTotals } from "./invoice-totals";
import { PasteTable, pastesInto } from "./paste-table";

type Props = {
  document: { id: string; version: number };
  draft: InvoiceDraftView;
  /** What goes with it: the bills of a contractor. */
  files: InvoiceView["files"];
  action: FormAction;
};

/** The lines of an invoice’s draft, and by when it is to be paid. Each button also keeps what was typed, with script or without. */
export function InvoiceEditor({ document: { id, version }, draft, files, action }: Props) {
  const { state, pending, form } = useDraft(action);
  const { lines } = draft;
  const ids = lines.map((line) => line.id);
  const keepFocus = useFocusAfter(ids, pending, lineIds);
  const typed = useTypedTotals(draft, version);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    keepFocus((event.nativeEvent as SubmitEvent).submitter);
    form.onSubmit(event);
  };
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    form.onInput();
    typed.addUp(event.currentTarget);
  };
  return (
    <form
      {...form}
      onInput={onInput}
      onSubmit={onSubmit}
      onPaste={pastesInto("invoice")}
      className="grid gap-5 pt-3"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <ReturnKeySubmits />
      <ol className="grid gap-3">
        {lines.map((line, place) => (
          <InvoiceEditorLine
            key={line.id}
            {...{ line, place, state }}
            amount={typed.amounts[line.id] ?? line.amount}
            isLast={place === lines.length - 1}
          />
        ))}
      </ol>
      <div>
        <Button
          id="invoice-add"
          name="act"
          value="add"
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
        >
          Add a line
        </Button>
      </div>
      <PasteTable key={ids.length} of="invoice" hint={whatIsRead} state={state} />
      <div className="sm:ml-auto sm:w-80">
        <InvoiceTotals {...typed.totals} />
      </div>
      <InvoiceEditorTerms draft={draft} state={state} />
      {files.length > 0 && <InvoiceEditorFiles files={files} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button size="desk-tall">Save</Button>
        <DraftStatus state={state} pending={pending} />
      </div>
    </form>
  );
}

const lineIds = {
  ofNew: (id: string) => [`words-${id}`],
  ofRow: (id: string | undefined) => [`words-${id}`, "invoice-add"],
};

/**
 * What the form comes to as it is typed; where nothing was typed since it was kept, and where there is no script, as it was
 * kept. What is typed while it is being kept goes with the next.
 */
function useTypedTotals({ totals, look }: InvoiceDraftView, version: number) {
  const [typed, setTyped] = useState<Typed & { version: number }>();
  const isNew = typed?.version === version;
  return {
    ...(isNew ? typed : { totals, amounts: {} as Typed["amounts"] }),
    addUp: (form: HTMLFormElement) => setTyped({ ...typedTotals(new FormData(form), look), version }),
  };
}

const whatIsRead =
  "A row a line: what it is, and its price; or what it is, quantity, unit and price. Other columns are named in the first row: Item, Quantity, Unit, Price.";

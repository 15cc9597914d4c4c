import { Button } from "@/components/ui/button";
import type { InvoiceView } from "@/lib/invoices/views";
import { FileLink } from "./file-link";

/** What is attached to an invoice’s draft; each may be taken off again, which also keeps what was typed. */
export function InvoiceEditorFiles({ files }: Pick<InvoiceView, "files">) {
  return (
    <div className="border-t border-line pt-5">
      <h3 id="attached-heading" className="text-14 font-600">
        Attached
      </h3>
      <p className="mt-1 text-13 text-ink-3">
        The client can read it. Taking a bill off leaves its line as it is.
      </p>
      <ul aria-labelledby="attached-heading" className="mt-2 grid gap-1">
        {files.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <FileLink id={id} title={title} />
            <Button name="act" value={`take-off:${id}`} aria-label={`Take off ${title}`}>
              Take off
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

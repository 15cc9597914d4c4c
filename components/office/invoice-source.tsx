import Link from "next/link";
import type { SourceView } from "@/lib/invoices/views";
import { hrefs } from "./hrefs";

/** What an invoice was made from; of a scope, how much of it is invoiced by now. */
export function InvoiceSource({ source }: { source: SourceView }) {
  const href =
    source.what === "scope" ? hrefs.document(source.clientId, source.id) : hrefs.order(source.number);
  return (
    <div className="grid gap-1 pt-3 text-14 text-ink-2">
      <p className="wrap-anywhere">
        {source.what === "scope" ? "Made from the scope " : `Made from work order ${source.number}, `}
        <Link href={href} className="text-link">
          {source.title}
        </Link>
        .{source.what === "scope" && ` ${source.words}`}
      </p>
      {source.what === "scope" && source.over && <p className="font-500 text-question">{source.over}</p>}
    </div>
  );
}

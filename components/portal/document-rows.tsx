import { ChevronRight } from "lucide-react";
import { endWords, kindWords } from "@/components/links/document-words";
import type { ClientRow } from "@/lib/portal/views";
import { DocumentIcon } from "./document-icon";

/** Documents as a list, each with where it stands. */
export function DocumentRows({ rows, label }: { rows: ClientRow[]; label: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id}>
          <DocumentRow row={row} />
        </li>
      ))}
    </ul>
  );
}

function DocumentRow({ row }: { row: ClientRow }) {
  const { href, kind, title, project, closedAs, state } = row;
  const facts = [kindWords(kind), project === title ? null : project].filter(Boolean).join(" · ");
  return (
    <a href={href} className="flex min-h-19 items-center gap-4 py-3.5">
      <DocumentIcon kind={kind} over={closedAs !== null} />
      <span className="flex min-w-0 grow flex-col justify-between gap-x-6 sm:flex-row sm:items-center">
        <span className="min-w-0">
          <span className="block text-17 font-550">{title}</span>
          <span className="block text-15 text-ink-2">{facts}</span>
        </span>
        <span className="shrink-0 text-15 text-ink-2">{state || (closedAs && endWords[closedAs])}</span>
      </span>
      <ChevronRight aria-hidden size={22} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </a>
  );
}

import { FileText } from "lucide-react";
import { hrefs } from "./hrefs";

/** A file that goes with a document, by what it is called. */
export function FileLink({ id, title }: { id: string; title: string }) {
  return (
    <a
      href={hrefs.file(id)}
      className="inline-flex min-h-8 items-center gap-2 text-14 text-link wrap-anywhere pointer-coarse:min-h-11"
    >
      <FileText aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      {title}
    </a>
  );
}

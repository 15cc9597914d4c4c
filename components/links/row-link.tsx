import { ChevronDown, ChevronRight, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A row that opens something: 55 tall and the rule above it. */
export const rowClass = "flex min-h-13.75 w-full items-center gap-3 py-3 text-16 font-500";

type Row = { icon: LucideIcon; children: ReactNode };

/** A row that leads to another page. */
export function RowLink({ href, icon: Icon, children }: Row & { href: string }) {
  return (
    <a href={href} className={rowClass}>
      <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
      <span className="grow">{children}</span>
      <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </a>
  );
}

/** A row that unfolds what stands under it, in a `details` of the class `group`. */
export function RowSummary({ icon: Icon, children }: Row) {
  return (
    <summary className={rowClass}>
      <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
      <span className="grow">{children}</span>
      <ChevronDown
        aria-hidden
        size={20}
        strokeWidth={1.75}
        className="shrink-0 text-ink-3 transition-transform duration-120 group-open:rotate-180"
      />
    </summary>
  );
}

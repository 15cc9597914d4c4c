import { ChevronRight, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A row that opens something: 55 tall and the rule above it. */
export const rowClass = "flex min-h-13.75 w-full items-center gap-3 py-3 text-16 font-500";

/** A row that leads to another page. */
export function RowLink({
  href,
  icon: Icon,
  children,
}: {
  href: string;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <a href={href} className={rowClass}>
      <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
      <span className="grow">{children}</span>
      <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </a>
  );
}

import {
  Calendar,
  ClipboardCheck,
  CreditCard,
  ListChecks,
  type LucideIcon,
  Palette,
  PenLine,
} from "lucide-react";
import type { DocumentKind } from "@/lib/links/policy";

const icons: Record<DocumentKind, LucideIcon> = {
  contract: PenLine,
  scope: ListChecks,
  selections: Palette,
  appointment: Calendar,
  invoice: CreditCard,
  "service-report": ClipboardCheck,
};

/** The tile of a document in a list: the shop’s colour while it waits, quiet once it is over. */
export function DocumentIcon({ kind, over }: { kind: DocumentKind; over: boolean }) {
  const Icon = icons[kind];
  return (
    <span
      aria-hidden
      className={`flex size-11 shrink-0 items-center justify-center rounded-phone ${over ? "bg-sunken text-ink-3" : "bg-brand-tint text-brand"}`}
    >
      <Icon size={22} strokeWidth={1.75} />
    </span>
  );
}

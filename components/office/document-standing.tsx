import { Check, CircleCheck, type LucideIcon, Pencil, Send, X } from "lucide-react";
import { endWords } from "@/components/links/document-words";
import type { OfficeDocument } from "./document-acts";

const looks: Record<OfficeDocument["standing"], { words: string; icon: LucideIcon; colour: string }> = {
  draft: { words: "Draft", icon: Pencil, colour: "text-ink-3" },
  sent: { words: "Sent", icon: Send, colour: "text-assigned" },
  undelivered: { words: "Didn’t arrive", icon: X, colour: "text-danger" },
  opened: { words: "Opened", icon: Check, colour: "text-completed" },
  closed: { words: "Closed", icon: CircleCheck, colour: "text-ink-3" },
};

/** How far a document has come, and when. */
export function DocumentStanding({ document }: { document: OfficeDocument }) {
  const { standing, closedAs, when } = document;
  const { words, icon: Icon, colour } = looks[standing];
  return (
    <span className="flex items-center gap-1.5 text-13 text-ink-2">
      <Icon aria-hidden size={14} strokeWidth={2} className={`shrink-0 ${colour}`} />
      {closedAs ? endWords[closedAs] : words} {when}
    </span>
  );
}

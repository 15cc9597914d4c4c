import { CircleAlert, CircleCheck, Info, Lock } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "quiet" | "locked" | "good" | "problem";

const looks: Record<NoticeTone, string> = {
  quiet: "bg-sunken text-ink",
  locked: "bg-sunken text-ink",
  good: "bg-completed-tint text-completed",
  problem: "bg-question-tint text-question",
};

const icons = { quiet: Info, locked: Lock, good: CircleCheck, problem: CircleAlert };

/** A sentence that belongs to the whole page or form. A problem is read out at once. */
export function Notice({
  tone = "quiet",
  phone = false,
  children,
}: {
  tone?: NoticeTone;
  phone?: boolean;
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === "problem" ? "alert" : undefined}
      className={`flex items-start ${phone ? "gap-3.5 rounded-phone px-4 py-3 text-16" : "gap-2.5 rounded-control px-3 py-2.5 text-14"} ${looks[tone]}`}
    >
      <Icon aria-hidden size={phone ? 20 : 16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

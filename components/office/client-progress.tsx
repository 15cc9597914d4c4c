import { Check, Clock, type LucideIcon, Send, X } from "lucide-react";

type State = "queued" | "sent" | "delivered" | "bounced" | "opened" | "used" | "expired";

export type ClientProgress = { state: State; when: string; reason: string | null };

const looks: Record<State, { words: string; icon: LucideIcon; colour: string }> = {
  queued: { words: "Waiting to be sent", icon: Clock, colour: "text-ink-3" },
  sent: { words: "Sent", icon: Send, colour: "text-ink-3" },
  delivered: { words: "Delivered", icon: Check, colour: "text-completed" },
  bounced: { words: "Bounced", icon: X, colour: "text-danger" },
  opened: { words: "Opened", icon: Check, colour: "text-completed" },
  used: { words: "Used", icon: Check, colour: "text-completed" },
  expired: { words: "Expired", icon: Clock, colour: "text-ink-3" },
};

/** How far the newest link to one address has come; `none` says what it means that there is none. */
export function Progress({ progress, none }: { progress: ClientProgress | null; none: string }) {
  if (!progress) return <span className="text-13 text-ink-3">{none}</span>;
  const { state, when, reason } = progress;
  const { words, icon: Icon, colour } = looks[state];
  return (
    <span className="flex items-start gap-1.5 text-13 text-ink-2">
      <Icon aria-hidden size={14} strokeWidth={2} className={`mt-0.75 shrink-0 ${colour}`} />
      <span className="wrap-anywhere">
        {words} {when}
        {reason && <span className="block text-danger">{reason}</span>}
      </span>
    </span>
  );
}

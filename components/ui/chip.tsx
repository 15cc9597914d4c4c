import {
  Ban,
  Calendar,
  CircleAlert,
  CircleCheck,
  Eye,
  Inbox,
  type LucideIcon,
  MailX,
  MapPin,
  MessageCircleQuestionMark,
  Pencil,
  PenLine,
  Send,
  ThumbsUp,
} from "lucide-react";

/** What a status looks like, apart from its words. */
export type Tone =
  | "assigned"
  | "accepted"
  | "scheduled"
  | "on-site"
  | "completed"
  | "question"
  | "over-ceiling"
  | "undelivered"
  | "draft"
  | "opened"
  | "received"
  | "signed"
  | "closed";

const icons: Record<Tone, LucideIcon> = {
  assigned: Send,
  accepted: ThumbsUp,
  scheduled: Calendar,
  "on-site": MapPin,
  completed: CircleCheck,
  question: MessageCircleQuestionMark,
  "over-ceiling": CircleAlert,
  undelivered: MailX,
  draft: Pencil,
  opened: Eye,
  received: Inbox,
  signed: PenLine,
  closed: Ban,
};

/** Text and tint of a tone, for whatever else must carry it. */
export const toneClass: Record<Tone, string> = {
  assigned: "text-assigned bg-assigned-tint",
  accepted: "text-accepted bg-accepted-tint",
  scheduled: "text-scheduled bg-scheduled-tint",
  "on-site": "text-on-site bg-on-site-tint",
  completed: "text-completed bg-completed-tint",
  question: "text-question bg-question-tint",
  "over-ceiling": "text-question bg-question-tint",
  undelivered: "text-question bg-question-tint",
  draft: "text-closed bg-closed-tint",
  opened: "text-accepted bg-accepted-tint",
  received: "text-assigned bg-assigned-tint",
  signed: "text-scheduled bg-scheduled-tint",
  closed: "text-closed bg-closed-tint",
};

const plainClass: Partial<Record<Tone, string>> = { completed: "text-completed", closed: "text-closed" };

/** A tone's icon. Words stand beside it, so it is hidden from screen readers. */
export function ToneIcon({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const Icon = icons[tone];
  return <Icon aria-hidden size={size} strokeWidth={size > 16 ? 2 : 1.75} className="shrink-0" />;
}

/** Status as colour, icon and word. `plain` leaves the tint out, for rows that ask for nothing. */
export function StatusChip({ tone, text, plain = false }: { tone: Tone; text: string; plain?: boolean }) {
  const look = plain
    ? `gap-1.5 ${plainClass[tone] ?? toneClass[tone]}`
    : `min-h-6 gap-1.5 rounded-chip py-0.5 pr-2 pl-1.5 ${toneClass[tone]}`;
  return (
    <span className={`inline-flex max-w-full items-center text-13 font-500 ${look}`}>
      <ToneIcon tone={tone} />
      <span className="min-w-0">{text}</span>
    </span>
  );
}

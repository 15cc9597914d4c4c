import {
  Bot,
  Briefcase,
  CircleSlash,
  Download,
  Eye,
  FileText,
  House,
  Link2,
  LogIn,
  LogOut,
  type LucideIcon,
  Mail,
  MailCheck,
  MessageCircleQuestionMark,
  MessageSquare,
  Phone,
  Receipt,
  Send,
  Settings,
  User,
  X,
} from "lucide-react";
import Link from "next/link";
import { type ActivityFilter, activityHref } from "./activity-address";
import { hrefs } from "./hrefs";

const icons = {
  link: Link2,
  sms: MessageSquare,
  email: Mail,
  sent: Send,
  arrived: MailCheck,
  failed: X,
  machine: Bot,
  opened: Eye,
  "way-in": LogIn,
  "way-out": LogOut,
  ended: CircleSlash,
  call: Phone,
  question: MessageCircleQuestionMark,
  person: User,
  place: House,
  document: FileText,
  work: Briefcase,
  money: Receipt,
  settings: Settings,
  export: Download,
} as const satisfies Record<string, LucideIcon>;

export type TrailEntry = {
  id: number;
  clock: string;
  icon: keyof typeof icons;
  sentence: string;
  /** Who did it, or where. */
  aside: string;
  contact: { id: string; name: string; isClient: boolean } | null;
  orderNumber: number | null;
  document: { id: string; title: string; clientId: string } | null;
};

export type TrailDay = { heading: string; entries: TrailEntry[] };

type Props = {
  days: TrailDay[];
  filter: ActivityFilter;
  /** Whether each line names and leads to the document that it is about. */
  namesDocuments?: boolean;
};

/** Everything that happened, newest first, by day. In the trail of all, each line names and leads to its client. */
export function Trail({ days, filter, namesDocuments = false }: Props) {
  return days.map(({ heading, entries }) => (
    <section key={heading} className="pb-5">
      <h3 className="pb-1 text-13 font-500 text-ink-3">{heading}</h3>
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={namesDocuments ? entry : { ...entry, document: null }}
            filter={filter}
          />
        ))}
      </ul>
    </section>
  ));
}

/** From the newest that a page tells of one client to all that there is. */
export const AllActivity = ({ clientId }: { clientId: string }) => (
  <Link href={activityHref({ client: clientId, days: "all" })} prefetch={false} className="text-link text-14">
    All activity
  </Link>
);

function Entry({ entry, filter }: { entry: TrailEntry; filter: ActivityFilter }) {
  const { clock, icon, sentence, aside } = entry;
  const Icon = icons[icon];
  return (
    <li className="grid min-h-10.75 grid-cols-[4.25rem_1.75rem_minmax(0,1fr)] items-baseline py-2.75 text-14 md:grid-cols-[4.5rem_2rem_minmax(0,1fr)_auto]">
      <span className="font-mono text-13 text-ink-3">{clock}</span>
      <Icon
        aria-hidden
        size={16}
        strokeWidth={1.75}
        className={`self-start mt-0.5 ${icon === "failed" ? "text-danger" : "text-ink-2"}`}
      />
      <p className="wrap-anywhere">
        {sentence}
        <Subject entry={entry} filter={filter} />
      </p>
      <p className="text-13 text-ink-3 wrap-anywhere max-md:col-start-3 md:max-w-60 md:pl-4 md:text-right">
        {aside}
      </p>
    </li>
  );
}

/** Whom or what it is about, where the page is not about them alone. */
function Subject({ entry, filter }: { entry: TrailEntry; filter: ActivityFilter }) {
  const { contact, orderNumber, document } = entry;
  const whose = filter.client ? null : contact;
  return (
    <span className="text-ink-3">
      {whose?.isClient && (
        <>
          {" · "}
          <Link href={activityHref({ ...filter, client: whose.id })} prefetch={false} className={link}>
            {whose.name}
          </Link>
        </>
      )}
      {whose && !whose.isClient && ` · ${whose.name}`}
      {orderNumber !== null && (
        <>
          {" · "}
          <Link href={hrefs.order(orderNumber)} prefetch={false} className={link}>
            WO-{orderNumber}
          </Link>
        </>
      )}
      {document && !entry.sentence.includes(document.title) && (
        <>
          {" · "}
          <Link href={hrefs.document(document.clientId, document.id)} prefetch={false} className={link}>
            {document.title}
          </Link>
        </>
      )}
    </span>
  );
}

const link = "text-link pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

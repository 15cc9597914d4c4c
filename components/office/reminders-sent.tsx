import { Check, Clock, type LucideIcon, Send, X } from "lucide-react";
import Link from "next/link";
import type { SentView } from "@/lib/reminders/views";
import { activityHref } from "./activity-address";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

const looks: Record<SentView["state"], { words: string; icon: LucideIcon; colour: string }> = {
  queued: { words: "On its way", icon: Clock, colour: "text-ink-3" },
  sent: { words: "Sent", icon: Send, colour: "text-assigned" },
  delivered: { words: "Delivered", icon: Check, colour: "text-completed" },
  bounced: { words: "Didn’t arrive", icon: X, colour: "text-danger" },
  opened: { words: "Opened", icon: Check, colour: "text-completed" },
  used: { words: "Opened", icon: Check, colour: "text-completed" },
  expired: { words: "Link expired", icon: Clock, colour: "text-ink-3" },
};

/** The reminders of the last seven days, the newest first, and how far each has come. */
export function RemindersSent({ sent, isCut }: { sent: SentView[]; isCut: boolean }) {
  return (
    <div className="mt-10">
      <PageSection id="sent" heading="Sent in the last seven days">
        {sent.length === 0 ? (
          <p className="mt-2 text-14 text-ink-3">None.</p>
        ) : (
          <ul className="mt-2 divide-y divide-line">
            {sent.map((reminder) => (
              <Sent key={reminder.id} reminder={reminder} />
            ))}
          </ul>
        )}
        {isCut && (
          <p className="mt-4 text-14 text-ink-3">
            There are more than {sent.length}. The newest stand here, and all of them in the{" "}
            <Link href={activityHref({ about: "documents" })} prefetch={false} className="text-link">
              activity
            </Link>
            .
          </p>
        )}
      </PageSection>
    </div>
  );
}

function Sent({ reminder }: { reminder: SentView }) {
  const { clientId, documentId, title, person, addressWords, when, state } = reminder;
  const { words, icon: Icon, colour } = looks[state];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5 text-14">
      <p className="min-w-0">
        <Link
          href={hrefs.document(clientId, documentId)}
          prefetch={false}
          className="font-500 wrap-anywhere hover:underline"
        >
          {title}
        </Link>
        <span className="block text-13 wrap-anywhere text-ink-3">
          {person}, {addressWords}
        </span>
      </p>
      <p className="flex items-center gap-1.5 text-13 text-ink-2">
        <Icon aria-hidden size={14} strokeWidth={2} className={`shrink-0 ${colour}`} />
        {words}, {when}
      </p>
    </li>
  );
}

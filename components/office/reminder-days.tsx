import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlannedDay, PlannedView } from "@/lib/reminders/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Actions = { skip: FormAction; restore: FormAction };

type Props = {
  days: PlannedDay[];
  /** There are more than are shown. */
  isCut: boolean;
  /** Null for whoever may only look. */
  actions: Actions | null;
};

/** What will be sent in the next seven days, day by day: to whom, and when on their own clock. */
export function ReminderDays({ days, isCut, actions }: Props) {
  if (days.length === 0) {
    return (
      <EmptyState heading="Nothing in the next seven days">
        Documents that were sent with a day to answer by appear here before anybody is reminded of them.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="-mt-4 text-15 text-ink-2">
        The next seven days, by each client’s own clock. Whoever answers before is not reminded.
      </p>
      {days.map(({ heading, reminders }) => (
        <section key={heading} aria-label={heading} className="mt-6">
          <h2 className="border-b border-line pb-2 text-13 font-500 text-ink-3">{heading}</h2>
          <ul className="divide-y divide-line">
            {reminders.map((reminder) => (
              <Reminder key={keyOf(reminder)} reminder={reminder} actions={actions} />
            ))}
          </ul>
        </section>
      ))}
      {isCut && <p className="mt-4 text-14 text-ink-3">There are more than 200. The soonest stand here.</p>}
    </>
  );
}

const keyOf = ({ documentId, address, plannedFor }: PlannedView) => `${documentId} ${address} ${plannedFor}`;

function Reminder({ reminder, actions }: { reminder: PlannedView; actions: Actions | null }) {
  const { documentId, clientId, kind, title, person, addressWords, clock, zoneWords, why, skippedBy } =
    reminder;
  const quiet = skippedBy ? "text-ink-3" : "text-ink-2";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-3 text-14 md:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)_11rem]">
      <p className={`max-md:col-span-2 ${quiet}`}>
        <span className={`font-mono text-13 ${skippedBy ? "line-through" : "text-ink"}`}>{clock}</span>
        {zoneWords && <span className="text-12 text-ink-3 max-md:ml-2 md:block">{zoneWords}</span>}
      </p>
      <p className="min-w-0 max-md:col-span-2">
        <Link
          href={hrefs.document(clientId, documentId)}
          prefetch={false}
          className={`font-550 wrap-anywhere hover:underline ${skippedBy ? "text-ink-2" : ""}`}
        >
          {title}
        </Link>
        <span className={`block text-13 ${quiet}`}>
          {kindWords(kind)}, {why}
        </span>
      </p>
      <p className="min-w-0">
        <span className={`block ${skippedBy ? "text-ink-2" : ""}`}>{person}</span>
        <span className="block text-13 wrap-anywhere text-ink-3">{addressWords}</span>
      </p>
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
        {skippedBy && <span className="text-13 text-ink-2">Skipped by {skippedBy}</span>}
        {actions && <SkipOrNot reminder={reminder} actions={actions} />}
      </div>
    </li>
  );
}

function SkipOrNot({ reminder, actions }: { reminder: PlannedView; actions: Actions }) {
  const { documentId, address, plannedFor, skippedBy, title, person } = reminder;
  const act = skippedBy ? "Send it after all" : "Skip";
  return (
    <ActionForm
      action={skippedBy ? actions.restore : actions.skip}
      sends={{ documentId, address, plannedFor }}
      className="grid justify-items-end gap-1"
    >
      <Button aria-label={`${act}: ${title}, to ${person}`}>{act}</Button>
    </ActionForm>
  );
}

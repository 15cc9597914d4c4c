import type { BillView } from "@/lib/bills/views";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = { thread: BillView["thread"]; order: BillView["order"] };

/** What was asked and answered about the job, oldest first. Its answers are written at the order. */
export function BillThread({ thread, order }: Props) {
  return (
    <PageSection
      id="thread"
      heading="Questions and answers"
      intro={thread.length === 0 ? "Nothing was asked about this job." : undefined}
      act={
        <a href={hrefs.order(order.number)} className="text-link text-14">
          Reply at {order.reference}
        </a>
      }
    >
      {thread.length > 0 && (
        <ol className="mt-4 divide-y divide-line border-y border-line">
          {thread.map(({ id, author, text, when, fromOffice }) => (
            <li key={id} className="py-3">
              <p className="text-13 text-ink-3">
                {author}, {when}
              </p>
              <p className={`text-14 whitespace-pre-line wrap-anywhere ${fromOffice ? "" : "font-550"}`}>
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </PageSection>
  );
}

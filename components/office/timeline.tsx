import { Button } from "@/components/ui/button";
import { StatusChip, type Tone, ToneIcon, toneClass } from "@/components/ui/chip";
import type { TimelineEntry } from "@/lib/work-orders/views";
import { ActionForm } from "./action-form";
import { toneOf } from "./chip-tone";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { LinkLine } from "./link-line";

/** The whole story of an order, oldest first, each state in its colour. What it leaves to approve needs `approve`. */
export function Timeline({ entries, approve }: { entries: TimelineEntry[]; approve: FormAction | null }) {
  return (
    <ol aria-label="What has happened" className="py-5">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} approve={approve} />
      ))}
    </ol>
  );
}

type EntryProps = { entry: TimelineEntry; approve: FormAction | null };

function Entry({ entry, approve }: EntryProps) {
  const waits = entry.chip !== null && entry.tone === "question";
  return (
    <li className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-4 pb-4.5 last:pb-0 @xl:grid-cols-[6rem_1.75rem_minmax(0,1fr)]">
      <p className="col-start-2 row-start-1 flex items-baseline gap-2 @xl:col-start-1 @xl:flex-col @xl:items-end @xl:gap-0 @xl:pt-1">
        <span className={`font-mono text-12 font-600 ${textOf[entry.tone]} @xl:leading-5`}>
          {entry.state}
        </span>
        <span className={`text-12 ${waits ? "text-question" : "text-ink-3"}`}>{entry.day}</span>
      </p>
      <Dot tone={entry.tone} filled={waits} />
      <div className="col-start-2 @xl:col-start-3 @xl:pt-1">
        <p className="text-14 wrap-anywhere">{entry.sentence}</p>
        <Attached entry={entry} approve={approve} />
      </div>
    </li>
  );
}

/** The state's icon, with the line down to the next. What waits for an answer is filled. */
function Dot({ tone, filled }: { tone: Tone; filled: boolean }) {
  return (
    <span className="col-start-1 row-span-2 row-start-1 @xl:col-start-2 @xl:row-span-1">
      <span
        aria-hidden
        className="absolute top-7 bottom-0 ml-[0.8125rem] w-0.5 bg-line-2 group-last:hidden"
      />
      <span
        className={`relative flex size-7 items-center justify-center rounded-full ${filled ? "bg-question text-surface" : toneClass[tone]}`}
      >
        <ToneIcon tone={tone} size={15} />
      </span>
    </span>
  );
}

function Attached({ entry, approve }: EntryProps) {
  const { chip, link, file, invoiceToApprove } = entry;
  if (!chip && !link && !file) return null;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {chip && <StatusChip tone={toneOf(chip)} text={chip.text} />}
      {link && <LinkLine link={link} />}
      {file && (
        <a
          href={hrefs.file(file.id)}
          className="text-link text-13 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {file.name}
        </a>
      )}
      {invoiceToApprove && file && approve && (
        <ActionForm
          action={approve}
          sends={{ billId: invoiceToApprove, fileId: file.id }}
          className="contents"
        >
          <Button>Approve this invoice</Button>
        </ActionForm>
      )}
    </div>
  );
}

const textOf: Record<TimelineEntry["tone"], string> = {
  assigned: "text-assigned",
  accepted: "text-accepted",
  scheduled: "text-scheduled",
  "on-site": "text-on-site",
  completed: "text-completed",
  question: "text-question",
  closed: "text-closed",
};

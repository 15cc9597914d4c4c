import { Download } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { CeilingMeter } from "@/components/job/ceiling-meter";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Picture } from "@/components/ui/picture";
import type { BillView } from "@/lib/bills/views";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

/** One invoice: how much against what, from whom for which job, and the file. */
export function BillDetail({ bill }: { bill: BillView }) {
  const { amount, against, twin } = bill;
  return (
    <>
      {twin && (
        <div className="mb-5">
          <Notice>
            <Link href={hrefs.bill(twin.id)} className="font-550 underline">
              {twin.words}
            </Link>
            , of the same contractor. Compare them before you pay.
          </Notice>
        </div>
      )}
      <p className="text-34 font-650 tabular-nums">{amount.words}</p>
      <div className="mb-6 max-w-100">
        {against ? (
          <CeilingMeter ceiling={against.ceiling} amountCents={against.countedCents} gap={against.words} />
        ) : (
          <p className="text-14 text-ink-3">The work order has no cost ceiling.</p>
        )}
      </div>
      <Facts bill={bill} />
      <BillFile file={bill.file} />
    </>
  );
}

function Facts({ bill }: { bill: BillView }) {
  const { contractor, order, note, approved, paid, receivedAt } = bill;
  return (
    <dl className="mb-6 divide-y divide-line border-y border-line">
      <Fact label="Contractor">
        <Link href={hrefs.contractor(contractor.id)} className="text-link">
          {contractor.company}
        </Link>
      </Fact>
      <Fact label="Work order">
        <Link href={hrefs.order(order.number)} className="text-link">
          {order.reference}, {order.title}
        </Link>
      </Fact>
      <Fact label="Received">{receivedAt}</Fact>
      {note && <Fact label="Their note">{note}</Fact>}
      {approved && (
        <Fact label="Approved">
          {[approved.at, approved.by && `by ${approved.by}`].filter(Boolean).join(", ")}
        </Fact>
      )}
      {paid && (
        <Fact label="Paid">{[paid.on, paid.by && `marked by ${paid.by}`].filter(Boolean).join(", ")}</Fact>
      )}
      {paid?.reference && <Fact label="Reference">{paid.reference}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-3 text-14 sm:grid-cols-[1fr_2fr]">
      <dt className="text-ink-3">{label}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children}</dd>
    </div>
  );
}

/** A photo is shown; a PDF, which no page of ours may run, is handed out. */
function BillFile({ file }: { file: BillView["file"] }) {
  const href = hrefs.file(file.id);
  return (
    <PageSection
      id="file"
      heading="File"
      act={
        <ButtonLink href={href} icon={<Download aria-hidden size={15} />}>
          {file.isPicture ? "Open" : "Download"}
          <span className="sr-only"> {file.name}</span>
        </ButtonLink>
      }
    >
      <p className="mt-1 text-14 text-ink-2 wrap-anywhere">{file.name}</p>
      {file.isPicture && (
        <Picture
          src={href}
          alt={`The invoice as it was sent, ${file.name}`}
          className="mt-4 max-h-160 max-w-full rounded-control border border-line"
        />
      )}
    </PageSection>
  );
}

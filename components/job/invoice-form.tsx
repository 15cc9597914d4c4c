"use client";
// A client component because the file is sent while the rest is typed, and the ceiling answers to the amount.

import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { ceilingGap, parseCents } from "@/lib/money";
import type { Money, StagedFile } from "@/lib/work-orders/views";
import { CeilingMeter } from "./ceiling-meter";
import { FileChoice } from "./file-choice";
import { Notes, Total } from "./invoice-fields";
import type { JobAt } from "./move-form";
import { PinnedBar } from "./pinned-bar";
import { SheetProblem } from "./sheet-problem";
import { UploadRow } from "./upload-row";
import { useOffline } from "./use-offline";
import { useUpload } from "./use-upload";

export type InvoiceFormProps = {
  at: JobAt;
  /** Whether sending it ends the job; else the job is done already and its invoice follows. */
  ending: boolean;
  manager: string;
  ceiling: Money | null;
  symbol: string;
  locale: string;
  taxLabel: string;
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
  /** The file that was sent with it, when the form came back. */
  before?: StagedFile | undefined;
};

/** The invoice of a job: a file, its total against the ceiling, and a note. */
export function InvoiceForm({
  at,
  ending,
  manager,
  ceiling,
  symbol,
  locale,
  taxLabel,
  problem,
  sent = {},
  before,
}: InvoiceFormProps) {
  const { file, choose, remove } = useUpload(at.token, before);
  const [typed, setTyped] = useState(sent.amount ?? "");
  const offline = useOffline();
  const [stopped, setStopped] = useState(false);
  const amountCents = parseCents(typed);
  const overCents = ceiling && amountCents !== undefined ? amountCents - ceiling.amountCents : undefined;
  const over = overCents !== undefined && overCents > 0;

  const gap =
    ceiling && overCents !== undefined
      ? ceilingGap(overCents, { currency: ceiling.currency, locale })
      : undefined;

  const guard = (event: FormEvent) => {
    if (navigator.onLine) return;
    event.preventDefault();
    setStopped(true);
  };

  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/j/${at.token}/${ending ? "done" : "invoice"}`}
      onSubmit={guard}
      className="flex flex-1 flex-col"
    >
      {file?.state === "sent" && <input type="hidden" name="fileId" value={file.id} />}
      <div className="flex-1 pb-6">
        <SheetProblem problem={problem} />
        {file && <UploadRow file={file} onRemove={remove} />}
        <div className={file?.state === "sent" ? "hidden" : file ? "mt-2" : ""}>
          <FileChoice another={file !== null} onChoose={choose} />
        </div>
        <Total typed={typed} onType={setTyped} over={over} symbol={symbol} tax={taxLabel} />
        {ceiling && <CeilingMeter {...{ ceiling, amountCents }} gap={gap} />}
        <Notes over={over} manager={manager} sent={sent} />
      </div>
      <PinnedBar>
        <p aria-live="polite" className="mb-2.5 text-15 text-ink-2">
          {stopped && offline
            ? "No signal. Nothing is lost: keep this page open and send it when you’re back."
            : barSentence({ ending, over, empty: !file && !typed.trim() }, manager)}
        </p>
        <Button
          kind="primary"
          size="phone-main"
          className="w-full"
          icon={<CircleCheck aria-hidden size={24} strokeWidth={2} />}
        >
          {ending ? "Mark job done" : "Send invoice"}
        </Button>
      </PinnedBar>
    </form>
  );
}

type Standing = { ending: boolean; over: boolean; empty: boolean };

function barSentence({ ending, over, empty }: Standing, manager: string): string {
  if (over) return `You can ${ending ? "finish" : "send it"} now. ${manager} has to approve the extra.`;
  if (!ending) return `${manager} sees it straight away. You can’t change it after.`;
  return empty
    ? "This closes the job. You can add your invoice after."
    : "This closes the job. You can’t change it after.";
}

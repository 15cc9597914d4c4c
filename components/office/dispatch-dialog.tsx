"use client";
// A client component because the preview follows every choice.

import { Send } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ContractorChoice, OrderView } from "@/lib/work-orders/views";
import { ContractorList } from "./contractor-list";
import { useDispatch } from "./dispatch-choice";
import { DispatchFields } from "./dispatch-fields";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { MessagePreview } from "./message-preview";
import { RefusedNotice } from "./refused-notice";
import { useRoutedDialog } from "./routed-dialog";
import { SendKeys } from "./send-keys";
import { submitOnKeys } from "./submit-keys";

export type DispatchFor = Pick<
  OrderView,
  | "id"
  | "number"
  | "reference"
  | "version"
  | "title"
  | "address"
  | "place"
  | "scope"
  | "manager"
  | "trade"
  | "status"
  | "taxLabel"
  | "waiting"
> & { company: string | null; currency: string; symbol: string; ceiling: string };

export type DispatchDialogProps = {
  order: DispatchFor;
  choices: ContractorChoice[];
  /** Whether there are other contractors, whom a search finds. */
  more: boolean;
  /** The contractor to begin with; else the first of the choices that has not declined. */
  chosenId: string | null;
  /** What the message says besides: whose it is, where its link leads, and until when it works. */
  message: { agency: string; locale: string; host: string; days: number; until: string; untilClock: string };
  /** What happened last, as the timeline says it: what a stale form was too late for. */
  lastSentence: string;
  action: FormAction;
};

/** Chooses who gets the job, by which channel and up to how much, beside the very message that goes out. */
export function DispatchDialog({
  order,
  choices,
  more,
  chosenId,
  message,
  lastSentence,
  action,
}: DispatchDialogProps) {
  const closeHref = hrefs.order(order.number);
  const open = useRoutedDialog("dispatch", closeHref);
  const { state, pending, form } = useKeptForm(action);
  const stale = state.reason === "stale";
  const [readAt] = useState(order.version);
  const dispatch = useDispatch(choices, {
    contractorId: state.sent?.contractorId ?? chosenId,
    ceiling: state.sent?.ceiling ?? order.ceiling,
  });
  const by = dispatch.channel === "sms" ? "SMS" : "email";
  return (
    <Dialog id="dispatch" labelledBy="dispatch-heading" open={open} closeHref={closeHref} width="wide">
      <form
        {...form}
        onKeyDown={submitOnKeys}
        className="md:grid md:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]"
      >
        <input type="hidden" name="orderId" value={order.id} />
        <input type="hidden" name="version" value={stale ? order.version : readAt} />
        <div className="grid content-start gap-5 px-5 pt-4.75 pb-6 sm:px-6 md:pr-7">
          <header className="-mb-0.5">
            <h2 id="dispatch-heading" className="text-18 font-600">
              Dispatch {order.reference}
            </h2>
            <p className="mt-0.75 pr-10 text-14 text-ink-2 md:pr-0">
              {order.title}, {order.address}
            </p>
          </header>
          <RefusedNotice state={state} happened={lastSentence} />
          <ContractorList
            choices={choices}
            trade={order.trade}
            chosen={dispatch.contractor}
            onChoose={dispatch.choose}
            searchHref={more ? (words) => hrefs.findForDispatch(order.number, words) : null}
          />
          <DispatchFields order={order} dispatch={dispatch} errors={state.fields ?? {}} byScript={!open} />
        </div>
        <MessagePreview order={order} dispatch={dispatch} message={message} closeHref={closeHref} />
        <footer className="sticky bottom-0 flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-line bg-surface px-5 py-3.5 sm:pl-6 sm:pr-4 md:col-span-2">
          <p className="flex-1 basis-full text-13 text-ink-2 sm:basis-64">{whatHappens(order)}</p>
          <ButtonLink href={closeHref} data-close="" size="desk-tall">
            Cancel
          </ButtonLink>
          <Button kind="primary" size="desk-tall" disabled={pending} icon={<Send aria-hidden size={16} />}>
            Dispatch by {by} <SendKeys />
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What becomes of the order, and of the link that is out. */
function whatHappens({ reference, status, company }: DispatchFor): string {
  const back = status === "ASSIGNED" || status === "DRAFT" ? "" : `${reference} goes back to Assigned. `;
  if (!company || status === "DRAFT") return `${reference} becomes Assigned.`;
  const closed = status === "DECLINED" || status === "CANCELLED";
  return `${back}${company}’s link ${closed ? "is already closed" : "stops working"}.`;
}

"use client";
// A client component because a half-written reply is kept while other orders are looked at.

import { Reply } from "lucide-react";
import { useTypedBefore } from "@/components/ui/as-found";
import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import { useDraft } from "./draft";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";
import { SendKeys } from "./send-keys";
import { submitOnKeys } from "./submit-keys";

type Props = {
  action: FormAction;
  order: { id: string; version: number };
  company: string;
  /** Whether a question waits; without one it is simply a message. */
  asked: boolean;
  /** "The job is closed, so extra work needs a re-dispatch.", or nothing. */
  hint: string;
  /** "SMS to Mick, 0491 570 156"; null when there is no address. */
  goesBy: string | null;
  dispatchHref: string | null;
  /** The newest reply, as the timeline says it; a draft that it holds has been sent. */
  lastReply: string;
  /** What happened last, as the timeline says it. */
  happened: string;
};

/** Where the office writes back. The words go to the contractor and stay on the job page. */
export function Composer({ action, order, happened, lastReply, ...shown }: Props) {
  const { company, asked, hint, goesBy, dispatchHref } = shown;
  const { state, pending, form } = useKeptForm(action);
  const [text, write] = useDraft(order.id, state.sent?.text ?? "", lastReply);
  const field = useTypedBefore(write);
  return (
    <form
      {...form}
      onKeyDown={submitOnKeys}
      className="rounded-phone border border-line-2 bg-surface p-2 shadow-control focus-within:border-accent focus-within:shadow-halo focus-within:outline focus-within:outline-accent"
    >
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="version" value={order.version} />
      <label htmlFor="reply" className="flex items-start gap-2.5 px-2 pt-1 text-13 text-ink-3">
        <Reply aria-hidden size={15} className={`mt-0.5 shrink-0 ${asked ? "text-question" : ""}`} />
        <span>
          <span className={`font-500 ${asked ? "text-question" : "text-ink-2"}`}>
            {asked ? "Reply to" : "Write to"} {company}.
          </span>{" "}
          {hint}
        </span>
      </label>
      <textarea
        ref={field}
        id="reply"
        name="text"
        required
        maxLength={2000}
        rows={1}
        value={text}
        onChange={(event) => write(event.target.value)}
        aria-describedby={state.problem ? "reply-problem" : undefined}
        className="field-sizing-content max-h-48 min-h-11 w-full resize-none bg-transparent px-2 py-1.5 text-15 outline-none"
      />
      {state.problem && (
        <div id="reply-problem" className="px-2 pb-1.5">
          <RefusedNotice state={state} happened={happened} />
        </div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-x-1 gap-y-2 pl-2">
        <p className="flex-1 basis-full text-13 text-ink-3 @xl:basis-48">
          {goesBy ? `Goes by ${goesBy}` : "There is no address to send this to. Add one to the contractor."}
        </p>
        {dispatchHref && (
          <RouteButton href={dispatchHref} scroll={false} kind="quiet">
            Re-dispatch with this
          </RouteButton>
        )}
        <Button kind="primary" disabled={pending}>
          {asked ? "Send reply" : "Send"} <SendKeys />
        </Button>
      </div>
    </form>
  );
}

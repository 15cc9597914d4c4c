"use client";
// A client component because the link is shown this once, and is put on the clipboard.

import { useActionState, useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "./form-state";

type Props = { action: FormAction; orderId: string; company: string };

/** Shows a fresh link to send one's own way. It can’t be shown again: only its fingerprint is kept. */
export function CopyLink({ action, orderId, company }: Props) {
  const [state, submit] = useActionState(action, {});
  const copied = useCopied(state.done);
  return (
    <form id="copy-link" action={submit}>
      <input type="hidden" name="orderId" value={orderId} />
      {state.problem && <Notice tone="problem">{state.problem}</Notice>}
      {state.done && (
        <div role="status">
          <Notice tone="good">
            <label htmlFor="copied-link" className="font-550">
              {copied ? "The link is on your clipboard." : "Copy this link."}
            </label>{" "}
            Send it to {company} yourself. We can’t show it again.
            <input
              id="copied-link"
              readOnly
              value={state.done}
              onFocus={(event) => event.currentTarget.select()}
              className="field-box mt-2 min-h-9 w-full rounded-control px-3 font-mono text-13 text-ink"
            />
          </Notice>
        </div>
      )}
    </form>
  );
}

function useCopied(link: string | undefined): boolean {
  const [copied, setCopied] = useState<string>();
  useEffect(() => {
    if (!link) return;
    navigator.clipboard?.writeText(link).then(
      () => setCopied(link),
      () => setCopied(undefined),
    );
  }, [link]);
  return copied !== undefined && copied === link;
}

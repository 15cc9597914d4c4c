"use client";
// A client component because the link is shown this once, and is put on the clipboard.

import { Copy, KeyRound } from "lucide-react";
import { useActionState, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "./form-state";

type Props = { action: FormAction; client: string; address: string };

/** Issues a recovery link and shows it. It can’t be shown again: only its fingerprint is kept. */
export function RecoveryLink({ action, client, address }: Props) {
  const [{ done, problem }, submit, pending] = useActionState(action, {});
  return (
    <form action={submit} className="grid w-full justify-items-start gap-3">
      <input type="hidden" name="client" value={client} />
      <input type="hidden" name="address" value={address} />
      <Button disabled={pending} icon={<KeyRound aria-hidden size={15} />}>
        {done ? "Issue another one" : "Issue recovery link"}
      </Button>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {done && <Shown key={done} link={done} />}
    </form>
  );
}

function Shown({ link }: { link: string }) {
  const id = useId();
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard?.writeText(link).then(
      () => setSaid("It is on your clipboard."),
      () => setSaid("Your browser didn’t let us copy it. Select it and copy it."),
    );
  return (
    <div
      role="status"
      className="grid w-full justify-items-start gap-2 rounded-control bg-completed-tint p-3"
    >
      <label htmlFor={id} className="text-13 text-completed">
        Works once, for 30 minutes. We can’t show it again.
      </label>
      <textarea
        id={id}
        readOnly
        rows={4}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        className="field-box w-full resize-none rounded-control px-2.5 py-2 font-mono text-13 break-all text-ink"
      />
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
        <Button type="button" onClick={copy} icon={<Copy aria-hidden size={15} />}>
          Copy
        </Button>
        <span className="text-13 text-completed">{said}</span>
      </span>
    </div>
  );
}

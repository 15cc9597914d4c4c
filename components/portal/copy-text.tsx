"use client";
// A client component because only script can put something on the clipboard: without it there is no button.

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

type Props = {
  text: string;
  /** “Account number”, for whoever hears the button and does not see beside what it stands. */
  what: string;
};

/** Puts a text on the clipboard, and says so. */
export function CopyText({ text, what }: Props) {
  const [can, setCan] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCan(navigator.clipboard !== undefined), []);
  if (!can) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const Icon = copied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => void copy()}
        className="inline-flex min-h-11 items-center gap-2 rounded-control px-3 text-15 font-500 text-brand hover:bg-ink/4"
      >
        <Icon aria-hidden size={18} strokeWidth={1.75} />
        {copied ? "Copied" : "Copy"}
        <span className="sr-only"> {what}</span>
      </button>
      <span role="status" className="sr-only">
        {copied && `${what} copied`}
      </span>
    </>
  );
}

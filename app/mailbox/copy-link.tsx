"use client";

import { Check, Copy } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => {};

/** Copies a link, which only a script can do; so without one there is no button. */
export function CopyLink({ link }: { link: string }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [copied, setCopied] = useState(false);
  if (!hasScript) return null;
  const Icon = copied ? Check : Copy;
  return (
    <Button
      type="button"
      size="desk-tall"
      icon={<Icon aria-hidden size={16} strokeWidth={1.75} />}
      onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? "Copied" : "Copy link"}</span>
    </Button>
  );
}

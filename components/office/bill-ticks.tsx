"use client";
// A client component because a form that comes back keeps what was ticked.

import { createContext, useContext } from "react";

/** What the form around was sent with, by the names of its fields. */
export const SentBefore = createContext<Record<string, string>>({});

/** Takes one invoice into what is done with several. Its name says which it is. */
export function BillTick({ name, label }: { name: string; label: string }) {
  const sent = useContext(SentBefore);
  return (
    <label className="relative z-1 flex size-8 items-center justify-center pointer-coarse:size-11">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        name={name}
        data-tick
        defaultChecked={sent[name] === "on"}
        className="size-4 accent-accent"
      />
    </label>
  );
}

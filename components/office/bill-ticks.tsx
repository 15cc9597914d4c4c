"use client";
// A client component because a form that comes back keeps what was ticked.

import { createContext, useContext } from "react";

/** What the form around was sent with, by the names of its fields. */
export const SentBefore = createContext<Record<string, string>>({});

type Props = { name: string; value: string; label: string };

/** Takes one invoice into what is done with several. Its name says which it is, its value as what it was shown. */
export function BillTick({ name, value, label }: Props) {
  const sent = useContext(SentBefore);
  return (
    <label className="relative z-1 flex size-8 items-center justify-center pointer-coarse:size-11">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        name={name}
        value={value}
        data-tick
        defaultChecked={sent[name] === value}
        className="size-4 accent-accent"
      />
    </label>
  );
}

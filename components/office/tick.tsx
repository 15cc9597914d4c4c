import type { ReactNode } from "react";

type Props = { name: string; label: string; hint: ReactNode; ticked: boolean };

/** Something that is on or off, and what that means. */
export function Tick({ name, label, hint, ticked }: Props) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 text-14 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        name={name}
        defaultChecked={ticked}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>
        {label}
        <span className="block text-13 text-ink-3">{hint}</span>
      </span>
    </label>
  );
}

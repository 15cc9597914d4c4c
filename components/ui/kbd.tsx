import type { ReactNode } from "react";

/** A key to press. `onButton` is drawn in the button's own colour. */
export function Kbd({ children, onButton = false }: { children: ReactNode; onButton?: boolean }) {
  return (
    <kbd
      className={`inline-flex h-5 min-w-5 items-center justify-center rounded-[0.25rem] border px-1 font-mono text-12 ${
        onButton ? "h-4 border-current opacity-80" : "border-line bg-sunken text-ink-2"
      }`}
    >
      {children}
    </kbd>
  );
}

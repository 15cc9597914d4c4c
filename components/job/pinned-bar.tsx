import type { ReactNode } from "react";

/** What can be done, always in reach of a thumb; on a screen too low for it, at the end of the page. */
export function PinnedBar({ children }: { children: ReactNode }) {
  return (
    <footer
      data-pinned=""
      className="bottom-0 z-10 -mx-5 mt-auto border-t border-line bg-surface px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-bar sm:shadow-none [@media(min-height:30rem)]:sticky"
    >
      {children}
    </footer>
  );
}

/** The column of every page about a job. */
export function JobColumn({ children }: { children: ReactNode }) {
  return <div className="mx-auto flex min-h-dvh w-full max-w-160 flex-col px-5">{children}</div>;
}

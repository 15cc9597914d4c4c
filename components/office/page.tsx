import type { ReactNode } from "react";

type Props = {
  heading: string;
  /** The page's one main act, at the right of its heading. */
  act?: ReactNode;
  /** Forms read best narrow. */
  narrow?: boolean;
  children: ReactNode;
};

/** A page of the office beside the inbox: its heading, its main act, and what it holds. */
export function Page({ heading, act, narrow = false, children }: Props) {
  return (
    <div className="flex-1 bg-surface min-[68.75rem]:overflow-y-auto print:overflow-visible">
      <div className={`px-5 pt-6 pb-12 min-[68.75rem]:px-10 ${narrow ? "max-w-180" : "max-w-300"}`}>
        <header className="mb-6 flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-26 font-600">{heading}</h1>
          {act}
        </header>
        {children}
      </div>
    </div>
  );
}

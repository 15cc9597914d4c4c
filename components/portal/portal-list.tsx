import type { ReactNode } from "react";

type Props = {
  heading: string;
  about: string;
  /** What else there is of it. */
  act?: ReactNode;
  /** Where the next older ones are, and the way back to the newest. */
  pages?: { olderHref: string | null; newestHref: string | null };
  children: ReactNode;
};

/** A page of the portal that is one list. */
export function PortalList({ heading, about, act, pages, children }: Props) {
  const { olderHref = null, newestHref = null } = pages ?? {};
  return (
    <div className="max-w-200">
      <h1 className="text-30 font-650 sm:text-34">{heading}</h1>
      <p className="mt-1 text-17 text-ink-2">{about}</p>
      {act && <p className="mt-1">{act}</p>}
      <div className="mt-6 grid gap-10">{children}</div>
      {(olderHref ?? newestHref) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-x-6">
          {newestHref && (
            <a href={newestHref} className={page}>
              Back to the newest
            </a>
          )}
          {olderHref && (
            <a href={olderHref} className={page}>
              Show older ones
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

const page = "text-link inline-flex min-h-11 items-center text-16";

import Link from "next/link";
import type { OwedView } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";

type Props = {
  /** Null where nothing is owed. */
  owed: OwedView | null;
  whose: { client: string } | { project: string };
};

/** What is owed by a client or of a project, in one line that leads to the invoices. */
export function OwedLine({ owed, whose }: Props) {
  if (!owed) return null;
  const { amount, overdue, count } = owed;
  return (
    <p className="-mt-2 mb-6 text-14 text-ink-2 tabular-nums">
      <Link
        href={hrefs.invoices({ ...whose, status: "open" })}
        prefetch={false}
        className={`${link} text-ink`}
      >
        {amount} outstanding
      </Link>
      {count === 1 ? " in one invoice" : ` in ${count} invoices`}
      {overdue && (
        <>
          ,{" "}
          <Link
            href={hrefs.invoices({ ...whose, status: "overdue" })}
            prefetch={false}
            className={`${link} text-danger`}
          >
            {overdue} overdue
          </Link>
        </>
      )}
    </p>
  );
}

const link =
  "font-550 underline decoration-current/40 underline-offset-4 hover:decoration-current pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

import Link from "next/link";
import type { AgeBar, OutstandingView } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";
import { MoneyFigure } from "./money-figure";

/** What is owed, by how late it is. Only what is late has a colour. */
export function MoneyAges({ outstanding }: { outstanding: OutstandingView }) {
  const { amount, bars, overdue, pending, others } = outstanding;
  const most = Math.max(...bars.map(({ cents }) => cents));
  return (
    <MoneyFigure
      id="outstanding"
      heading="Outstanding"
      figure={amount}
      aside={
        overdue && (
          <Link href={hrefs.invoices({ status: "overdue" })} prefetch={false} className={late}>
            {overdue.amount} overdue
          </Link>
        )
      }
      caption={captionOf(outstanding)}
      columns={["How late", "Invoices", "Outstanding"]}
      rows={bars.map(({ words, count, amount }) => [words, String(count), amount])}
    >
      <ul className="grid gap-1">
        {bars.map((bar) => (
          <li key={bar.age}>
            <Bar bar={bar} share={most > 0 ? bar.cents / most : 0} />
          </li>
        ))}
      </ul>
      {(pending || others.length > 0) && (
        <p className="mt-3 text-13 text-ink-3">
          {[
            pending && `${pending} more is on its way from banks.`,
            others.length > 0 && `${others.join(" and ")} more is owed in another currency.`,
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
    </MoneyFigure>
  );
}

const late =
  "text-18 font-550 tabular-nums text-danger underline decoration-danger/40 underline-offset-4 hover:decoration-current pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

function captionOf({ count, overdue }: OutstandingView): string {
  if (count === 0) return "Nobody owes you anything right now.";
  const all = count === 1 ? "one invoice" : `${count} invoices`;
  const late = !overdue ? "none is late" : overdue.count === 1 ? "one is late" : `${overdue.count} are late`;
  return `What is left to pay of ${all}, by how late it is; ${late}.`;
}

function Bar({ bar: { age, words, count, amount }, share }: { bar: AgeBar; share: number }) {
  return (
    <Link
      href={hrefs.invoices({ age })}
      prefetch={false}
      className="-mx-2 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-1.5 rounded-control px-2 py-2 text-14 hover:bg-ink/4 sm:grid-cols-[9rem_minmax(0,1fr)_10rem]"
    >
      <span className={count > 0 ? "" : "text-ink-3"}>{words}</span>{" "}
      <svg aria-hidden="true" className="h-4 w-full max-sm:order-last max-sm:col-span-2">
        <rect width="100%" height="100%" rx="3" className="fill-sunken" />
        <rect width={percent(share)} height="100%" rx="3" className={fillOf(age)} />
      </svg>
      <span className="text-right">
        <span className={`block text-16 font-550 tabular-nums ${count > 0 ? "" : "text-ink-3"}`}>
          {amount}
        </span>{" "}
        <span className="block text-12 text-ink-3">{count === 1 ? "1 invoice" : `${count} invoices`}</span>
      </span>
    </Link>
  );
}

const fillOf = (age: AgeBar["age"]) => (age === "not-due" ? "fill-control" : "fill-danger");

/** What is not nothing can be seen. */
const percent = (share: number) => (share > 0 ? `${Math.max(0.6, share * 100).toFixed(2)}%` : "0");

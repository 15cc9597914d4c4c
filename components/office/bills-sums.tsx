import Link from "next/link";
import { ToneIcon } from "@/components/ui/chip";
import type { BillSum, BillsView } from "@/lib/bills/views";
import type { BillState } from "@/lib/work-orders/views";
import { billLooks } from "./bill-chip";
import { type BillsFilter, billsHref } from "./bills-address";

type Props = { sums: BillsView["sums"]; filter: BillsFilter };

const states = Object.keys(billLooks) as BillState[];

/** What those shown come to, by state; each leads to its own. */
export function BillsSums({ sums, filter }: Props) {
  return (
    <nav aria-label="By state" className="mb-4">
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
        <Sum href={billsHref({ ...filter, state: undefined })} chosen={!filter.state} label="All states">
          <Words strong={`${unpaidOf(sums)} not paid yet`} />
        </Sum>
        {states.map((state) => (
          <Sum
            key={state}
            href={billsHref({ ...filter, state })}
            chosen={filter.state === state}
            label={billLooks[state].text}
            icon={<ToneIcon tone={billLooks[state].tone} />}
          >
            <SumWords sum={sums[state]} />
          </Sum>
        ))}
      </ul>
    </nav>
  );
}

const unpaidOf = (sums: Props["sums"]) =>
  states
    .filter((state) => state !== "paid")
    .reduce((counted, state) => counted + (sums[state]?.count ?? 0), 0);

function SumWords({ sum }: { sum: BillSum | null }) {
  if (!sum) return <span className="text-13 text-ink-3">Choose a month for its sum</span>;
  return <Words strong={sum.words} weak={`${sum.count} ${sum.count === 1 ? "invoice" : "invoices"}`} />;
}

function Words({ strong, weak }: { strong: string; weak?: string }) {
  return (
    <>
      <span className="text-15 font-600 tabular-nums">{strong}</span>
      {weak && <span className="text-12 text-ink-3">{weak}</span>}
    </>
  );
}

type SumProps = {
  href: string;
  chosen: boolean;
  label: string;
  icon?: React.ReactNode;
  children: React.ReactNode;
};

function Sum({ href, chosen, label, icon, children }: SumProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={chosen ? "true" : undefined}
        className="flex h-full min-h-16 flex-col justify-center rounded-control border border-line px-3 py-2 hover:border-line-2 aria-[current=true]:border-accent aria-[current=true]:bg-accent-tint"
      >
        <span className="flex items-center gap-1.5 text-12 text-ink-3">
          {icon}
          {label}
        </span>
        {children}
      </Link>
    </li>
  );
}

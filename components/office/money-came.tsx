import type { CameView, WeekBar } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";
import { MoneyColumns } from "./money-columns";
import { MoneyFigure } from "./money-figure";

/** What was paid this month, week by week, against the month before. */
export function MoneyCame({ came }: { came: CameView }) {
  const { month, lastMonth, amount, wentBack, weeks } = came;
  return (
    <MoneyFigure
      id="came"
      heading={`Paid in ${month}`}
      figure={amount}
      aside={wentBack && <p className="text-14 text-ink-2 tabular-nums">{wentBack} went back</p>}
      caption={captionOf(came)}
      columns={["Days", month, lastMonth]}
      rows={weeks.map(({ label, amount, isAhead, last }) => [
        label,
        isAhead ? "To come" : amount,
        last?.amount ?? "None",
      ])}
    >
      <ul aria-hidden="true" className="mb-1 flex flex-wrap gap-x-5 text-12 text-ink-3">
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" width="10" height="10">
            <rect width="10" height="10" rx="2" className="fill-accent" />
          </svg>
          {month}
        </li>
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" width="14" height="10">
            <rect width="14" height="10" className="fill-line" />
            <rect width="14" height="2" className="fill-control" />
          </svg>
          {lastMonth}
        </li>
      </ul>
      <MoneyColumns label={`Paid in ${month}, by week`} columns={weeks.map((week) => columnOf(week, came))} />
    </MoneyFigure>
  );
}

function captionOf({ month, lastMonth, change, lastSoFar, lastAll }: CameView): string {
  const held = change ? `${change.amount} ${change.isMore ? "more" : "less"} than` : "As much as";
  return `${held} by this day of ${lastMonth}, when ${lastSoFar} had come; each week of ${month} stands before the same days of ${lastMonth}, which brought ${lastAll} in all.`;
}

function columnOf(week: WeekBar, { lastMonth }: CameView) {
  const { days, label, words, cents, amount, brief, isAhead, last } = week;
  const before = last ? `, ${last.amount} in the same days of ${lastMonth}` : "";
  return {
    ...{ key: days.from, label, size: cents, against: last?.cents ?? null, isMain: true },
    value: isAhead ? "" : brief,
    href: hrefs.invoices({ came: `${days.from}..${days.until}` }),
    words: isAhead ? `${words}: still to come${before}` : `${words}: ${amount}${before}`,
  };
}

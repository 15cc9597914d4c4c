import type { DaysToPayView, MonthBar } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";
import { MoneyColumns } from "./money-columns";
import { MoneyFigure } from "./money-figure";

/** How long invoices took to be paid, month by month; this month is the one that is meant. */
export function MoneyDays({ daysToPay }: { daysToPay: DaysToPayView }) {
  const { days, months } = daysToPay;
  return (
    <MoneyFigure
      id="days-to-pay"
      heading="Average days to pay"
      figure={days === null ? "None yet" : daysWords(days)}
      caption={captionOf(daysToPay)}
      columns={["Settled in", "Invoices", "Days on average"]}
      rows={months.map(({ words, count, days }) => [
        words,
        String(count),
        days === null ? "None" : String(days),
      ])}
    >
      <MoneyColumns
        label="Average days to pay, by month"
        columns={months.map((month, place) => columnOf(month, place === months.length - 1))}
      />
    </MoneyFigure>
  );
}

const daysWords = (days: number) => (days === 1 ? "1 day" : `${days} days`);

function captionOf({ count }: DaysToPayView): string {
  if (count === 0) return "No invoice was paid in full in the last 12 months.";
  const of = count === 1 ? "one invoice that was" : `${count} invoices that were`;
  return `Days from sending an invoice until nothing was left to pay, for the ${of} settled in the last 12 months, by month.`;
}

function columnOf({ month, label, words, days, count }: MonthBar, isMain: boolean) {
  const told = days === null ? "none was settled" : `${daysWords(days)} on average, ${invoicesWords(count)}`;
  return {
    ...{ key: month, label, isMain, size: days ?? 0 },
    value: days === null ? "" : String(days),
    href: hrefs.invoices({ settled: month }),
    words: `${words}: ${told}`,
  };
}

const invoicesWords = (count: number) => (count === 1 ? "1 invoice" : `${count} invoices`);

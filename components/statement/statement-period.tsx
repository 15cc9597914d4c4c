import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/field";
import type { Statement } from "@/lib/invoices/views";

type Props = {
  statement: Pick<Statement, "from" | "until" | "today" | "usual">;
  /** Where the statement is: its form leads back there, and its PDF is below. */
  here: string;
};

/** Over which days: a plain form whose answer is an address, the usual periods, and the same as a PDF. */
export function StatementPeriod({ statement: { from, until, today, usual }, here }: Props) {
  const of = (period: { from: string; until: string }) =>
    new URLSearchParams({ from: period.from, until: period.until });
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 print:hidden">
      <form action={here} className="flex flex-wrap items-end gap-3">
        <TextField id="from" label="From" name="from" type="date" defaultValue={from} max={today} required />
        <TextField
          id="until"
          label="Until"
          name="until"
          type="date"
          defaultValue={until}
          max={today}
          required
        />
        <Button size="desk-tall">Show</Button>
      </form>
      <ul aria-label="Usual periods" className="flex flex-wrap gap-x-5">
        {usual.map(({ name, ...period }) => (
          <li key={name}>
            <a
              href={`${here}?${of(period)}`}
              aria-current={period.from === from && period.until === until ? "true" : undefined}
              className="text-link inline-flex min-h-9 items-center text-14 aria-[current=true]:font-600 pointer-coarse:min-h-11"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <a href={`${here}/pdf?${of({ from, until })}`} className={buttonClass("secondary", "desk-tall")}>
        <Download aria-hidden size={16} strokeWidth={1.75} />
        Save as PDF
      </a>
    </div>
  );
}

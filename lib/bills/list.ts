import { listInTenant, type Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { billStates } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { dayIn, instantIn, month } from "@/lib/dates";
import { amountWords } from "@/lib/money";
import type { BillState } from "@/lib/work-orders/views";
import { type BillFilter, cursorOf, readBillRows, readBillSums } from "./rows";
import type { BillsAsked } from "./sent";
import { billRow, lookOf } from "./show";
import type { BillSum, BillsView } from "./views";

const pageSize = 50;

/**
 * One page of the contractors' invoices, newest first, and what all that fit come to in each state; the state itself
 * narrows the page alone, so that one sees what the others hold.
 */
export async function readBills(scope: StaffScope, asked: BillsAsked, now: Date): Promise<BillsView> {
  return listInTenant(scope, async (tx) => {
    const tenant = await readTenant(tx);
    const filter = filterOf(asked, tenant.timeZone);
    const rows = await readBillRows(tx, { ...filter, after: asked.after }, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      rows: shown.map((row) => billRow(row, lookOf(tenant, now))),
      after: last ? cursorOf(last) : null,
      sums: await sumsOf(tx, filter, tenant),
      months: monthsTo(dayIn(now, tenant.timeZone), asked.month),
      today: dayIn(now, tenant.timeZone),
    };
  });
}

export type Tenant = typeof tenants.$inferSelect;

/** The business whose session this is. */
export async function readTenant(tx: Tx): Promise<Tenant> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A session's business is gone.");
  return tenant;
}

/** What the address asks for, as it is read by: a month is one of the business's own zone. */
export function filterOf(asked: BillsAsked, zone: string): BillFilter {
  const { state, contractor: contractorId, q } = asked;
  const narrowed = { state, contractorId, q };
  if (!asked.month) return narrowed;
  const [year = 0, of = 0] = asked.month.split("-").map(Number);
  return { ...narrowed, from: begins(asked.month, zone), until: begins(monthAt(year * 12 + of), zone) };
}

const begins = (month: string, zone: string) => instantIn(zone, `${month}-01`, "00:00");

const mostMonths = 24;

/** The months to choose from, back from this day’s; one that is chosen already and is none of them stands last. */
function monthsTo(day: string, chosen: string | undefined): BillsView["months"] {
  const [year = 0, of = 0] = day.split("-").map(Number);
  const last = year * 12 + of - 1;
  const months = Array.from({ length: mostMonths }, (_, back) => monthAt(last - back));
  const all = !chosen || months.includes(chosen) ? months : [...months, chosen];
  return all.map((value) => ({
    value,
    words: `${month(new Date(`${value}-02T00:00Z`), "UTC")} ${value.slice(0, 4)}`,
  }));
}

/** Of so many months since the year 0, `2026-05`. */
const monthAt = (count: number) => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;

/** What is not paid yet is seldom much. What ever was paid would take longer to add up than anybody looks at it. */
const unpaid = billStates.filter((state) => state !== "paid");

async function sumsOf(tx: Tx, filter: BillFilter, { currency, locale }: Tenant): Promise<BillsView["sums"]> {
  const summed: readonly BillState[] = filter.from || filter.contractorId ? billStates : unpaid;
  const read = await readBillSums(tx, filter, summed);
  const sumOf = (state: BillState): BillSum | null => {
    if (!summed.includes(state)) return null;
    const theirs = read.filter((sum) => sum.state === state);
    const words = theirs.map((sum) => amountWords(sum.cents, { currency: sum.currency, locale }));
    return {
      count: theirs.reduce((count, sum) => count + sum.count, 0),
      words: words.join(" and ") || amountWords(0, { currency, locale }),
    };
  };
  return Object.fromEntries(billStates.map((state) => [state, sumOf(state)])) as BillsView["sums"];
}

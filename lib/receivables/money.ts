import { sql } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import type { StaffScope } from "@/lib/auth/scope";
import { readCame } from "./came";
import { readDaysToPay } from "./days-to-pay";
import { readLast } from "./last";
import { readLate } from "./late";
import { readOutstanding, readOwedOf } from "./outstanding";
import { readReading } from "./reading";
import type { MoneyView, OwedView } from "./views";

/**
 * What the business is owed and was paid, as of now: what is owed by age, what came this month, how long invoices took, what
 * is late the longest from that row on, and what came last. What comes while it is read shows the page anew.
 */
export function readMoney(
  scope: StaffScope,
  asked: { after?: string | undefined },
  now: Date,
): Promise<MoneyView> {
  return listInTenant(scope, async (tx) => {
    const reading = await readReading(tx, now);
    return {
      outstanding: await readOutstanding(tx, reading),
      came: await readCame(tx, reading),
      daysToPay: await readDaysToPay(tx, reading),
      late: await readLate(tx, reading, asked.after),
      last: await readLast(tx, reading),
      isNew: await wasNothingSent(tx),
    };
  });
}

async function wasNothingSent(tx: Tx): Promise<boolean> {
  const [sent] = await tx.execute(
    sql`select 1 from invoices where serial is not null order by serial limit 1`,
  );
  return sent === undefined;
}

/** What is owed by one client, or of one project; null where nothing is. */
export function readOwed(
  scope: StaffScope,
  whose: { clientId: string } | { projectId: string },
  now: Date,
): Promise<OwedView | null> {
  return listInTenant(scope, async (tx) => readOwedOf(tx, whose, await readReading(tx, now)));
}

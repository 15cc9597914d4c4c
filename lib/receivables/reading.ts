import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { dayIn } from "@/lib/dates";

/** How a business reads its money: its zone, its ways, and what day it is there. */
export type Reading = { zone: string; locale: string; currency: string; now: Date; today: string };

export async function readReading(tx: Tx, now: Date): Promise<Reading> {
  const [tenant] = await tx
    .select({ zone: tenants.timeZone, locale: tenants.locale, currency: tenants.currency })
    .from(tenants);
  if (!tenant) throw new Error("A session's business is gone.");
  return { ...tenant, now, today: dayIn(now, tenant.zone) };
}

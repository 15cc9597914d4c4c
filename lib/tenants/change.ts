import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";

/** What every change of a business’s settings stands on: the lock of its row, and its line in the trail. */

export type Tenant = typeof tenants.$inferSelect;

/** One change at a time: the business’s row is locked, so that what a change says it was before is what it was. */
export async function lockTenant(tx: Tx): Promise<Tenant> {
  const [tenant] = await tx.select().from(tenants).for("no key update");
  if (!tenant) throw new Error("A session's business is gone.");
  return tenant;
}

/** What was changed, and from what to what; `happened` where that is another word than “changed”. */
type Changed = { what: string; happened?: string; from?: string; to?: string };

/** Writes down that a setting was changed. */
export const tellSetting = (tx: Tx, scope: StaffScope, detail: Changed): Promise<void> =>
  record(tx, { ...doerOf(scope), tenantId: scope.tenantId, kind: "settings.changed", detail });

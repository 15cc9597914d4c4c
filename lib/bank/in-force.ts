import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import { dateInFull } from "@/lib/dates";
import { accountForm } from "./account";
import type { BankDetails } from "./change";
import { checkWords } from "./check-words";
import { whenWords } from "./tell";
import type { BankView } from "./views";
import { goneOf } from "./who-may";

type Tenant = Pick<typeof tenants.$inferSelect, "currency" | "timeZone" | "locale" | "phone">;

/**
 * The bank details that clients pay to now, in words, and when others take their place where that is settled; null where there
 * are none. The caller has settled who may read them: whoever may read an invoice that is still to be paid.
 */
export async function bankDetailsInForce(tx: Tx, now: Date): Promise<BankView | null> {
  const [[tenant], found] = await Promise.all([
    tx.select().from(tenants),
    tx
      .select()
      .from(bankDetails)
      .where(inArray(bankDetails.state, ["in-force", "confirmed"])),
  ]);
  const inForce = found.find(({ state }) => state === "in-force");
  const coming = found.find(({ state }) => state === "confirmed");
  if (!tenant || !inForce) return null;
  return inForceView(inForce, {
    coming: coming && !(await goneOf(tx, coming)) ? coming : undefined,
    tenant,
    now,
  });
}

/** Those in force in words; `coming` takes their place. */
export function inForceView(
  { accountName, bankName, inForceSince, ...numbers }: BankDetails,
  { coming, tenant, now }: { coming: BankDetails | undefined; tenant: Tenant; now: Date },
): BankView {
  const { timeZone, locale } = tenant;
  const { routing, accountNumber } = numbers;
  return {
    accountName,
    bankName,
    ...shownNumbers(numbers, tenant),
    plain: { routing, accountNumber },
    unchangedSince: inForceSince ? dateInFull(inForceSince, timeZone, locale) : "",
    checkWords: checkWords(numbers),
    changes: changesOf(coming, tenant, now),
    phone: phoneWords(tenant.phone),
  };
}

/** Once their day is over, the job that puts them in force comes by within minutes. */
function changesOf(coming: BankDetails | undefined, tenant: Tenant, now: Date): BankView["changes"] {
  if (!coming?.takesEffectAt) return null;
  return coming.takesEffectAt > now ? { on: whenWords(coming.takesEffectAt, tenant) } : "now";
}

/** The numbers of an account in their groups, and what they are called. */
export function shownNumbers(
  { routing, accountNumber }: Pick<BankDetails, "routing" | "accountNumber">,
  { currency }: Pick<Tenant, "currency">,
) {
  const form = accountForm(currency);
  return {
    routingName: form.routing?.name ?? null,
    routing: form.routing?.show(routing) ?? "",
    numberName: form.number.name,
    accountNumber: form.number.show(accountNumber),
  };
}

import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockTenant, type Tenant, tellSetting } from "@/lib/tenants/change";
import { asOwner } from "@/lib/tenants/security";
import { typedMilli } from "./typed";

/** How a business numbers its invoices, when they are due, and what tax a new line has. */
export type InvoiceSettings = {
  prefix: string;
  /** The number that the next one gets. */
  next: number;
  termsDays: number;
  taxName: string;
  taxMilliPercent: number;
};

/** The largest number that an invoice may have. */
export const mostNumber = 999_999_999;

/** For the page of Settings; the connected account is an owner's alone to see. */
export async function readInvoiceSettings(
  scope: StaffScope,
): Promise<InvoiceSettings & { stripeAccount: string | null }> {
  const [tenant] = await inTenant(scope, (tx) => tx.select().from(tenants));
  if (!tenant) throw new Error("A session's business is gone.");
  const stripeAccount = scope.actor.role === "owner" ? tenant.stripeAccount : null;
  return { ...settingsOf(tenant), stripeAccount };
}

const settingsOf = (tenant: Tenant): InvoiceSettings => ({
  prefix: tenant.invoicePrefix,
  next: tenant.lastInvoiceNumber + 1,
  termsDays: tenant.invoiceTermsDays,
  taxName: tenant.taxName,
  taxMilliPercent: tenant.taxMilliPercent,
});

/**
 * Sets what invoices that are sent from now on are called and when they are due, and what tax a new line has; nothing that is
 * written already changes. Refuses a next number that was given already: numbers only go forward.
 */
export function setInvoiceSettings(scope: StaffScope, to: InvoiceSettings): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const tenant = await lockTenant(tx);
    const from = settingsOf(tenant);
    if (to.next < from.next) {
      const sentence = `${to.prefix}${from.next} is next, and numbers only go forward. Choose ${from.next} or more.`;
      return refuse("invalid", { fields: { next: sentence }, sentence });
    }
    await tx.update(tenants).set({
      invoicePrefix: to.prefix,
      lastInvoiceNumber: to.next - 1,
      invoiceTermsDays: to.termsDays,
      taxName: to.taxName,
      taxMilliPercent: to.taxMilliPercent,
    });
    for (const [what, words] of told)
      if (words(from) !== words(to)) await tellSetting(tx, scope, { what, from: words(from), to: words(to) });
    return done(null);
  });
}

const told: [what: string, words: (settings: InvoiceSettings) => string][] = [
  ["Number of the next invoice", ({ prefix, next }) => `${prefix}${next}`],
  ["When invoices are due", ({ termsDays }) => (termsDays === 1 ? "after 1 day" : `after ${termsDays} days`)],
  [
    "Tax of a new line",
    ({ taxName, taxMilliPercent }) => `${taxName} ${typedMilli(taxMilliPercent)}%`.trim(),
  ],
];

/** Sets the account at Stripe that clients’ payments go to, or none. An owner’s alone: it says where money goes. */
export function setStripeAccount(scope: StaffScope, account: string | null): Promise<Outcome<null>> {
  return asOwner(scope, async (tx, tenant) => {
    if (tenant.stripeAccount === account) return done(null);
    await tx.update(tenants).set({ stripeAccount: account });
    const words = (id: string | null) => id ?? "none";
    await tellSetting(tx, scope, {
      ...{ what: "Stripe account", from: words(tenant.stripeAccount), to: words(account) },
    });
    return done(null);
  });
}

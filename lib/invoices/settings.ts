import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockTenant, type Tenant, tellSetting } from "@/lib/tenants/change";
import { asOwner } from "@/lib/tenants/security";
import { businessNumberName } from "./business-number";
import { lastTaken, mostNumber } from "./number";
import { typedMilli } from "./typed";

/** How a business numbers its invoices, when they are due, what tax a new line has, and by which number it is known. */
export type InvoiceSettings = {
  prefix: string;
  /** The number that the next one gets. */
  next: number;
  termsDays: number;
  taxName: string;
  taxMilliPercent: number;
  /** As it stands on its papers; null where it gave none. */
  businessNumber: string | null;
};

/** For the page of Settings; the connected account is an owner's alone to see. */
export async function readInvoiceSettings(
  scope: StaffScope,
): Promise<InvoiceSettings & { businessNumberName: string; stripeAccount: string | null }> {
  const [tenant] = await inTenant(scope, (tx) => tx.select().from(tenants));
  if (!tenant) throw new Error("A session's business is gone.");
  const stripeAccount = scope.actor.role === "owner" ? tenant.stripeAccount : null;
  return {
    ...settingsOf(tenant),
    ...{ businessNumberName: businessNumberName(tenant.locale), stripeAccount },
  };
}

const settingsOf = (tenant: Tenant): InvoiceSettings => ({
  prefix: tenant.invoicePrefix,
  next: tenant.lastInvoiceNumber + 1,
  termsDays: tenant.invoiceTermsDays,
  taxName: tenant.taxName,
  taxMilliPercent: tenant.taxMilliPercent,
  businessNumber: tenant.businessNumber,
});

/**
 * Sets what invoices that are sent from now on are called and when they are due, and what tax a new line has; nothing that is
 * written already changes, but for the number of the business, which every paper has as it is drawn. Refuses a next number
 * that was given already, since numbers only go forward, and a beginning with which one of those to come would read as one
 * that an invoice has.
 */
export function setInvoiceSettings(scope: StaffScope, to: InvoiceSettings): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const tenant = await lockTenant(tx);
    const from = settingsOf(tenant);
    if (to.next < from.next) {
      const sentence = `${to.prefix}${from.next} is next, and numbers only go forward. Choose ${from.next} or more.`;
      return refuse("invalid", { fields: { next: sentence }, sentence });
    }
    const isNew = to.prefix !== from.prefix || to.next !== from.next;
    const taken = isNew ? await lastTaken(tx, to) : null;
    if (taken) {
      const sentence = takenWords(to.prefix, taken);
      return refuse("invalid", { fields: { prefix: sentence }, sentence });
    }
    await tx.update(tenants).set({
      invoicePrefix: to.prefix,
      lastInvoiceNumber: to.next - 1,
      invoiceTermsDays: to.termsDays,
      taxName: to.taxName,
      taxMilliPercent: to.taxMilliPercent,
      businessNumber: to.businessNumber,
    });
    for (const [what, words] of told)
      if (words(from) !== words(to)) await tellSetting(tx, scope, { what, from: words(from), to: words(to) });
    return done(null);
  });
}

const takenWords = (prefix: string, { figure, number }: { figure: number; number: string }) =>
  `With “${prefix}” a number to come would read ${number}, which an invoice has already. Begin them with something else${
    figure < mostNumber ? `, or choose ${figure + 1} or more as the next one` : ""
  }.`;

const told: [what: string, words: (settings: InvoiceSettings) => string][] = [
  ["Number of the next invoice", ({ prefix, next }) => `${prefix}${next}`],
  ["When invoices are due", ({ termsDays }) => (termsDays === 1 ? "after 1 day" : `after ${termsDays} days`)],
  [
    "Tax of a new line",
    ({ taxName, taxMilliPercent }) => `${taxName} ${typedMilli(taxMilliPercent)}%`.trim(),
  ],
  ["Business number on invoices", ({ businessNumber }) => businessNumber ?? "none"],
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

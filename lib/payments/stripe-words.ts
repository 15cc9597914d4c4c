import type Stripe from "stripe";
import type { PaymentMethod } from "./processor";

type Details = Stripe.Charge.PaymentMethodDetails;

const brands: Partial<Record<string, string>> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** What something was paid with, as its payer knows it: “Visa ending 4242”, “Bank account ending 6789”. */
export function paidWith(details: Details | null): { method: PaymentMethod; label: string } {
  if (details?.card)
    return { method: "card", label: ending(brands[details.card.brand ?? ""] ?? "Card", details.card.last4) };
  const debit =
    details?.us_bank_account ?? details?.au_becs_debit ?? details?.bacs_debit ?? details?.sepa_debit;
  if (debit) return { method: "bank-debit", label: ending(bankOf(debit), debit.last4) };
  // A debit that is under way may have no charge to tell of yet.
  return details ? { method: "other", label: "" } : { method: "bank-debit", label: "Bank account" };
}

const bankOf = (debit: object) =>
  "bank_name" in debit && typeof debit.bank_name === "string" ? debit.bank_name : "Bank account";

const ending = (what: string, last4: string | null | undefined) => (last4 ? `${what} ending ${last4}` : what);

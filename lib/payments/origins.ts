import { env } from "@/lib/env";

/** Where an invoice’s form may lead beyond our own pages: the processor’s. The practice processor’s are our own. */
export function paymentOrigins(): string[] {
  const { STRIPE_SECRET_KEY, STRIPE_BASE_URL } = env();
  if (!STRIPE_SECRET_KEY) return [];
  const elsewhere = new URL(STRIPE_BASE_URL).origin;
  return ["https://checkout.stripe.com", ...(elsewhere === "https://api.stripe.com" ? [] : [elsewhere])];
}

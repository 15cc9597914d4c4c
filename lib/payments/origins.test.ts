import { afterAll, expect, test, vi } from "vitest";
import { paymentOrigins } from "./origins";

afterAll(() => vi.unstubAllEnvs());

test("[D5] an invoice’s form may lead to Stripe’s own page, and to the one that stands in for it", () => {
  vi.stubEnv("STRIPE_SECRET_KEY", "sk_test_1");
  vi.stubEnv("STRIPE_WEBHOOK_SECRET", "whsec_1");
  vi.stubEnv("STRIPE_BASE_URL", "http://127.0.0.1:4242/v1");
  expect(paymentOrigins()).toEqual(["https://checkout.stripe.com", "http://127.0.0.1:4242"]);
});

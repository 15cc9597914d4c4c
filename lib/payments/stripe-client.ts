import Stripe from "stripe";
import { env } from "@/lib/env";

const timeoutMs = 10_000;

let client: { key: string; stripe: Stripe } | undefined;

/** Stripe's own client, with what it retries and how long it waits. Only where Stripe is configured. */
export function stripeClient(): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_BASE_URL } = env();
  if (!key) throw new Error("STRIPE_SECRET_KEY is missing: nothing can be asked of Stripe.");
  if (client?.key !== key) client = { key, stripe: connectTo(new URL(STRIPE_BASE_URL), key) };
  return client.stripe;
}

function connectTo({ protocol, hostname, port }: URL, key: string): Stripe {
  return new Stripe(key, {
    apiVersion: "2026-10-28.endive",
    host: hostname,
    protocol: protocol === "http:" ? "http" : "https",
    ...(port && { port }),
    maxNetworkRetries: 2,
    timeout: timeoutMs,
    telemetry: false,
  });
}

/** On whose behalf Stripe is asked. */
export const onBehalf = (account: string | null) => (account ? { stripeAccount: account } : {});

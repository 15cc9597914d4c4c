import { env } from "@/lib/env";
import { practice } from "./practice";
import type { Processor, ProcessorName } from "./processor";
import { stripe } from "./stripe";

const tills: Record<ProcessorName, Processor> = { stripe, practice };

/** Who moves the money here: Stripe where it is configured, else the practice processor of a loopback origin, else nobody. */
export function tillHere(): Processor | undefined {
  if (env().STRIPE_SECRET_KEY) return tills.stripe;
  return env().loopback ? tills.practice : undefined;
}

/** Who moves the money of a payment; undefined for the office's own hands. */
export const tillOf = (name: ProcessorName | "by-hand"): Processor | undefined =>
  name === "by-hand" ? undefined : tills[name];

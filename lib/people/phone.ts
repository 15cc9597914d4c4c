import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { countryOf, normalisePhone } from "@/lib/address";
import { done, type Outcome, refuse } from "@/lib/outcome";

/**
 * A phone number that the office typed, in E.164: without a country it is one of the business's own country. Refuses what
 * cannot be a number; nothing typed is none.
 */
export async function readPhone(
  tx: Tx,
  typed: string | null,
  field: "phone" | "partnerPhone" | "occupantPhone",
): Promise<Outcome<string | null>> {
  if (!typed) return done(null);
  const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
  const number = normalisePhone(typed, tenant && countryOf(tenant.locale));
  const sentence = "That isn’t a phone number. Write it as you would dial it.";
  return number ? done(number) : refuse("invalid", { field, sentence });
}

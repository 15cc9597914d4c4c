import type { CountryCode } from "libphonenumber-js/max";
import { inTenant, type Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { homeOf, normalisePhone } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
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
  const number = normalisePhone(typed, await homeCountry(tx));
  const sentence = "That isn’t a phone number. Write it as you would dial it.";
  return number ? done(number) : refuse("invalid", { field, sentence });
}

/** The country whose numbers this business writes without their prefix. */
export async function homeCountry(tx: Tx): Promise<CountryCode> {
  const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
  return homeOf(tenant?.locale ?? "en-AU");
}

/** The same for a page of the office, which shows numbers as its forms read them. */
export const officeCountry = (scope: StaffScope): Promise<CountryCode> => inTenant(scope, homeCountry);

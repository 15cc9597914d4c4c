import { isNull, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { countryOf, normaliseEmail, normalisePhone } from "@/lib/address";

/**
 * The e-mail address or phone number that a stranger typed, as it would be kept; undefined when it is neither. A number
 * without its country is read as the countries write it in which businesses are, the one with most of them first.
 */
export async function readAddress(typed: string): Promise<string | undefined> {
  const email = normaliseEmail(typed);
  if (email) return email;
  const rows = await gate()
    .select({ locale: tenants.locale })
    .from(tenants)
    .where(isNull(tenants.closedAt))
    .groupBy(tenants.locale)
    .orderBy(sql`count(*) desc, ${tenants.locale}`);
  for (const { locale } of rows) {
    const number = normalisePhone(typed, countryOf(locale));
    if (number) return number;
  }
  return normalisePhone(typed);
}

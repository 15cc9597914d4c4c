import type { StaffScope } from "@/lib/auth/scope";
import { listContractors } from "@/lib/people/contacts";
import { listProperties } from "@/lib/people/properties";
import { readOffice } from "@/lib/tenants/settings";
import { restOfAddress } from "./work-order";

/** What the form of a work order offers: the places, the trades, and how this business writes a price. */
export async function orderChoices(scope: StaffScope) {
  const [properties, trades, { tenant }] = await Promise.all([
    listProperties(scope),
    tradesOf(scope),
    readOffice(scope),
  ]);
  return {
    properties: properties.map((property) => ({
      id: property.id,
      street: property.street,
      rest: restOfAddress(property),
    })),
    trades,
    taxLabel: tenant.taxLabel,
  };
}

/** The trades of this business's contractors, each once. */
export async function tradesOf(scope: StaffScope): Promise<string[]> {
  const contractors = await listContractors(scope);
  return [...new Set(contractors.flatMap(({ trade }) => (trade ? [trade] : [])))].sort();
}

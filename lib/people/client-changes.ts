import type { CountryCode } from "libphonenumber-js/max";
import { addressWords } from "./client-addresses";
import type { ClientDetails } from "./clients";

/** One field of a contact that is another than before, in words. */
export type FieldChange = { field: string; from: string; to: string };

type Told = Partial<Omit<ClientDetails, "portalAccess">>;

const fieldNames: Record<keyof Told, string> = {
  name: "name",
  email: "email",
  phone: "mobile",
  partnerName: "partner",
  partnerEmail: "partner’s email",
  partnerPhone: "partner’s mobile",
  timeZone: "time zone",
  active: "active",
};

/** What of a contact is another than before; numbers as those who dial in `country` write them. */
export function changesOf(before: Told, after: Told, country: CountryCode): FieldChange[] {
  const words = (value: string | boolean | null | undefined) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : value ? value : "none";
  const shown = (field: keyof Told, value: Told[keyof Told]) =>
    /phone/i.test(field) && typeof value === "string" ? addressWords(value, country) : words(value);
  return (Object.keys(fieldNames) as (keyof Told)[])
    .filter((field) => field in after && after[field] !== before[field])
    .map((field) => ({
      field: fieldNames[field],
      from: shown(field, before[field]),
      to: shown(field, after[field]),
    }));
}

/** “email from ellen@marsh.example to ellen@new.example, active from yes to no” */
export const inWords = (changes: FieldChange[]): string =>
  changes.map(({ field, from, to }) => `${field} from ${from} to ${to}`).join(", ");

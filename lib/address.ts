import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";

/**
 * An e-mail address as it is kept: one mailbox, NFKC, lower case, no display name, comment, quoting or control character.
 * Undefined for anything else.
 */
export function normaliseEmail(typed: string): string | undefined {
  const clean = typed.normalize("NFKC").trim().toLowerCase();
  if (clean.length > 254 || !/^[\x21-\x7e]+$/.test(clean)) return undefined;
  return z.email().safeParse(clean).success ? clean : undefined;
}

/** Where a business is, by its locale: `US` of `en-US`. Undefined for a locale that names no country we know. */
export function countryOf(locale: string): CountryCode | undefined {
  const { region } = new Intl.Locale(locale).maximize();
  return region && isSupportedCountry(region) ? region : undefined;
}

/** The country whose numbers a business writes without their prefix: that of its locale, else Australia. */
export const homeOf = (locale: string): CountryCode => countryOf(locale) ?? "AU";

/** A phone number in E.164, read as people of that country write it; undefined when it cannot be one. */
export function normalisePhone(typed: string, country: CountryCode = "AU"): string | undefined {
  const parsed = parsePhoneNumberFromString(typed.normalize("NFKC").trim(), country);
  return parsed?.isValid() ? parsed.number : undefined;
}

/**
 * A number in words: as its own country writes it, `0491 570 156`. For readers in `country` a number that they would read
 * as another one has its prefix, `+64 21 123 4567`: what is shown there can be sent back, and means the same number.
 */
export function phoneWords(phone: string | null, country?: CountryCode): string | null {
  const parsed = phone ? parsePhoneNumberFromString(phone) : undefined;
  if (!parsed) return phone;
  const national = parsed.formatNational();
  const isReadAsMeant = country === undefined || normalisePhone(national, country) === parsed.number;
  return isReadAsMeant ? national : parsed.formatInternational();
}

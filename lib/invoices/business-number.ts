import { homeOf } from "@/lib/address";

/** The number by which a country knows a business, as its own people call it and ask for it on an invoice. */
const names: Partial<Record<string, string>> = {
  AU: "ABN",
  NZ: "GST number",
  GB: "VAT number",
  IE: "VAT number",
  ZA: "VAT number",
  US: "EIN",
  CA: "GST/HST number",
  SG: "UEN",
  IN: "GSTIN",
};

/** What it is called where a business is at home. */
export const businessNumberName = (locale: string): string => names[homeOf(locale)] ?? "Business number";

/** “ABN 51 824 753 556”; empty where the business gave none. */
export const businessNumberWords = (tenant: { businessNumber: string | null; locale: string }): string =>
  tenant.businessNumber ? `${businessNumberName(tenant.locale)} ${tenant.businessNumber}` : "";

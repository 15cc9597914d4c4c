import type { Peeked } from "@/lib/links/link";
import { type ShopChoice, shopsOf } from "@/lib/links/shops";

/** The businesses to choose from: only a sign-in link that was asked for leads to more than one. */
export const choicesOf = (link: Peeked): Promise<ShopChoice[]> =>
  link.purpose === "portal-login" ? shopsOf(link.id) : Promise.resolve([]);

/** The one business that is left to enter, which need not be the one whose link leads the message. */
export async function onlyShop(link: Peeked): Promise<ShopChoice | undefined> {
  const choices = await choicesOf(link);
  return choices.length === 1 ? choices[0] : undefined;
}

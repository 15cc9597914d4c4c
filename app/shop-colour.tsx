import { headers } from "next/headers";
import { shopColourCss } from "@/lib/shop-colour";

/** The shop's own colour for everything on the page that is the shop's, made readable in both themes. */
export async function ShopColour({ hex }: { hex: string }) {
  return <style nonce={(await headers()).get("x-nonce") ?? ""}>{shopColourCss(hex)}</style>;
}

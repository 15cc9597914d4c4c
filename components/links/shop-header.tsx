import { ShopLogo } from "@/components/ui/logo";

export type Shop = { name: string; logo: string };

/** The shop leads: its mark and its name at the top of its page. */
export function ShopHeader({ shop }: { shop: Shop }) {
  return (
    <p className="flex min-h-16 items-center gap-3 text-17 font-600 tracking-[-0.02em]">
      <ShopLogo logo={shop.logo} size={36} />
      {shop.name}
    </p>
  );
}

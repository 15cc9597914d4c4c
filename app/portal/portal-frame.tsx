import { cache, type ReactNode } from "react";
import { ShopColour } from "@/app/shop-colour";
import { type PortalBar, type PortalPart, PortalShell } from "@/components/portal/portal-shell";
import { shopOf } from "@/lib/auth/arrive";
import type { DocumentScope } from "@/lib/auth/may-see";
import { isKnownElsewhere } from "@/lib/links/shops";

const readShop = cache(shopOf);

/** Whose pages these are, and what they show of their shop. */
export async function portalShop({ tenantId }: DocumentScope) {
  const shop = await readShop(tenantId);
  if (!shop) throw new Error("A client’s business is gone.");
  return shop;
}

type Props = {
  scope: DocumentScope;
  /** Which of the portal's parts this page is in. */
  current?: PortalPart;
  /** Instead of the portal's bar, for a page that is one document: its title, and what can be done with all of it. */
  bar?: PortalBar;
  children: ReactNode;
};

/** The frame of every page that a client is let in to. */
export async function PortalFrame({ scope, current, bar, children }: Props) {
  const { actor, tenantId } = scope;
  const shop = await portalShop(scope);
  const nav = actor.kind === "client" && {
    homeHref: "/portal",
    devicesHref: "/portal/devices",
    switchAction: (await isKnownElsewhere(actor.address, tenantId)) ? "/portal/switch" : null,
  };
  return (
    <>
      <ShopColour hex={shop.brandColour} />
      <PortalShell shop={shop} person={actor.name} nav={nav || null} current={current} bar={bar}>
        {children}
      </PortalShell>
    </>
  );
}

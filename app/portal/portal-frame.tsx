import { cache, type ReactNode } from "react";
import { ShopColour } from "@/app/shop-colour";
import { PortalShell } from "@/components/portal/portal-shell";
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

type Props = { scope: DocumentScope; children: ReactNode };

/** The frame of every page that a client is let in to. */
export async function PortalFrame({ scope, children }: Props) {
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
      <PortalShell shop={shop} person={actor.name} nav={nav || null}>
        {children}
      </PortalShell>
    </>
  );
}

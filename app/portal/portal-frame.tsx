import { cache, type ReactNode } from "react";
import { ShopColour } from "@/app/shop-colour";
import type { PortalPart } from "@/components/portal/portal-nav";
import { type PortalBar, PortalShell } from "@/components/portal/portal-shell";
import { phoneWords } from "@/lib/address";
import { shopOf } from "@/lib/auth/arrive";
import type { DocumentScope } from "@/lib/auth/may-see";
import { isKnownElsewhere } from "@/lib/links/shops";
import { readParts } from "@/lib/portal/parts";

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
  /** What can be done with a page that has no bar of its own. */
  acts?: ReactNode;
  /** Whether a phone has the parts at its foot; a page with an act of its own there has not. */
  tabs?: boolean;
  /** Whether its page has three columns beside one another. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page that a client is let in to. */
export async function PortalFrame({ scope, children, ...rest }: Props) {
  const { name, logo, brandColour, address, phone } = await portalShop(scope);
  const { actor } = scope;
  const shop = {
    name,
    logo,
    address,
    phone: phone ? { number: phone, words: phoneWords(phone) ?? phone } : null,
  };
  // Whoever has a link that was passed on learns no more of the address than they typed.
  const person = { name: actor.name, address: actor.kind === "client" ? actor.address : null };
  return (
    <>
      <ShopColour hex={brandColour} />
      <PortalShell shop={shop} person={person} nav={await waysAround(scope)} {...rest}>
        {children}
      </PortalShell>
    </>
  );
}

/** The ways from one page of the portal to another; none for who came to one document by a standing link. */
async function waysAround(scope: DocumentScope) {
  const { actor, tenantId } = scope;
  if (actor.kind !== "client") return null;
  const [there, isKnown] = await Promise.all([readParts(scope), isKnownElsewhere(actor.address, tenantId)]);
  const parts = Object.entries(there).flatMap(([part, is]) => (is ? [part as PortalPart] : []));
  return {
    homeHref: "/portal",
    devicesHref: "/portal/devices",
    switchAction: isKnown ? "/portal/switch" : null,
    there: ["home" as const, ...parts],
  };
}

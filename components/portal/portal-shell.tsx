import type { ReactNode } from "react";
import { type Shop, ShopHeader } from "@/components/links/shop-header";
import { SignedInAnnouncer } from "@/components/links/signed-in-channel";
import { LatchkeyFootnote } from "@/components/ui/footnote";
import { ShopLogo } from "@/components/ui/logo";
import { type PortalPart, PortalParts, PortalTabs } from "./portal-nav";
import { PortalPerson } from "./portal-person";
import { PortalWait } from "./portal-wait";

type Props = {
  shop: PortalShop;
  /** Who acts here: a client, or their partner. The address is shown where they are signed in with it. */
  person: { name: string; address: string | null };
  /** Null where a link opened this one page: there is no way around from there. */
  nav: PortalNav | null;
  current?: PortalPart | undefined;
  bar?: PortalBar | undefined;
  /** What can be done with a page that has no bar of its own: at the right of its head. */
  acts?: ReactNode;
  /** Whether a phone has the parts at its foot; a page with an act of its own there has not. */
  tabs?: boolean | undefined;
  /** Whether its page has three columns beside one another. */
  wide?: boolean | undefined;
  children: ReactNode;
};

/** The bar of a page that is one document: what it is, to which project it belongs, and its acts at the right. */
export type PortalBar = {
  title: string;
  under: string;
  acts?: ReactNode;
  /** The page is as wide as the window, and keeps its own distances. */
  wide?: boolean;
};

/** A shop as its clients’ pages name it. */
export type PortalShop = Shop & { address: string; phone: { number: string; words: string } | null };

export type PortalNav = {
  homeHref: string;
  devicesHref: string;
  /** Where a link to the other shops that know this person is asked for; null where there are none. */
  switchAction: string | null;
  /** The parts in which there is something. */
  there: PortalPart[];
};

const columns = { normal: "mx-auto w-full max-w-290 px-5", wide: "mx-auto w-full max-w-347 px-5" };

/** The frame of a client’s pages: the shop leads, who acts is named, and the way out is on every page. */
export function PortalShell({
  shop,
  person,
  nav,
  current,
  bar,
  acts,
  tabs = false,
  wide = false,
  children,
}: Props) {
  const column = columns[wide ? "wide" : "normal"];
  return (
    <div
      className={`flex min-h-dvh flex-col [--accent:var(--brand)] ${bar?.wide ? "bg-paper" : "sm:bg-paper"}`}
    >
      <header className={`border-line bg-surface sm:border-b ${bar ? "border-b" : ""}`}>
        <div
          className={`flex min-h-16 flex-wrap items-center gap-x-6 ${bar?.wide ? "px-5 sm:px-6" : column} ${bar ? "py-2.5" : ""}`}
        >
          {bar ? <DocumentBar shop={shop} nav={nav} bar={bar} /> : <ShopName shop={shop} nav={nav} />}
          {nav && !bar && <PortalParts there={nav.there} current={current} />}
          <PortalPerson
            person={person}
            shop={shop}
            nav={nav}
            named={!bar}
            edge={bar?.wide ? "window" : wide ? "wide" : "normal"}
          />
          {acts && <div className="order-3 -ml-3">{acts}</div>}
          {bar?.acts && (
            <div className="flex flex-wrap items-center gap-2 order-3 max-sm:basis-full max-sm:pt-1.5 sm:order-1">
              {bar.acts}
            </div>
          )}
        </div>
      </header>
      <main className={bar?.wide ? "flex grow flex-col" : `${column} grow pt-2.5 pb-10 sm:pt-10 sm:pb-14`}>
        <PortalWait>{children}</PortalWait>
      </main>
      <PortalFoot shop={shop} column={column} />
      {nav && tabs && <PortalTabs there={nav.there} current={current} />}
      <SignedInAnnouncer audience={nav ? "client" : "pass"} />
    </div>
  );
}

function ShopName({ shop, nav }: Pick<Props, "shop" | "nav">) {
  if (!nav) return <ShopHeader shop={shop} />;
  return (
    <a href={nav.homeHref} className="min-w-0 min-[60rem]:mr-3">
      <ShopHeader shop={shop} />
    </a>
  );
}

function DocumentBar({ shop, nav, bar }: Pick<Props, "shop" | "nav"> & { bar: PortalBar }) {
  const logo = <ShopLogo logo={shop.logo} size={36} />;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      {nav ? (
        <a href={nav.homeHref} aria-label={`${shop.name}, home`} className="shrink-0">
          {logo}
        </a>
      ) : (
        logo
      )}
      <p className="min-w-0">
        <span className="block text-16 leading-5.5 font-600 text-balance">{bar.title}</span>
        <span className="block text-13 text-ink-2">{bar.under}</span>
      </p>
    </div>
  );
}

/** Whose pages these are, and how to reach them. */
function PortalFoot({ shop: { name, address, phone }, column }: Pick<Props, "shop"> & { column: string }) {
  return (
    <footer
      className={`${column} flex flex-wrap items-center justify-center gap-x-6 gap-y-2 pb-6 text-13 text-ink-2 sm:justify-between`}
    >
      <p className="text-center max-sm:sr-only">
        {[name, address].filter(Boolean).join(", ")}
        {phone && (
          <>
            .{" "}
            <a href={`tel:${phone.number}`} className="whitespace-nowrap">
              {phone.words}
            </a>
          </>
        )}
      </p>
      <LatchkeyFootnote links="links" />
    </footer>
  );
}

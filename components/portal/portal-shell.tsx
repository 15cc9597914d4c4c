import type { ReactNode } from "react";
import { type Shop, ShopHeader } from "@/components/links/shop-header";
import { SignedInAnnouncer } from "@/components/links/signed-in-channel";
import { LatchkeyFootnote } from "@/components/ui/footnote";

type Props = {
  shop: Shop;
  /** Who acts here: a client, or their partner. */
  person: string;
  /** Null where a link opened this one page: there is no way around from there. */
  nav: PortalNav | null;
  current?: PortalPart | undefined;
  bar?: PortalBar | undefined;
  children: ReactNode;
};

/** The parts of the portal that have a place in its bar. */
export type PortalPart = "home" | "documents" | "selections" | "billing" | "appointments";

/** The bar of a page that is one document: what it is, to which project it belongs, and its acts at the right. */
export type PortalBar = { title: string; under: string; acts?: ReactNode };

export type PortalNav = {
  homeHref: string;
  devicesHref: string;
  /** Where a link to the other shops that know this person is asked for; null where there are none. */
  switchAction: string | null;
};

/** The frame of a client’s pages: the shop leads, who acts is named, and the way out is on every page. */
export function PortalShell({ shop, person, nav, bar, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col [--accent:var(--brand)] sm:bg-paper">
      <header className="border-line bg-surface sm:border-b">
        <div className="mx-auto flex max-w-290 flex-wrap items-center gap-x-6 px-5">
          {nav ? (
            <a href={nav.homeHref} className="min-w-0">
              <ShopHeader shop={shop} />
            </a>
          ) : (
            <ShopHeader shop={shop} />
          )}
          {bar && (
            <div className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <p className="min-w-0">
                <span className="block text-16 font-600">{bar.title}</span>
                <span className="block text-13 text-ink-2">{bar.under}</span>
              </p>
              {bar.acts}
            </div>
          )}
          <WhoAndOut person={person} />
        </div>
      </header>
      <main className="mx-auto w-full max-w-290 grow px-5 pt-6 pb-14 sm:pt-10">{children}</main>
      <footer className="mx-auto flex w-full max-w-290 flex-wrap items-center justify-center gap-x-6 px-5 pb-5 sm:justify-between">
        {nav && <OtherPlaces nav={nav} />}
        <LatchkeyFootnote />
      </footer>
      <SignedInAnnouncer audience={nav ? "client" : "pass"} />
    </div>
  );
}

function WhoAndOut({ person }: Pick<Props, "person">) {
  return (
    <div className="flex min-h-12 grow basis-full items-center justify-between gap-4 border-y border-line sm:basis-auto sm:justify-end sm:border-0">
      <p className="min-w-0 text-15 text-ink-2">
        You’re here as <strong className="font-550 text-ink">{person}</strong>
      </p>
      <form method="post" action="/sign-out">
        <button type="submit" className={quiet}>
          Sign out
        </button>
      </form>
    </div>
  );
}

function OtherPlaces({ nav }: { nav: PortalNav }) {
  return (
    <nav aria-label="Elsewhere" className="flex basis-full justify-center gap-x-6 sm:basis-auto">
      <a href={nav.devicesHref} className={quiet}>
        Devices
      </a>
      {nav.switchAction && (
        <form method="post" action={nav.switchAction}>
          <button type="submit" className={quiet}>
            Other shops
          </button>
        </form>
      )}
    </nav>
  );
}

const quiet = "inline-flex min-h-11 shrink-0 items-center text-15 font-500 text-brand";

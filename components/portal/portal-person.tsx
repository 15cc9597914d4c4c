import { House, LogOut, MonitorSmartphone, Phone, Store } from "lucide-react";
import type { ReactNode } from "react";
import { initials } from "@/components/ui/avatar";
import type { PortalNav, PortalShop } from "./portal-shell";

type Props = {
  person: { name: string; address: string | null };
  shop: PortalShop;
  nav: PortalNav | null;
  /** Whether the name stands beside the initials where there is room. */
  named: boolean;
  /** What the panel hangs at the right edge of. */
  edge: keyof typeof edges;
};

const edges = {
  normal: "supports-[selector(:popover-open)]:right-[max(0.75rem,calc(50vw-35rem))]",
  wide: "supports-[selector(:popover-open)]:right-[max(0.75rem,calc(50vw-42.125rem))]",
  window: "supports-[selector(:popover-open)]:right-3 sm:supports-[selector(:popover-open)]:right-6",
};

/** Who acts here, and what is theirs alone: their devices, their other shops, the way out. It needs no script. */
export function PortalPerson({ person, shop, nav, named, edge }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget="portal-person"
        className="order-2 ml-auto flex min-h-11 shrink-0 items-center gap-2.5 rounded-control text-15 font-500 print:hidden"
      >
        <span
          aria-hidden
          className="flex size-9 items-center justify-center rounded-full bg-brand-tint text-12 font-600 text-brand sm:size-8"
        >
          {initials(person.name)}
        </span>
        <span className={named ? "max-sm:sr-only" : "sr-only"}>
          <span className="sr-only">You’re here as </span>
          {person.name}
        </span>
      </button>
      <div
        id="portal-person"
        popover="auto"
        className={`m-0 w-72 backdrop:bg-transparent max-w-[calc(100vw-1.5rem)] rounded-phone border-line bg-surface p-1.5 text-ink not-supports-[selector(:popover-open)]:basis-full supports-[selector(:popover-open)]:absolute supports-[selector(:popover-open)]:top-15 supports-[selector(:popover-open)]:left-auto supports-[selector(:popover-open)]:border supports-[selector(:popover-open)]:shadow-popover ${edges[edge]}`}
      >
        <div className="border-b border-line px-3 pt-2 pb-2.5">
          <p className="text-15 font-600">{person.name}</p>
          {person.address && <p className="text-13 text-ink-2 wrap-anywhere">{person.address}</p>}
        </div>
        <div className="grid pt-1.5">
          {nav && (
            <>
              <MenuLink href={nav.homeHref} icon={<House {...icon} />}>
                Home
              </MenuLink>
              <MenuLink href={nav.devicesHref} icon={<MonitorSmartphone {...icon} />}>
                Devices
              </MenuLink>
            </>
          )}
          {nav?.switchAction && (
            <MenuButton action={nav.switchAction} icon={<Store {...icon} />}>
              Other shops
            </MenuButton>
          )}
          {shop.phone && (
            <MenuLink href={`tel:${shop.phone.number}`} icon={<Phone {...icon} />}>
              Call {shop.name}
            </MenuLink>
          )}
          <MenuButton action="/sign-out" icon={<LogOut {...icon} />}>
            Sign out
          </MenuButton>
        </div>
      </div>
    </>
  );
}

const icon = {
  "aria-hidden": true,
  size: 18,
  strokeWidth: 1.75,
  className: "shrink-0 text-ink-3",
} as const;
const row = "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-15 hover:bg-sunken";

function MenuLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <a href={href} className={row}>
      {icon}
      {children}
    </a>
  );
}

function MenuButton({ action, icon, children }: { action: string; icon: ReactNode; children: ReactNode }) {
  return (
    <form method="post" action={action}>
      <button type="submit" className={row}>
        {icon}
        {children}
      </button>
    </form>
  );
}

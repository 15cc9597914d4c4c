import { LogOut, Menu as MenuIcon, Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { DialogDoors } from "@/components/ui/dialog-doors";
import { IconButton, IconLink } from "@/components/ui/icon-button";
import { LatchkeyMark, ShopLogo } from "@/components/ui/logo";
import type { InboxCounts } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { Menu } from "./menu";
import { NavLinks } from "./nav-links";

export type Office = {
  tenant: { name: string; logo: string };
  member: { name: string; jobTitle: string };
  counts: InboxCounts;
  /** How far the stream was before the counts were read. */
  since: string;
};

type Props = Office & {
  /** The live feed, the search and the shortcuts: what every page of the office has without showing it. */
  unseen: ReactNode;
  children: ReactNode;
};

/** The frame of the office: the way around at the left, or at the top of a narrow screen. */
export function Shell({ unseen, children, ...office }: Props) {
  return (
    <div className="flex min-h-dvh flex-col bg-paper min-[68.75rem]:h-dvh min-[68.75rem]:flex-row print:h-auto">
      <a
        href="#content"
        className="sr-only z-40 rounded-control bg-surface px-4 py-2 text-14 font-550 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Go to the content
      </a>
      <SideBar {...office} />
      <TopBar {...office} />
      <main
        id="content"
        className="flex min-w-0 flex-1 flex-col min-[68.75rem]:overflow-hidden print:overflow-visible"
      >
        {children}
      </main>
      {unseen}
      <DialogDoors />
    </div>
  );
}

function SideBar({ tenant, member, counts, since }: Office) {
  return (
    <header className="flex w-52 shrink-0 flex-col overflow-y-auto border-r border-line px-2 pt-5 pb-2 max-[68.75rem]:hidden print:hidden">
      <Link href={hrefs.inbox} className="flex items-center gap-2.5 rounded-control px-2 text-14 font-600">
        <ShopLogo logo={tenant.logo} size={26} />
        <span className="min-w-0 truncate">{tenant.name}</span>
      </Link>
      <Link
        href={hrefs.orders}
        data-opens="search"
        aria-haspopup="dialog"
        className="mt-4.5 mb-4 flex min-h-8 items-center gap-2.5 rounded-control border border-line bg-sunken px-2 text-13 text-ink-3 hover:border-line-2"
      >
        <Search aria-hidden size={15} />
        <span className="flex-1">Search</span>
        <span aria-hidden className="font-mono text-12">
          ⌘K
        </span>
      </Link>
      <NavLinks label="Office" counts={counts} since={since} />
      <span className="flex-1" />
      <PersonAndOut member={member} />
      <p className="mt-4 border-t border-line px-2 pt-2.5 pb-0.5">
        <LatchkeyMark />
      </p>
    </header>
  );
}

function PersonAndOut({ member }: Pick<Office, "member">) {
  return (
    <div className="flex items-center gap-2.5 pl-2">
      <Avatar name={member.name} />
      <p className="min-w-0 flex-1 text-12 text-ink-3">
        <span className="block truncate text-13 font-550 text-ink">{member.name}</span>
        {member.jobTitle}
      </p>
      <form action="/sign-out" method="post">
        <IconButton
          type="submit"
          label="Sign out"
          className="text-ink-3"
          icon={<LogOut aria-hidden size={15} />}
        />
      </form>
    </div>
  );
}

function TopBar({ tenant, member, counts, since }: Office) {
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-paper px-3 min-[68.75rem]:hidden print:hidden">
      <Link
        href={hrefs.inbox}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-control px-2 text-15 font-600"
      >
        <ShopLogo logo={tenant.logo} size={26} />
        <span className="min-w-0 truncate">{tenant.name}</span>
      </Link>
      <IconLink
        href={hrefs.orders}
        data-opens="search"
        label="Search"
        icon={<Search aria-hidden size={18} />}
      />
      <Menu label="Menu" icon={<MenuIcon aria-hidden size={18} />}>
        <div className="w-64 p-2">
          <NavLinks label="Menu" counts={counts} since={since} />
          <div className="mt-2 border-t border-line pt-2">
            <PersonAndOut member={member} />
          </div>
        </div>
      </Menu>
    </header>
  );
}

"use client";
// A client component because its counts are live and it knows which page is open.

import {
  BellRing,
  ClipboardList,
  FolderClosed,
  HardHat,
  House,
  Inbox,
  type LucideIcon,
  ReceiptText,
  ScrollText,
  Settings,
  Users,
  Wallet,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { InboxCounts } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { isNews, useLive } from "./live-store";

type Place = {
  href: string;
  /** Pages whose address begins so belong to it. */
  under: string;
  label: string;
  icon: LucideIcon;
  count?: (counts: InboxCounts) => number;
};

const places: Place[] = [
  { href: hrefs.inbox, under: "/inbox", label: "Inbox", icon: Inbox, count: ({ needsYou }) => needsYou },
  {
    href: hrefs.orders,
    under: "/work-orders",
    label: "Work orders",
    icon: ClipboardList,
    count: ({ open }) => open,
  },
  { href: hrefs.clients, under: "/clients", label: "Clients", icon: Users },
  { href: hrefs.projects, under: "/projects", label: "Projects", icon: FolderClosed },
  { href: hrefs.money, under: "/money", label: "Money", icon: Wallet },
  { href: hrefs.reminders, under: "/reminders", label: "Reminders", icon: BellRing },
  { href: hrefs.contractors, under: "/contractors", label: "Contractors", icon: HardHat },
  { href: hrefs.bills, under: "/bills", label: "Contractors’ invoices", icon: ReceiptText },
  { href: hrefs.properties, under: "/properties", label: "Properties", icon: House },
];

const last: Place[] = [
  { href: hrefs.activity, under: "/activity", label: "Activity", icon: ScrollText },
  { href: hrefs.settings, under: "/settings", label: "Settings", icon: Settings },
];

type Props = { label: string; counts: InboxCounts; since: string };

/** The rooms of the office, with how many wait in them. */
export function NavLinks({ label, counts, since }: Props) {
  const path = usePathname();
  const live = useLive();
  const counted = live.counts && isNews(live.counts.cursor, since) ? live.counts.counts : counts;
  const link = (place: Place) => (
    <NavLink
      key={place.href}
      place={place}
      open={path.startsWith(place.under)}
      count={place.count?.(counted) ?? 0}
    />
  );
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">{places.map(link)}</ul>
      <ul className="mt-4 grid gap-0.5">{last.map(link)}</ul>
    </nav>
  );
}

function NavLink({ place, open, count }: { place: Place; open: boolean; count: number }) {
  const Icon = place.icon;
  return (
    <li>
      <Link
        href={place.href}
        prefetch={false}
        aria-current={open ? "page" : undefined}
        className="flex min-h-8 items-center gap-2.5 rounded-control px-2 text-14 text-ink-2 hover:bg-ink/4 aria-[current=page]:bg-ink/7 aria-[current=page]:font-550 aria-[current=page]:text-ink pointer-coarse:min-h-11"
      >
        <Icon aria-hidden size={16} strokeWidth={open ? 2 : 1.75} />
        <span className="flex-1">{place.label}</span>
        {count > 0 && <span className="text-13">{count > 999 ? "999+" : count}</span>}
      </Link>
    </li>
  );
}

"use client";
// A client component because it knows which page is open.

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/settings/security", label: "Security" },
  { href: "/settings/reminders", label: "Reminders" },
  { href: "/settings/invoices", label: "Invoices" },
  { href: "/settings/templates", label: "Templates" },
  { href: "/settings/hours", label: "Hours and crews" },
  { href: "/settings/bank", label: "Bank details" },
];

/** The pages of Settings. */
export function SettingsNav() {
  const path = usePathname();
  return (
    <nav aria-label="Settings" className="min-[68.75rem]:w-50 min-[68.75rem]:shrink-0">
      <p className="px-3 pb-3 text-18 font-600">Settings</p>
      <ul className="flex flex-wrap gap-0.5 min-[68.75rem]:grid">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
              className="flex min-h-8 items-center rounded-control px-3 text-14 text-ink-2 hover:bg-ink/4 aria-[current=page]:bg-ink/7 aria-[current=page]:font-550 aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

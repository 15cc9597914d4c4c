import { Calendar, FileText, House, type LucideIcon, Palette, ReceiptText, Users } from "lucide-react";

/** The parts of the portal that have a place in its bar. */
export type PortalPart = "home" | "documents" | "selections" | "billing" | "appointments" | "people";

const parts: Record<PortalPart, { label: string; href: string; icon: LucideIcon }> = {
  home: { label: "Home", href: "/portal", icon: House },
  documents: { label: "Documents", href: "/portal/documents", icon: FileText },
  selections: { label: "Selections", href: "/portal/selections", icon: Palette },
  billing: { label: "Billing", href: "/portal/billing", icon: ReceiptText },
  appointments: { label: "Appointments", href: "/portal/appointments", icon: Calendar },
  people: { label: "People", href: "/portal/people", icon: Users },
};

/** Whom one meets stands on a wide screen’s home. */
const barOrder: PortalPart[] = ["home", "documents", "selections", "billing", "appointments"];
/** A phone’s foot has room for four: those that its home leaves out stand first. */
const footOrder: PortalPart[] = ["home", "documents", "billing", "people", "appointments", "selections"];
const mostInFoot = 4;

type Props = { there: PortalPart[]; current: PortalPart | undefined };

const shown = (order: PortalPart[], there: PortalPart[]) => order.filter((part) => there.includes(part));
const currentIs = (here: boolean) => (here ? ({ "aria-current": "page" } as const) : {});

/** The parts of the portal across the head of a wide screen. */
export function PortalParts({ there, current }: Props) {
  return (
    <nav aria-label="Portal" className="hidden items-center gap-0.5 min-[60rem]:flex print:hidden">
      {shown(barOrder, there).map((part) => (
        <a
          key={part}
          href={parts[part].href}
          {...currentIs(part === current)}
          className="inline-flex min-h-9 items-center rounded-control px-3.5 text-15 text-ink-2 transition-colors duration-120 hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-600 aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          {parts[part].label}
        </a>
      ))}
    </nav>
  );
}

/** The same at the foot of a phone, at the thumb. */
export function PortalTabs({ there, current }: Props) {
  const tabs = shown(footOrder, there).slice(0, mostInFoot);
  if (tabs.length < 2) return null;
  return (
    <nav
      aria-label="Portal"
      data-pinned
      className="sticky bottom-0 z-10 mt-auto grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] min-[60rem]:hidden print:hidden"
    >
      {tabs.map((part) => {
        const { label, href, icon: Icon } = parts[part];
        return (
          <a
            key={part}
            href={href}
            {...currentIs(part === current)}
            className="flex min-h-18 flex-col items-center justify-center gap-1 text-12 text-ink-2 aria-[current=page]:text-brand aria-[current=page]:font-500"
          >
            <Icon aria-hidden size={22} strokeWidth={1.75} />
            {label}
          </a>
        );
      })}
    </nav>
  );
}

import { Check, Circle, CircleAlert, CircleCheck, type LucideIcon, PenLine, Undo2 } from "lucide-react";
import type { ClientItem, ItemView } from "@/lib/selections/views";

type Standing = "approved" | "decided" | "differ" | "returned" | "open";

const looks: Record<Standing, { icon: LucideIcon; colour: string; words: string }> = {
  approved: { icon: CircleCheck, colour: "text-completed", words: "Approved" },
  decided: { icon: Check, colour: "text-completed", words: "Chosen" },
  differ: { icon: CircleAlert, colour: "text-question", words: "You two differ" },
  returned: { icon: Undo2, colour: "text-question", words: "Given back" },
  open: { icon: Circle, colour: "text-ink-3", words: "Open" },
};

/** How an item stands, as its row says it. */
export function standingOf({ state, verdict, returned }: ItemView): Standing {
  if (state === "approved") return "approved";
  if (verdict.state === "differ") return "differ";
  if (state === "pending" && returned) return "returned";
  return verdict.state;
}

type Props = { items: ClientItem[]; currentId: string; hrefOf: (item: ClientItem) => string };

/** What there is to choose, how each of it stands, and which is open here. */
export function SelectionList({ items, currentId, hrefOf }: Props) {
  return (
    <ul className="grid">
      {items.map((item) => (
        <li key={item.id}>
          <Row item={item} href={hrefOf(item)} isCurrent={item.id === currentId} />
        </li>
      ))}
    </ul>
  );
}

function Row({ item, href, isCurrent }: { item: ClientItem; href: string; isCurrent: boolean }) {
  const standing = standingOf(item);
  const { icon, colour, words } = looks[standing];
  const isPlain = isCurrent && standing !== "differ" && standing !== "returned" && item.state === "pending";
  const Icon = isPlain ? PenLine : icon;
  return (
    <a
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={`-mx-3.25 flex min-h-11 items-center justify-between gap-3 rounded-phone border px-3 py-2 text-15 ${
        isCurrent ? "border-line-2 bg-surface font-600" : "border-transparent text-ink-2 hover:bg-sunken"
      }`}
    >
      <span className="min-w-0">{item.name}</span>
      <Icon
        aria-hidden
        size={18}
        strokeWidth={isPlain ? 1.75 : 2}
        className={`shrink-0 ${isPlain ? "text-ink" : colour}`}
      />
      <span className="sr-only">{words}</span>
    </a>
  );
}

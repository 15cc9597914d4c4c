import { Kbd } from "@/components/ui/kbd";

type Shortcut = { keys: string[]; does: string };

const first: Shortcut[] = [
  { keys: ["J", "K"], does: "Next, previous" },
  { keys: ["D"], does: "Dispatch or re-dispatch" },
  { keys: ["R"], does: "Reply" },
  { keys: ["N"], does: "New work order" },
];

const every: Shortcut[] = [
  ...first,
  { keys: ["↵"], does: "Open" },
  { keys: ["/"], does: "Search" },
  { keys: ["⌘K"], does: "Search, wherever you are" },
  { keys: ["⌘↵"], does: "Send what you have written" },
  { keys: ["Esc"], does: "Close" },
];

const help: Shortcut = { keys: ["?"], does: "All shortcuts" };

/** The keys and what they do: the five to begin with, or all of them. */
export function KeyList({ all = false }: { all?: boolean }) {
  return (
    <dl className="grid gap-2.75">
      {[...(all ? every : first), help].map(({ keys, does }) => (
        <div key={does} className="flex items-center">
          <dt className="flex w-22 gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd className="text-14 text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  );
}

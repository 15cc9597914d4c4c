"use client";
// A client component because it answers while somebody types; without script the search is the table of work orders.

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { StatusChip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import type { Status } from "@/lib/work-orders/machine";
import { hrefs } from "./hrefs";
import { useFound } from "./search-found";
import { statusWords } from "./status-words";

export type Found = { number: number; reference: string; title: string; address: string; status: Status };

/** Finds a work order by its number, title, address or contractor. Opens with ⌘K. */
export function SearchPalette() {
  const router = useRouter();
  const [words, setWords] = useState("");
  const [marked, setMarked] = useState(0);
  const { found, said } = useFound(words);
  const close = () => {
    const dialog = document.getElementById("search");
    if (dialog instanceof HTMLDialogElement) dialog.close();
  };
  const open = (order: Found | undefined) => {
    close();
    router.push(order ? hrefs.order(order.number) : `${hrefs.orders}?q=${encodeURIComponent(words)}`);
  };
  const steps: Partial<Record<string, () => void>> = {
    ArrowDown: () => setMarked(Math.min(marked + 1, found.length - 1)),
    ArrowUp: () => setMarked(Math.max(marked - 1, 0)),
    Enter: () => open(found[marked]),
  };
  const press = (event: KeyboardEvent) => {
    const step = event.nativeEvent.isComposing ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return (
    <Dialog id="search" labelledBy="search-heading" closeHref={hrefs.orders}>
      <h2 id="search-heading" className="sr-only">
        Search work orders
      </h2>
      <label className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden size={18} className="shrink-0 text-ink-3" />
        <input
          role="combobox"
          aria-label="Number, title, address or contractor"
          aria-expanded={found.length > 0}
          aria-controls="search-found"
          aria-activedescendant={found.length > 0 ? `found-${marked}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Number, title, address or contractor"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setMarked(0);
          }}
          onKeyDown={press}
          className="min-h-14 w-full bg-transparent text-16 outline-none"
        />
      </label>
      <div
        id="search-found"
        role="listbox"
        aria-label="Work orders"
        className="max-h-[60dvh] overflow-y-auto p-2 empty:hidden"
      >
        {found.map((order, place) => (
          <Option
            key={order.number}
            id={`found-${place}`}
            order={order}
            marked={place === marked}
            onOpen={() => open(order)}
          />
        ))}
      </div>
      <p aria-live="polite" className="px-4 py-2.5 text-13 text-ink-3 empty:hidden">
        {said}
      </p>
    </Dialog>
  );
}

type OptionProps = { id: string; order: Found; marked: boolean; onOpen: () => void };

function Option({ id, order, marked, onOpen }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      onClick={onOpen}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 hover:bg-ink/4 aria-selected:bg-ink/7"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate text-14 font-550">{order.title}</span>
        <span className="block truncate text-13 text-ink-3">
          <span className="font-mono">{order.reference}</span> · {order.address}
        </span>
      </span>
      <span className="shrink-0 max-sm:hidden">
        <StatusChip {...statusWords[order.status]} />
      </span>
    </div>
  );
}

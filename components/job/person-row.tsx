import { Phone } from "lucide-react";
import type { Person } from "@/lib/work-orders/views";

/** Somebody to call: one tap on the circle. */
export function PersonRow({ person, standing }: { person: Person; standing: string }) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-2 last:border-b-0">
      <p className="min-w-0">
        <span className="block text-17 leading-6 font-550">{person.name}</span>
        <span className="block text-15 leading-5 text-ink-2">
          {[standing, person.phoneWords].filter(Boolean).join(", ")}
        </span>
      </p>
      {person.phone && (
        <a
          href={`tel:${person.phone}`}
          className="flex size-14 shrink-0 items-center justify-center rounded-full bg-accent-tint text-accent"
        >
          <Phone aria-hidden size={24} strokeWidth={2} />
          <span className="sr-only">Call {person.name}</span>
        </a>
      )}
    </li>
  );
}

import { Navigation } from "lucide-react";
import type { JobView } from "@/lib/work-orders/views";

/** Where, and the way there in the phone's own map. */
export function AddressBlock({ address }: { address: JobView["address"] }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-b border-line pb-4.5">
      <p className="min-w-0 grow basis-40">
        <span className="block text-20 leading-6.5 font-600">{address.street}</span>
        <span className="block text-16 text-ink-2">{address.rest}</span>
      </p>
      <a
        href={address.mapUrl}
        rel="noreferrer"
        className="inline-flex min-h-12 shrink-0 items-center gap-2 rounded-phone bg-accent-tint px-4 text-16 font-550 text-accent"
      >
        <Navigation aria-hidden size={18} strokeWidth={2} />
        Directions
      </a>
    </div>
  );
}

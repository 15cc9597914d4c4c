import type { Choice } from "@/lib/work-orders/views";
import type { ActivityFilter } from "./activity-address";
import { FoundClients } from "./activity-finder";

type Props = { q: string; found: Choice[]; filter: ActivityFilter };

/** The answer to a search for a client that was sent as a form: one of those who fit is to be chosen. */
export function FoundBySearch({ q, found, filter }: Props) {
  return (
    <section aria-labelledby="found-heading" className="mb-6 max-w-120">
      <h2 id="found-heading" className="mb-2 text-14 font-600 wrap-anywhere">
        Clients that fit “{q}”
      </h2>
      {found.length === 0 ? (
        <p className="text-14 text-ink-3">No client fits that. Look for fewer words.</p>
      ) : (
        <FoundClients found={found} filter={filter} more="More fit. Look for more words." />
      )}
    </section>
  );
}

import type { PastView } from "@/lib/bank/views";
import { hrefs } from "./hrefs";
import { Pager } from "./table";

type Props = {
  past: PastView[];
  /** Where a page of earlier ones begins; null at the end. */
  earlier: string | null;
  /** Whether these are themselves not the newest. */
  isLater: boolean;
};

/** Bank details that were in force, or were taken back before they were, the newest first. */
export function BankPast({ past, earlier, isLater }: Props) {
  return (
    <section aria-labelledby="bank-past">
      <h2 id="bank-past" className="text-16 font-600">
        Before
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {past.map(({ id, account, proposed, ended }) => (
          <li key={id} className="grid gap-x-4 py-3 text-14 sm:grid-cols-2">
            <span className="wrap-anywhere">{account}</span>
            <span className="text-ink-2">{ended}</span>
            <span className="text-13 text-ink-3 sm:col-span-2">{proposed}</span>
          </li>
        ))}
      </ul>
      <Pager
        backHref={isLater ? hrefs.bank() : null}
        moreHref={earlier && hrefs.bank(earlier)}
        back="Newest"
        more="Earlier"
      />
    </section>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import type { LastRow, LateView } from "@/lib/receivables/views";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";
import { Pager } from "./table";

/** What has been late the longest, one page of it. */
export function MoneyLate({ late: { rows, after }, isLater }: { late: LateView; isLater: boolean }) {
  return (
    <PageSection
      id="late"
      heading="Overdue the longest"
      intro={rows.length === 0 && (isLater ? "That was the last of them." : "Nothing is late.")}
    >
      <ul className="mt-2 divide-y divide-line">
        {rows.map(({ id, clientId, client, title, number, late, amount }) => (
          <Line
            key={id}
            href={hrefs.document(clientId, id)}
            first={title}
            second={[client, number].filter(Boolean).join(" · ")}
            amount={amount}
            aside={<span className="font-500 text-danger">{late}</span>}
          />
        ))}
      </ul>
      <Pager
        backHref={isLater ? `${hrefs.money}#late-heading` : null}
        moreHref={after && hrefs.moneyAfter(after)}
        back="Back to the first ones"
        more="Show more"
      />
    </PageSection>
  );
}

/** The payments that came last. */
export function MoneyLast({ last }: { last: LastRow[] }) {
  return (
    <PageSection
      id="last"
      heading="Came last"
      intro={last.length === 0 && "What is paid shows up here the moment it comes."}
    >
      <ul className="mt-2 divide-y divide-line">
        {last.map(({ id, documentId, clientId, payer, what, when, amount }) => (
          <Line
            key={id}
            href={hrefs.document(clientId, documentId)}
            first={payer}
            second={what}
            amount={amount}
            aside={when}
          />
        ))}
      </ul>
    </PageSection>
  );
}

type LineProps = { href: string; first: string; second: string; amount: string; aside: ReactNode };

function Line({ href, first, second, amount, aside }: LineProps) {
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2.5 hover:bg-ink/3">
      <Link
        href={href}
        prefetch={false}
        data-row
        className="text-14 font-550 before:absolute before:inset-0 wrap-anywhere"
      >
        {first}
      </Link>
      <span className="text-right text-14 font-550 tabular-nums">{amount}</span>
      <span className="text-13 text-ink-3 wrap-anywhere">{second}</span>
      <span className="text-right text-13 text-ink-3">{aside}</span>
    </li>
  );
}

import { OrderTable } from "@/components/office/order-table";
import { Page } from "@/components/office/page";
import { RouteButton } from "@/components/ui/route-button";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { refusalOf } from "@/lib/auth/refusals";
import { contractorFilter } from "@/lib/work-orders/choices";
import { searchOrders } from "@/lib/work-orders/search";
import { orderQuery } from "@/lib/work-orders/sent";

const notUnderstood =
  "Part of this address can’t be read, so nothing was looked for. Choose again and press Show.";

type Query = Record<string, string | string[] | undefined>;

export default async function WorkOrders({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await staffPage();
  const given = await searchParams;
  const parsed = orderQuery.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  );
  const { before, ...chosen } = parsed.success ? parsed.data : { q: String(given.q ?? "") };
  const [page, contractors] = await Promise.all([
    parsed.success ? searchOrders(scope, parsed.data) : { rows: [], before: null },
    contractorFilter(scope, chosen.contractorId),
  ]);
  const hrefWith = (number: number | null) => {
    const kept = Object.entries({ ...chosen, before: number }).flatMap(([name, value]) =>
      value ? [[name, String(value)]] : [],
    );
    return `/work-orders?${new URLSearchParams(kept)}`;
  };
  return (
    <Page
      heading="Work orders"
      act={
        mayWrite(scope) && (
          <RouteButton href="/work-orders/new" kind="primary">
            New work order
          </RouteButton>
        )
      }
    >
      <OrderTable
        rows={page.rows}
        contractors={contractors}
        chosen={chosen}
        problem={parsed.success ? undefined : (refusalOf(parsed.error).detail.sentence ?? notUnderstood)}
        backHref={before === undefined ? null : hrefWith(null)}
        moreHref={page.before === null ? null : hrefWith(page.before)}
      />
    </Page>
  );
}

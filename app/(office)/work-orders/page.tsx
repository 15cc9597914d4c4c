import { OrderTable } from "@/components/office/order-table";
import { Page } from "@/components/office/page";
import { RouteButton } from "@/components/ui/route-button";
import { staffPage } from "@/lib/auth/gates";
import { listContractors } from "@/lib/people/contacts";
import { searchOrders } from "@/lib/work-orders/search";
import { orderQuery } from "@/lib/work-orders/sent";

type Query = Record<string, string | string[] | undefined>;

export default async function WorkOrders({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await staffPage();
  const given = await searchParams;
  const parsed = orderQuery.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  );
  const { before, ...chosen } = parsed.success ? parsed.data : {};
  const [page, contractors] = await Promise.all([
    searchOrders(scope, { ...chosen, before }),
    listContractors(scope),
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
        <RouteButton href="/work-orders/new" kind="primary">
          New work order
        </RouteButton>
      }
    >
      <OrderTable
        rows={page.rows}
        contractors={contractors.map(({ id, company, name }) => ({ id, company: company ?? name }))}
        chosen={chosen}
        backHref={before === undefined ? null : hrefWith(null)}
        moreHref={page.before === null ? null : hrefWith(page.before)}
      />
    </Page>
  );
}

import { hrefs } from "@/components/office/hrefs";
import { LiveBadge } from "@/components/office/live";
import { MoneyAges } from "@/components/office/money-ages";
import { MoneyCame } from "@/components/office/money-came";
import { MoneyDays } from "@/components/office/money-days";
import { MoneyLast, MoneyLate } from "@/components/office/money-lists";
import { Page } from "@/components/office/page";
import { EmptyState } from "@/components/ui/empty-state";
import { RouteButton } from "@/components/ui/route-button";
import { staffPage } from "@/lib/auth/gates";
import { readMoney } from "@/lib/receivables/money";
import { moneyAsked } from "@/lib/receivables/sent";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Money({ searchParams }: Props) {
  const scope = await staffPage();
  const asked = moneyAsked.parse(await searchParams);
  const { outstanding, came, daysToPay, late, last, isNew } = await readMoney(scope, asked, new Date());
  return (
    <Page
      heading="Money"
      act={
        <span className="flex items-center gap-4">
          <LiveBadge />
          <RouteButton href={hrefs.invoices()}>All invoices</RouteButton>
        </span>
      }
    >
      {isNew ? (
        <EmptyState heading="No invoice yet">
          Once you send the first one, this page shows what is owed and how late it is, what was paid, and how
          long it took. Begin one on a client’s page, under Documents.
        </EmptyState>
      ) : (
        <>
          <MoneyAges outstanding={outstanding} />
          <div className="grid gap-x-14 lg:grid-cols-2">
            <MoneyCame came={came} />
            <MoneyDays daysToPay={daysToPay} />
            <MoneyLate late={late} isLater={asked.after !== undefined} />
            <MoneyLast last={last} />
          </div>
        </>
      )}
    </Page>
  );
}

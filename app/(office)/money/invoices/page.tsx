import { hrefs } from "@/components/office/hrefs";
import { ExportInvoices, MoneyFilter } from "@/components/office/money-filter";
import { MoneyInvoices } from "@/components/office/money-invoices";
import { Page } from "@/components/office/page";
import { Pager } from "@/components/office/table";
import { staffPage } from "@/lib/auth/gates";
import { clientChoices } from "@/lib/people/client-choices";
import { readClient } from "@/lib/people/clients";
import { readInvoices } from "@/lib/receivables/list";
import { addressOf, invoicesAsked, statuses } from "@/lib/receivables/sent";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Invoices({ searchParams }: Props) {
  const scope = await staffPage();
  const { after, ...asked } = invoicesAsked.parse(await searchParams);
  const client = asked.client ? await readClient(scope, asked.client) : undefined;
  const [{ rows, after: next, sums, narrowedBy }, clients] = await Promise.all([
    readInvoices(scope, { ...asked, after }, new Date()),
    clientChoices(scope, client?.ok ? client.value : undefined),
  ]);
  const address = addressOf(asked);
  return (
    <Page heading="Invoices" act={<ExportInvoices asked={address} />}>
      <MoneyFilter asked={address} statuses={statuses} clients={clients} narrowedBy={narrowedBy} />
      <MoneyInvoices rows={rows} sums={sums} isNarrowed={Object.keys(address).length > 0} />
      <Pager
        backHref={after ? hrefs.invoices(address) : null}
        moreHref={next && hrefs.invoices({ ...address, after: next })}
        back="Newest"
        more="Older"
      />
    </Page>
  );
}

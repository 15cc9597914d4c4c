import { several } from "@/app/(office)/bills/actions";
import { BillTable } from "@/components/office/bill-table";
import { billsHref } from "@/components/office/bills-address";
import { BillsExport, BillsFilter } from "@/components/office/bills-filter";
import { BillsForm } from "@/components/office/bills-form";
import { BillsSums } from "@/components/office/bills-sums";
import { Page } from "@/components/office/page";
import { Pager } from "@/components/office/table";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readBills } from "@/lib/bills/list";
import { billsAsked } from "@/lib/bills/sent";
import { contractorFilter } from "@/lib/work-orders/choices";

type Query = Record<string, string | string[] | undefined>;

export default async function Bills({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await staffPage();
  const asked = billsAsked.parse(await searchParams);
  const { after, ...filter } = asked;
  const [view, contractors] = await Promise.all([
    readBills(scope, asked, new Date()),
    contractorFilter(scope, filter.contractor),
  ]);
  const isNarrowed = Object.values(filter).some(Boolean);
  const mayAct = mayWrite(scope);
  const table = <BillTable rows={view.rows} mayAct={mayAct} empty={isNarrowed ? nothingFound : nothingYet} />;
  return (
    <Page heading="Contractors’ invoices" act={<BillsExport filter={filter} />}>
      <BillsFilter filter={filter} contractors={contractors} months={view.months} />
      <BillsSums sums={view.sums} filter={filter} />
      {mayAct ? (
        <BillsForm
          key={billsHref(filter, after)}
          action={several}
          today={view.today}
          isEmpty={view.rows.length === 0}
        >
          {table}
        </BillsForm>
      ) : (
        table
      )}
      <Pager
        backHref={after === undefined ? null : billsHref(filter)}
        moreHref={view.after && billsHref(filter, view.after)}
        back="Newest"
        more="Older"
      />
    </Page>
  );
}

const nothingYet =
  "No contractor has sent an invoice yet. When one does, it stands here with its work order.";
const nothingFound = "No invoice fits that. Look for fewer words, any month, or all states.";

import { approve, query, settle, several, takeBack } from "@/app/(office)/bills/actions";
import { NotThere } from "@/app/(office)/not-there";
import { BillActs } from "@/components/office/bill-acts";
import { BillChip } from "@/components/office/bill-chip";
import { BillDetail } from "@/components/office/bill-detail";
import { BillThread } from "@/components/office/bill-thread";
import { Page } from "@/components/office/page";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readBill } from "@/lib/bills/bill";

const actions = { approve, query, settle, several, takeBack };

export default async function Bill({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const found = await readBill(scope, (await params).id, new Date());
  if (!found.ok) return <NotThere />;
  const bill = found.value;
  const { number, contractor, state, thread, order } = bill;
  return (
    <Page
      heading={number ? `Invoice ${number}` : `Invoice of ${contractor.company}`}
      act={<BillChip state={state} paidOn={null} />}
      narrow
    >
      <BillDetail bill={bill} />
      {mayWrite(scope) && <BillActs bill={bill} actions={actions} />}
      <BillThread thread={thread} order={order} />
    </Page>
  );
}

import { fromOrder } from "@/app/(office)/clients/invoices/actions";
import { NotThere } from "@/app/(office)/not-there";
import { InvoiceFromOrder } from "@/components/office/invoice-from-order";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { readOrderToInvoice } from "@/lib/invoices/from-work-order";

type Props = { params: Promise<{ number: string }> };

export default async function InvoiceOfOrder({ params }: Props) {
  const { number } = await params;
  const scope = await managerPage(`/inbox/${number}`);
  const order = await readOrderToInvoice(scope, Number(number));
  if (!order.ok) return <NotThere />;
  return (
    <Page heading="Make an invoice" narrow>
      <InvoiceFromOrder order={order.value} action={fromOrder} />
    </Page>
  );
}

import { fromOrder } from "@/app/(office)/clients/invoices/actions";
import { NotThere } from "@/app/(office)/not-there";
import { hrefs } from "@/components/office/hrefs";
import { InvoiceFromOrder } from "@/components/office/invoice-from-order";
import { Page } from "@/components/office/page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { managerPage } from "@/lib/auth/gates";
import { readOrderToInvoice } from "@/lib/invoices/from-work-order";

type Props = { params: Promise<{ number: string }> };

export default async function InvoiceOfOrder({ params }: Props) {
  const { number } = await params;
  const scope = await managerPage(`/inbox/${number}`);
  const order = await readOrderToInvoice(scope, Number(number));
  if (!order.ok && order.reason === "not-found") return <NotThere />;
  return (
    <Page heading="Make an invoice" narrow>
      {order.ok ? (
        <InvoiceFromOrder order={order.value} action={fromOrder} />
      ) : (
        <div className="grid justify-items-start gap-4">
          <Notice>{order.detail.sentence}</Notice>
          <ButtonLink href={hrefs.order(Number(number))}>Back to the work order</ButtonLink>
        </div>
      )}
    </Page>
  );
}

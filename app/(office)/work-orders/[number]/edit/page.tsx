import { notFound } from "next/navigation";
import { save } from "@/app/(office)/work-orders/actions";
import { OrderForm } from "@/components/office/order-form";
import { Page } from "@/components/office/page";
import { staffPage } from "@/lib/auth/gates";
import { orderChoices } from "@/lib/work-orders/choices";
import { readOrder } from "@/lib/work-orders/order-view";

export default async function EditWorkOrder({ params }: { params: Promise<{ number: string }> }) {
  const scope = await staffPage();
  const found = await readOrder(scope, Number((await params).number));
  if (!found.ok) notFound();
  const order = found.value;
  return (
    <Page heading={`Edit ${order.reference}`} narrow>
      <OrderForm
        action={save}
        order={{
          ...order,
          ceiling: order.ceiling ? (order.ceiling.amountCents / 100).toFixed(2) : "",
          isDraft: order.status === "DRAFT",
          lastSentence: order.timeline.at(-1)?.sentence ?? "",
        }}
        {...(await orderChoices(scope))}
      />
    </Page>
  );
}

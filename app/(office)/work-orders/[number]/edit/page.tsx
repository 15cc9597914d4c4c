import { NotThere } from "@/app/(office)/not-there";
import { save } from "@/app/(office)/work-orders/actions";
import { OrderForm } from "@/components/office/order-form";
import { Page } from "@/components/office/page";
import { PhotoForm } from "@/components/office/photo-form";
import { managerPage } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import { orderChoices } from "@/lib/work-orders/choices";
import { readOrder } from "@/lib/work-orders/order-view";

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ kept?: string | string[] }> };

export default async function EditWorkOrder({ params, searchParams }: Props) {
  const { number } = await params;
  const scope = await managerPage(`/inbox/${number}`);
  const found = await readOrder(scope, Number(number));
  if (!found.ok) return <NotThere />;
  const order = found.value;
  const { kept } = await searchParams;
  const refused = kept ? await readKeptForm(scope, scope.actor.sessionId, String(kept)) : undefined;
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
        {...(await orderChoices(scope, order.propertyId))}
      />
      <PhotoForm order={order} problem={refused?.problem} />
    </Page>
  );
}

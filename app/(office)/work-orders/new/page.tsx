import { save } from "@/app/(office)/work-orders/actions";
import { OrderForm } from "@/components/office/order-form";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { orderChoices } from "@/lib/work-orders/choices";

export default async function NewWorkOrder() {
  const scope = await managerPage("/work-orders");
  return (
    <Page heading="New work order" narrow>
      <OrderForm action={save} {...(await orderChoices(scope))} />
    </Page>
  );
}

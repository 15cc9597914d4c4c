import type { ReactNode } from "react";
import { answer, approve, copyLink, dismissAsk, sendAgain } from "@/app/(office)/inbox/actions";
import { type InboxQuery, InboxScreen } from "@/app/(office)/inbox/inbox-screen";
import { NotThere } from "@/app/(office)/not-there";
import { OrderDetail } from "@/components/office/order-detail";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import type { StaffScope } from "@/lib/auth/scope";
import { readOrder } from "@/lib/work-orders/order-view";
import type { OrderView } from "@/lib/work-orders/views";

export type OrderPage = { params: Promise<{ number: string }>; searchParams: Promise<InboxQuery> };

type Props = OrderPage & { over?: (scope: StaffScope, order: OrderView) => Promise<ReactNode> };

/** The inbox with one order open, and, where an address says so, a dialog over it. */
export async function OpenOrder({ params, searchParams, over }: Props) {
  const scope = await staffPage();
  const order = await readOrder(scope, Number((await params).number));
  if (!order.ok) return <NotThere />;
  return (
    <InboxScreen scope={scope} query={await searchParams} open>
      <OrderDetail
        order={order.value}
        actions={{ answer, approve, sendAgain, dismissAsk, copyLink }}
        mayAct={mayWrite(scope)}
      />
      {await over?.(scope, order.value)}
    </InboxScreen>
  );
}

import { OpenOrder, type OrderPage } from "@/app/(office)/inbox/[number]/open-order";
import { dispatch } from "@/app/(office)/inbox/actions";
import { DispatchDialog, type DispatchFor } from "@/components/office/dispatch-dialog";
import { mayWrite } from "@/lib/auth/gates";
import { clock, shortDay } from "@/lib/dates";
import { env } from "@/lib/env";
import { termsOf } from "@/lib/links/policy";
import { type MoneyLook, symbolOf } from "@/lib/money";
import { readOffice } from "@/lib/tenants/settings";
import { dispatchChoices } from "@/lib/work-orders/choices";
import type { OrderView } from "@/lib/work-orders/views";

const day = 24 * 3_600_000;

export default function DispatchOrder(props: OrderPage) {
  return (
    <OpenOrder
      {...props}
      over={async (scope, order) => {
        if (!order.canDispatch || !mayWrite(scope)) return null;
        const { tenant } = await readOffice(scope);
        const lifeMs = termsOf("dispatch", tenant).ttlMs;
        const until = new Date(Date.now() + lifeMs);
        const { choices, more } = await dispatchChoices(scope, order);
        return (
          <DispatchDialog
            order={dispatched(order, tenant)}
            choices={choices}
            more={more}
            chosenId={
              choices.find(({ id, declinedThis }) => id === order.contractor?.id && !declinedThis)?.id ?? null
            }
            message={{
              agency: tenant.name,
              locale: tenant.locale,
              host: new URL(env().APP_ORIGIN).host,
              days: Math.round(lifeMs / day),
              until: shortDay(until, order.place.zone),
              untilClock: clock(until, order.place.zone),
            }}
            lastSentence={order.timeline.at(-1)?.sentence ?? ""}
            action={dispatch}
          />
        );
      }}
    />
  );
}

/** What the dialog needs of an order; the rest of it stays on the server. */
function dispatched(order: OrderView, tenant: MoneyLook): DispatchFor {
  const { id, number, reference, version, title, address, place, scope, manager, trade } = order;
  const { status, taxLabel, waiting, ceiling } = order;
  const currency = ceiling?.currency ?? tenant.currency;
  return {
    ...{
      id,
      number,
      reference,
      version,
      title,
      address,
      place,
      scope,
      manager,
      trade,
      status,
      taxLabel,
      waiting,
    },
    company: order.contractor?.company ?? null,
    currency,
    symbol: symbolOf({ currency, locale: tenant.locale }),
    ceiling: ceiling ? (ceiling.amountCents / 100).toFixed(2) : "",
  };
}

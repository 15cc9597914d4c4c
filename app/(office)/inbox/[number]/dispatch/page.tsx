import { OpenOrder, type OrderPage } from "@/app/(office)/inbox/[number]/open-order";
import { dispatch } from "@/app/(office)/inbox/actions";
import { DispatchDialog } from "@/components/office/dispatch-dialog";
import { clock, shortDay } from "@/lib/dates";
import { env } from "@/lib/env";
import { ttlMs } from "@/lib/links/policy";
import { contractorChoices } from "@/lib/people/contacts";
import { readOffice } from "@/lib/tenants/settings";

const day = 24 * 3_600_000;

export default function DispatchOrder(props: OrderPage) {
  return (
    <OpenOrder
      {...props}
      over={async (scope, order) => {
        if (!order.canDispatch || scope.actor.role === "viewer") return null;
        const { tenant } = await readOffice(scope);
        const lifeMs = ttlMs("dispatch", tenant.linkTtlMs);
        const until = new Date(Date.now() + lifeMs);
        const choices = await contractorChoices(scope, order.id, order.trade);
        return (
          <DispatchDialog
            order={{
              id: order.id,
              number: order.number,
              reference: order.reference,
              version: order.version,
              title: order.title,
              address: order.address,
              trade: order.trade,
              status: order.status,
              taxLabel: order.taxLabel,
              waiting: order.waiting,
              company: order.contractor?.company ?? null,
              currency: order.ceiling?.currency ?? tenant.currency,
              ceiling: order.ceiling ? (order.ceiling.amountCents / 100).toFixed(2) : "",
            }}
            choices={choices}
            chosenId={
              choices.find(({ id, declinedThis }) => id === order.contractor?.id && !declinedThis)?.id ?? null
            }
            message={{
              agency: tenant.name,
              host: new URL(env().APP_ORIGIN).host,
              days: Math.round(lifeMs / day),
              until: `${shortDay(until, tenant.timeZone)}, ${clock(until, tenant.timeZone)}`,
            }}
            lastSentence={order.timeline.at(-1)?.sentence ?? ""}
            action={dispatch}
          />
        );
      }}
    />
  );
}

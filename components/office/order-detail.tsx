import type { OrderView } from "@/lib/work-orders/views";
import { ActionForm } from "./action-form";
import { Composer } from "./composer";
import { CopyLink } from "./copy-link";
import { FocusReturn } from "./focus-return";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { OrderFacts } from "./order-facts";
import { OrderHeader } from "./order-header";
import { addressFor, canBeSent, channelOf, lastSentence, otherChannel, sentBy } from "./order-reach";
import { OrderScope } from "./order-scope";
import { Timeline } from "./timeline";
import { Waiting } from "./waiting";

export type OrderActions = Record<"answer" | "approve" | "sendAgain" | "dismissAsk" | "copyLink", FormAction>;

type Props = {
  order: OrderView;
  actions: OrderActions;
  /** Whether this member's role may do more than look. */
  mayAct: boolean;
};

/** One order, whole: where it stands, who and how much, what happened, and what waits. */
export function OrderDetail({ order, actions, mayAct }: Props) {
  return (
    <article className="@container px-5 min-[68.75rem]:px-8">
      <FocusReturn />
      <OrderHeader order={order} mayAct={mayAct} />
      <h1 className="pt-2 text-26 font-600 wrap-anywhere">{order.title}</h1>
      <p className="mt-1 mb-5 text-15 text-ink-2">{order.address}</p>
      {mayAct && canBeSent(order) && <MenuForms order={order} actions={actions} />}
      <OrderFacts order={order} />
      {mayAct && <Waiting order={order} {...actions} />}
      <Timeline entries={order.timeline} approve={mayAct ? actions.approve : null} />
      {mayAct && canBeSent(order) && <Reply order={order} actions={actions} />}
      <OrderScope order={order} />
    </article>
  );
}

/** The forms whose buttons are in the menu: what they answer must not vanish with it. */
function MenuForms({ order, actions }: Pick<Props, "order" | "actions">) {
  const other = otherChannel(order);
  const { id: orderId, version } = order;
  return (
    <div className="grid has-[[role]]:mb-5 has-[[role]]:gap-2">
      <CopyLink action={actions.copyLink} orderId={orderId} company={order.contractor?.company ?? ""} />
      {other && (
        <ActionForm
          id="send-again"
          action={actions.sendAgain}
          sends={{ orderId, version: String(version), channel: other }}
          happened={lastSentence(order)}
        />
      )}
    </div>
  );
}

function Reply({ order, actions }: Pick<Props, "order" | "actions">) {
  const { contractor, status, waiting } = order;
  if (!contractor) return null;
  const channel = channelOf(order);
  const address = addressFor(contractor, channel);
  return (
    <div className="bottom-0 bg-linear-to-t from-surface from-80% to-transparent pt-10 pb-5.5 @sm:[@media(min-height:40rem)]:sticky">
      <Composer
        key={order.id}
        action={actions.answer}
        order={order}
        company={contractor.company}
        asked={waiting.question}
        hint={status === "COMPLETED" ? "The job is closed, so extra work needs a re-dispatch." : ""}
        goesBy={
          address && `${channel === "sms" ? "SMS" : sentBy[channel]} to ${contractor.firstName}, ${address}`
        }
        lastReply={order.timeline.findLast(({ state }) => state === "REPLY")?.sentence ?? ""}
        happened={lastSentence(order)}
        dispatchHref={waiting.question && order.canDispatch ? hrefs.dispatch(order.number) : null}
      />
    </div>
  );
}

import { Mail, MessageSquare } from "lucide-react";
import { useAsFound, useTypedBefore } from "@/components/ui/as-found";
import { TextArea } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import { Segmented } from "@/components/ui/segmented";
import type { Channel } from "@/lib/work-orders/views";
import { addressOf, type Choosing } from "./dispatch-choice";
import type { DispatchFor } from "./dispatch-dialog";
import { useDraft } from "./draft";

type Props = {
  order: DispatchFor;
  dispatch: Choosing;
  errors: Record<string, string>;
  /** Whether script follows the choices; without it no channel may be shut. */
  byScript: boolean;
};

/** By which way it goes, up to how much, and the reply that goes with it. */
export function DispatchFields({ order, dispatch, errors, byScript }: Props) {
  const { contractor, channel, address, ceiling } = dispatch;
  const setChannel = (way: string) => dispatch.setChannel(way === "email" ? "email" : "sms");
  const ways = useAsFound<HTMLFieldSetElement>((found) => {
    const taken = found.querySelector<HTMLInputElement>("input:checked")?.value;
    if (taken && taken !== channel) setChannel(taken);
  });
  const upTo = useTypedBefore(dispatch.setCeiling);
  const shut = (way: Channel) => byScript && addressOf(contractor, way) === null;
  const choices = [
    { value: "sms", label: "SMS", icon: <MessageSquare aria-hidden size={15} />, disabled: shut("sms") },
    { value: "email", label: "Email", icon: <Mail aria-hidden size={15} />, disabled: shut("email") },
  ];
  return (
    <>
      <div className="grid gap-5 *:min-w-0 sm:grid-cols-[5fr_3fr] sm:gap-6">
        <div>
          <Segmented
            ref={ways}
            name="channel"
            legend="Send by"
            choices={choices}
            value={channel}
            onChoose={setChannel}
          />
          <p className={`mt-1.5 text-13 ${errors.channel ? "text-question" : "text-ink-3"}`}>
            {errors.channel ?? (address ? `To ${address}` : "There is no address for this one.")}
          </p>
        </div>
        <MoneyField
          ref={upTo}
          id="dispatch-ceiling"
          name="ceiling"
          label="Cost ceiling"
          symbol={order.symbol}
          tax={order.taxLabel}
          error={errors.ceiling}
          value={ceiling}
          onChange={(event) => dispatch.setCeiling(event.target.value)}
        />
      </div>
      {order.waiting.question && <WithReply orderId={order.id} company={order.company ?? "the contractor"} />}
    </>
  );
}

/** A question that waits is answered by the dispatch, in the words that were begun in the reply. */
function WithReply({ orderId, company }: { orderId: string; company: string }) {
  const [text, write] = useDraft(orderId, "", "");
  const field = useTypedBefore(write);
  return (
    <TextArea
      ref={field}
      id="dispatch-text"
      name="text"
      label={`Your reply to ${company}`}
      aside="Optional"
      hint="It stands on the job page that the new link opens."
      maxLength={2000}
      value={text}
      onChange={(event) => write(event.target.value)}
    />
  );
}

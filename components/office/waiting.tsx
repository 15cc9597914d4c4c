import { Mail, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { type Tone, ToneIcon } from "@/components/ui/chip";
import { RouteButton } from "@/components/ui/route-button";
import type { OrderView } from "@/lib/work-orders/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { addressFor, canBeSent, channelOf, lastSentence, otherChannel, sentBy } from "./order-reach";

type Props = { order: OrderView; approve: FormAction; sendAgain: FormAction; dismissAsk: FormAction };

/** What of an order waits for the office besides a question, each with the one thing that settles it. */
export function Waiting({ order, approve, sendAgain, dismissAsk }: Props) {
  const { waiting } = order;
  if (!waiting.overCeiling && !waiting.undelivered && !waiting.linkAsked) return null;
  return (
    <div className="grid gap-2 pt-4">
      {waiting.overCeiling && <OverCeiling order={order} action={approve} />}
      {waiting.undelivered && <Undelivered order={order} action={sendAgain} />}
      {waiting.linkAsked && (
        <LinkAsked order={order} asker={waiting.linkAsked} action={sendAgain} dismiss={dismissAsk} />
      )}
    </div>
  );
}

type CardProps = { order: OrderView; action: FormAction };

function OverCeiling({ order, action }: CardProps) {
  const { invoice, ceiling } = order;
  if (invoice?.state !== "needs-approval") return null;
  return (
    <Card
      tone="over-ceiling"
      heading={`${invoice.counted} against a ceiling of ${ceiling?.words ?? "nothing"}`}
    >
      <ActionForm action={action} sends={{ billId: invoice.id, fileId: invoice.fileId }} className="contents">
        <Button kind="primary">Approve {invoice.amount.words}</Button>
      </ActionForm>
      <ButtonLink href={hrefs.file(invoice.fileId)}>Open {invoice.fileName}</ButtonLink>
    </Card>
  );
}

function Undelivered({ order, action }: CardProps) {
  const { contractor } = order;
  const other = canBeSent(order) ? otherChannel(order) : null;
  const failed = order.timeline.findLast(({ link }) => link?.failed)?.link;
  const address = addressFor(contractor, failed?.channel === "email" ? "email" : "sms") ?? "the contractor";
  const what = failed?.channel === "email" ? "Email" : "SMS";
  return (
    <Card
      tone="undelivered"
      heading={`${what} to ${address} bounced. Check ${what === "SMS" ? "the number" : "the address"}${other ? `, or send by ${sentBy[other]}` : ""}.`}
    >
      {other && (
        <SendAgain
          order={order}
          action={action}
          channel={other}
        >{`Send by ${sentBy[other]} instead`}</SendAgain>
      )}
      {contractor && (
        <RouteButton href={hrefs.contractor(contractor.id)}>
          {what === "SMS" ? "Check the number" : "Check the address"}
        </RouteButton>
      )}
    </Card>
  );
}

type LinkAskedProps = CardProps & {
  asker: NonNullable<OrderView["waiting"]["linkAsked"]>;
  dismiss: FormAction;
};

/** A link is sent again only to whoever has the job; to hand it back to a former contractor takes a dispatch. */
function LinkAsked({ order, asker, action, dismiss }: LinkAskedProps) {
  const { company, isFormer } = asker;
  const isElsewhere = isFormer && canBeSent(order);
  const whose = isElsewhere ? ` It is with ${order.contractor?.company} now.` : "";
  return (
    <Card tone="question" heading={`${company} asks for a new link to this job.${whose}`}>
      {!isFormer && canBeSent(order) ? (
        <SendAgain order={order} action={action} channel={channelOf(order)}>
          Send a new link
        </SendAgain>
      ) : (
        order.canDispatch && (
          <RouteButton href={hrefs.dispatch(order.number)} scroll={false}>
            Re-dispatch
          </RouteButton>
        )
      )}
      <ActionForm
        action={dismiss}
        sends={{ orderId: order.id, version: String(order.version) }}
        happened={lastSentence(order)}
        className="contents"
      >
        <Button kind="quiet">Dismiss</Button>
      </ActionForm>
    </Card>
  );
}

type SendAgainProps = CardProps & { channel: "email" | "sms"; children: string };

function SendAgain({ order, action, channel, children }: SendAgainProps) {
  const Icon = channel === "sms" ? MessageSquare : Mail;
  return (
    <ActionForm
      action={action}
      sends={{ orderId: order.id, version: String(order.version), channel }}
      happened={lastSentence(order)}
      className="contents"
    >
      <Button kind="primary" icon={<Icon aria-hidden size={15} />}>
        {children}
      </Button>
    </ActionForm>
  );
}

function Card({ tone, heading, children }: { tone: Tone; heading: string; children: ReactNode }) {
  return (
    <section className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-phone border border-line bg-question-tint px-4 py-3">
      <h2 className="flex min-w-0 flex-1 basis-64 items-start gap-2 text-14 font-500 text-question">
        <span className="mt-0.5">
          <ToneIcon tone={tone} size={16} />
        </span>
        {heading}
      </h2>
      {children}
    </section>
  );
}

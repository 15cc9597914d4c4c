import { Clock, KeyRound } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { DialogClose } from "@/components/ui/dialog";
import { dispatchLetter, dispatchText } from "@/lib/delivery/messages/dispatch-text";
import { formatMoney, parseCents } from "@/lib/money";
import type { Choosing } from "./dispatch-choice";
import type { DispatchDialogProps, DispatchFor } from "./dispatch-dialog";

type Props = {
  order: DispatchFor;
  dispatch: Choosing;
  message: DispatchDialogProps["message"];
  closeHref: string;
};

/** The very words that go out; only the link is dotted, since it is not made yet. */
export function MessagePreview({ order, dispatch, message, closeHref }: Props) {
  const { contractor, channel } = dispatch;
  const facts = factsOf(order, dispatch, message);
  return (
    <section aria-label="Preview" className="border-line bg-paper p-5 max-md:border-t sm:p-6 md:border-l">
      <div className="mb-3 flex items-center justify-between md:-mt-2">
        <h3 className="text-13 font-500">What {contractor?.firstName ?? "the contractor"} gets</h3>
        <span className="-mr-2 max-md:absolute max-md:top-4 max-md:right-5">
          <DialogClose href={closeHref} />
        </span>
      </div>
      {channel === "sms" ? <Bubble text={dispatchText(facts)} link={facts.url} /> : <Letter facts={facts} />}
      <ul className="mt-5">
        <Assurance icon={<Clock aria-hidden size={15} />}>
          Works for {message.days} days, until {message.until}, {message.untilClock}. Stops sooner when you
          re-dispatch or cancel.
        </Assurance>
        <Assurance icon={<KeyRound aria-hidden size={15} />}>
          The link is made when you press Dispatch and sent once. We keep only a fingerprint of it.
        </Assurance>
      </ul>
    </section>
  );
}

function factsOf(order: DispatchFor, { ceiling, contractor }: Choosing, message: Props["message"]) {
  const { title, scope, place, manager, taxLabel, currency } = order;
  const cents = parseCents(ceiling);
  return {
    ...{ title, scope, manager, taxLabel },
    agency: { name: message.agency, phone: null },
    street: place.street,
    rest: place.rest,
    ceiling: cents === undefined ? null : formatMoney(cents, currency, message.locale),
    company: contractor?.company ?? "the contractor",
    days: message.days,
    until: message.until,
    url: `${message.host}/j/••••••••`,
  };
}

type Facts = ReturnType<typeof factsOf>;

const sheet = "rounded-dialog bg-accent-tint p-4 text-15 wrap-anywhere";

function Bubble({ text, link }: { text: string; link: string }) {
  return (
    <p className={`${sheet} rounded-bl-chip leading-5.5 whitespace-pre-line`}>
      {text.slice(0, -link.length)}
      <span className="font-mono text-13 underline underline-offset-4">{link}</span>
    </p>
  );
}

function Letter({ facts }: { facts: Facts }) {
  const { subject, heading, rows, button, note, footnote } = dispatchLetter(facts);
  return (
    <div className={`${sheet} grid gap-2.5`}>
      <p className="border-b border-line-2 pb-2.5 text-14">
        <span className="block text-ink-3">From {facts.agency.name}</span>
        <span>{subject}</span>
      </p>
      <p className="text-16 font-600">{heading}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 text-14">
        {rows.map(({ label, value, beside, more }) => (
          <Fragment key={label}>
            <dt className="text-ink-3">{label}</dt>
            <dd className="whitespace-pre-line">
              {value}
              {beside && <span className="text-ink-2">{` ${beside}`}</span>}
              {more && <span className="block text-13 text-ink-2">{more}</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="rounded-control bg-accent px-3 py-1.5 text-center text-14 font-550 text-on-accent">
        {button}
      </p>
      <p className="text-13 text-ink-2">{note}</p>
      <p className="font-mono text-13 text-ink-3">{facts.url}</p>
      <p className="text-12 text-ink-3">{footnote}</p>
    </div>
  );
}

function Assurance({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 border-t border-line py-2.5 text-13 text-ink-2">
      <span className="mt-0.5 shrink-0 text-ink-3">{icon}</span>
      <span>{children}</span>
    </li>
  );
}

import { StatusChip, type Tone } from "@/components/ui/chip";
import { RouteButton } from "@/components/ui/route-button";
import type { OfficePayment, RefundView } from "@/lib/payments/views";
import type { FormAction } from "./form-state";
import { PaymentTakeBack } from "./payment-take-back";

type Props = {
  payment: OfficePayment;
  /** Missing for whoever may only look. */
  refundHref: string | null;
  /** Its receipt as a PDF; null where none was given. */
  receiptHref: string | null;
  takeBack: FormAction | null;
};

type Chip = { tone: Tone; text: string };

const chips: Record<OfficePayment["state"], Chip> = {
  started: { tone: "assigned", text: "Paying now" },
  pending: { tone: "scheduled", text: "On its way" },
  received: { tone: "completed", text: "Received" },
  failed: { tone: "question", text: "Didn’t go through" },
  lapsed: { tone: "closed", text: "Not finished" },
};

/** One that had its receipt and is not here any more was taken back. */
const chipOf = ({ state, receipt }: OfficePayment): Chip =>
  state === "failed" && receipt ? { tone: "question", text: "Taken back" } : chips[state];

/** One payment: how much, from whom, by what, and what went back of it. */
export function PaymentRow({ payment, refundHref, receiptHref, takeBack }: Props) {
  const { id, amount, label, payer, when, receipt, failure, recordedBy, note, refunds, left } = payment;
  const who = [payer, label, when].filter(Boolean).join(" · ");
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="text-15 font-600 tabular-nums">
          {amount}
          {receiptHref && (
            <a
              href={receiptHref}
              aria-label={`Receipt ${receipt}`}
              className="text-link ml-3 font-mono text-13 font-400 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              {receipt}
            </a>
          )}
        </p>
        <StatusChip {...chipOf(payment)} />
      </div>
      <p className="text-13 text-ink-2 wrap-anywhere">{who}</p>
      {recordedBy && <p className="text-13 text-ink-3 wrap-anywhere">Recorded by {recordedBy}</p>}
      {note && <p className="text-13 text-ink-3 wrap-anywhere">“{note}”</p>}
      {failure && <p className="text-13 text-question wrap-anywhere">{failure}</p>}
      {refunds.length > 0 && (
        <ul className="grid gap-1 pt-1">
          {refunds.map((refund) => (
            <Refund key={refund.id} {...refund} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-start gap-2 pt-1 empty:hidden">
        {refundHref && left && (
          <RouteButton
            href={refundHref}
            scroll={false}
            aria-label={`Refund ${amount} of ${payer}`}
            kind="quiet"
          >
            Refund
          </RouteButton>
        )}
        {takeBack && payment.mayTakeBack && <PaymentTakeBack action={takeBack} id={id} amount={amount} />}
      </div>
    </li>
  );
}

const goings: Record<RefundView["state"], string> = {
  asked: "is being given back",
  sent: "was given back",
  failed: "could not be given back",
};

function Refund({ amount, state, when, why, by, failure }: RefundView) {
  const look = state === "failed" ? "text-question" : "text-ink-2";
  return (
    <li className={`border-l-2 border-line-2 pl-3 text-13 wrap-anywhere ${look}`}>
      {amount} {goings[state]}
      {by && ` by ${by}`}, {when}. {why} {failure}
    </li>
  );
}

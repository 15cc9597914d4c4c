import { FoldedReason } from "./folded-reason";
import type { FormAction } from "./form-state";

type Props = { action: FormAction; id: string; amount: string };

/** Takes a record of money off an invoice that was wrong, and asks why where it stands. */
export function PaymentTakeBack({ action, id, amount }: Props) {
  return (
    <FoldedReason
      action={action}
      sends={{ paymentId: id }}
      label="Take it back"
      of={amount}
      why={{ label: "Why was it wrong", hint, maxLength: 500 }}
      button={`Take ${amount} off`}
      kind="danger"
    />
  );
}

const hint =
  "The client is told that it was taken off, with this reason. The invoice is open again where it was paid by it.";

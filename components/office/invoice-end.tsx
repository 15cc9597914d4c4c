import { FoldedAct } from "./folded-act";
import type { FormAction } from "./form-state";
import { VoidForm } from "./void-form";

type Props = {
  id: string;
  /** Why it can’t be made void now. */
  whyNot: string | null;
  makeVoid: FormAction;
};

/** Making an invoice that was sent void: it asks once more where it stands, and why. */
export function InvoiceEnd({ id, whyNot, makeVoid }: Props) {
  if (whyNot) return <p className="max-w-180 pt-3 text-14 text-ink-2">{whyNot}</p>;
  return (
    <div className="pt-2">
      <FoldedAct act="Make the invoice void">
        <VoidForm
          id={id}
          makeVoid={makeVoid}
          maxLength={1000}
          hint="Everybody who was sent it is told, with this reason. Its number stays taken, and there is no way back."
        />
      </FoldedAct>
    </div>
  );
}

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { InvoiceView } from "@/lib/invoices/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = {
  id: string;
  disputed: NonNullable<InvoiceView["disputed"]>;
  /** Missing for whoever may only look. */
  settle: FormAction | null;
};

/** What a client says isn’t right with an invoice, and the office’s last word on it. */
export function InvoiceDisputed({ id, disputed: { by, reason, when }, settle }: Props) {
  return (
    <div className="grid max-w-180 gap-4 pt-3">
      <figure className="rounded-control border border-line bg-surface px-4 py-3">
        <blockquote className="text-15 whitespace-pre-line wrap-anywhere">{reason}</blockquote>
        <figcaption className="mt-1 text-13 text-ink-3">
          {by}, {when}
        </figcaption>
      </figure>
      {settle && (
        <ActionForm action={settle} sends={{ id }} className="grid gap-3">
          <TextArea
            id="settle-words"
            name="words"
            label="What you settled"
            required
            maxLength={1000}
            rows={3}
            hint="Everybody who was sent the invoice reads it. Reminders go on from then on. To change the amount, make this invoice void and send another one."
          />
          <p>
            <Button kind="primary">Settle it</Button>
          </p>
        </ActionForm>
      )}
    </div>
  );
}

import { Button } from "@/components/ui/button";
import { type DocumentView, waitsToNote } from "@/lib/documents/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = {
  document: Pick<DocumentView, "id" | "waitsFor">;
  /** Missing for whoever may only look. */
  note: FormAction | null;
};

const sentences: Record<(typeof waitsToNote)[number], string> = {
  moved: "The client moved it to this time.",
  cancelled: "The client cancelled it.",
  undelivered:
    "Somebody didn’t get their link. Send it again, to another address if they have one, or call them.",
  "payment-failed":
    "A payment did not go through, or its bank took it back. Look under Payments at which, and why.",
  "refund-failed": "A refund did not reach its payer. Look under Payments, and give it back by another way.",
};

/** What waits until somebody has seen it, and the tap that says so. */
export function DocumentNoted({ document: { id, waitsFor }, note }: Props) {
  const waited = waitsToNote.find((each) => each === waitsFor);
  if (!waited) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-sunken px-3 py-2 text-14">
      <p>{sentences[waited]}</p>
      {note && (
        <ActionForm action={note} sends={{ id, waited }}>
          <Button>Noted</Button>
        </ActionForm>
      )}
    </div>
  );
}

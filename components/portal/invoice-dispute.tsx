import { MessageCircleWarning } from "lucide-react";
import { RowSummary } from "@/components/links/row-link";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { InvoiceView } from "@/lib/invoices/views";
import { RefusedWords } from "./refused-words";

type Props = {
  shop: string;
  page: string;
  disputed: InvoiceView["disputed"];
  /** Why the last one was not taken, and what was typed. */
  refused: { problem: string; words: string } | null;
};

/** The way to disagree with an invoice; once somebody has, what they said. Its form leads here by `#dispute`. */
export function InvoiceDispute({ shop, page, disputed, refused }: Props) {
  if (disputed) {
    return (
      <section
        id="dispute"
        tabIndex={-1}
        aria-labelledby="dispute-heading"
        className="scroll-mt-6 rounded-phone bg-sunken px-4 py-3 outline-none"
      >
        {refused && (
          <div className="mb-3">
            <RefusedWords problem={refused.problem} unsaved={refused.words} />
          </div>
        )}
        <h2 id="dispute-heading" className="text-16 font-600">
          {shop} looks into it
        </h2>
        <p className="text-16 whitespace-pre-line wrap-anywhere">“{disputed.reason}”</p>
        <p className="text-15 text-ink-2">
          {disputed.by}, {disputed.when}. You aren’t reminded of this invoice until they have replied.
        </p>
      </section>
    );
  }
  return (
    <details
      id="dispute"
      tabIndex={-1}
      open={refused !== null}
      className="group scroll-mt-6 border-t border-line outline-none"
    >
      <RowSummary icon={MessageCircleWarning}>I don’t agree with this invoice</RowSummary>
      <form method="post" action={`${page}/dispute`} className="grid gap-3 pb-6">
        {refused && <RefusedWords problem={refused.problem} />}
        <TextArea
          id="dispute-words"
          name="words"
          label="What is not right with it"
          hint={`${shop} reads it and replies. You aren’t reminded of this invoice until then.`}
          phone
          required
          maxLength={2000}
          defaultValue={refused?.words}
        />
        <Button size="phone" className="sm:justify-self-start sm:px-5">
          Send it to {shop}
        </Button>
      </form>
    </details>
  );
}

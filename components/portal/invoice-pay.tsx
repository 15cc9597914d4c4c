import { ChevronDown } from "lucide-react";
import { HiddenFields } from "@/components/links/hidden-fields";
import { MainButton } from "@/components/links/main-button";
import { Button } from "@/components/ui/button";
import { MoneyField } from "@/components/ui/money-field";
import type { ClientInvoice } from "@/lib/invoices/views";

/** What was typed as another amount and not taken, and why. */
export type RefusedAmount = { problem: string; typed: string } | null;

type Props = { invoice: ClientInvoice; page: string; refused: RefusedAmount };

/** The one act of an invoice, pinned to a phone’s foot; on a wide screen at the right. */
export function InvoicePay({ invoice, page, refused }: Props) {
  const { pay, whole, view } = invoice;
  if (!pay) return null;
  const action = `${page}/pay`;
  return (
    <div data-pinned="" className={pinned}>
      <form method="post" action={action} className="grid">
        <HiddenFields fields={{ amount: pay.typed }} />
        <MainButton>Pay {pay.amount}</MainButton>
      </form>
      <p className="pt-1 text-center text-15 text-ink-2">Card or bank account. Nothing to sign up for.</p>
      {(view.takesParts || whole) && (
        <details open={refused !== null} className="group">
          <summary className="flex min-h-11 list-none items-center justify-center gap-1.5 text-16 font-500 text-brand">
            Pay another amount
            <ChevronDown
              aria-hidden
              size={18}
              strokeWidth={1.75}
              className="transition-transform duration-120 group-open:rotate-180"
            />
          </summary>
          <div className="grid gap-4 pt-2 pb-3">
            {whole && (
              <form method="post" action={action} className="grid">
                <HiddenFields fields={{ amount: whole.typed }} />
                <Button size="phone">Pay all of it, {whole.amount}</Button>
              </form>
            )}
            {view.takesParts && <OtherAmount action={action} invoice={invoice} refused={refused} />}
          </div>
        </details>
      )}
    </div>
  );
}

type OtherProps = Pick<Props, "invoice" | "refused"> & { action: string };

function OtherAmount({ action, invoice: { symbol, view }, refused }: OtherProps) {
  return (
    <form method="post" action={action} className="grid gap-3">
      <MoneyField
        id="amount"
        name="amount"
        label="How much"
        symbol={symbol}
        hint={`${view.left} is left to pay.`}
        error={refused?.problem}
        defaultValue={refused?.typed}
        phone
        required
        maxLength={20}
      />
      <Button size="phone">Pay this amount</Button>
    </form>
  );
}

const pinned =
  "bottom-0 z-10 -mx-5 mt-auto grid gap-1.5 border-t border-line bg-surface px-5 pt-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:bg-paper min-[60rem]:static! min-[60rem]:col-start-2 min-[60rem]:row-start-1 min-[60rem]:m-0 min-[60rem]:content-start min-[60rem]:rounded-dialog min-[60rem]:border min-[60rem]:bg-surface min-[60rem]:p-6 [@media(min-height:30rem)]:sticky";

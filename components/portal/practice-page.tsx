import {
  ArrowLeft,
  Building2,
  CircleCheck,
  CreditCard,
  FlaskConical,
  type LucideIcon,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { HiddenFields } from "@/components/links/hidden-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Checkout = {
  id: string;
  state: "open" | "pending" | "paid" | "failed" | "expired";
  /** “Invoice BW-3071 from Bluewater Pools” */
  title: string;
  /** “$399.44” */
  amount: string;
  returnTo: string;
};

type Props = {
  checkout: Checkout;
  /** Whether the bank asks whether its card may be used. */
  asks: boolean;
  problem: "declined" | "refuse" | null;
  bankSeconds: number;
};

/** Where a payment is practised: plainly nobody’s real card form, and it asks for no number. */
export function PracticePage({ checkout, asks, problem, bankSeconds }: Props) {
  const { state } = checkout;
  return (
    <div className="min-h-dvh bg-paper">
      <header className="bg-ink px-5 py-3 text-surface dark:bg-sunken dark:text-ink">
        <p className="mx-auto flex max-w-140 items-center gap-3 text-14">
          <FlaskConical aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />
          <span>
            <b className="font-600">Practice payment.</b> No money moves here, and no card is asked for.
          </span>
        </p>
      </header>
      <main className="mx-auto max-w-140 px-5 pt-8 pb-16 sm:pt-12">
        <div className="rounded-sheet border-2 border-dashed border-line-2 bg-surface">
          <div className="border-b-2 border-dashed border-line-2 px-5 py-6 sm:px-8">
            <h1 className="text-15 text-ink-2 wrap-anywhere">{checkout.title}</h1>
            <p className="mt-1 text-48 font-650 tabular-nums">{checkout.amount}</p>
          </div>
          <div className="px-5 py-6 sm:px-8">
            {state !== "open" && <Over {...checkout} bankSeconds={bankSeconds} />}
            {state === "open" && asks && <BankAsks {...checkout} />}
            {state === "open" && !asks && <Ways {...checkout} problem={problem} seconds={bankSeconds} />}
          </div>
        </div>
        {state === "open" && (
          <p className="mt-6">
            <ButtonLink
              href={checkout.returnTo}
              kind="quiet"
              size="phone"
              icon={<ArrowLeft aria-hidden size={20} strokeWidth={1.75} />}
            >
              Back to the invoice
            </ButtonLink>
          </p>
        )}
      </main>
    </div>
  );
}

const problems = {
  declined: "That card was declined. Nothing was paid. Try again, or choose another way.",
  refuse: "Your bank was told no, so nothing was paid. Try again, or choose another way.",
};

function Ways({ id, problem, seconds }: Checkout & { problem: Props["problem"]; seconds: number }) {
  return (
    <>
      {problem && (
        <div className="mb-5">
          <Notice tone="problem" phone>
            {problems[problem]}
          </Notice>
        </div>
      )}
      <h2 className="text-17 font-600">How does it go?</h2>
      <form method="post" action="/practice/pay" className="mt-3 grid gap-3">
        <HiddenFields fields={{ checkoutId: id }} />
        <Way how="card" icon={CreditCard} label="Pay by card" main>
          Visa ending 4242. Paid at once.
        </Way>
        <Way how="declined" icon={X} label="Card that is declined">
          You stay here, and may try again.
        </Way>
        <Way how="asks-bank" icon={CreditCard} label="Card that asks your bank">
          One page more, on which you approve it or refuse it.
        </Way>
        <Way how="bank" icon={Building2} label="Bank account (takes a while)">
          On its way at once, and here in {seconds} seconds. A real bank takes up to four days.
        </Way>
        <Way how="bank-fails" icon={Building2} label="Bank account without enough in it">
          On its way at once, and refused in {seconds} seconds.
        </Way>
      </form>
    </>
  );
}

type WayProps = { how: string; icon: LucideIcon; label: string; main?: boolean; children: ReactNode };

function Way({ how, icon: Icon, label, main = false, children }: WayProps) {
  const look = main
    ? "bg-accent text-on-accent hover:bg-accent-hover"
    : "border border-line-2 bg-surface hover:bg-paper";
  return (
    <button
      type="submit"
      name="how"
      value={how}
      className={`flex min-h-15 items-center gap-4 rounded-phone px-4 py-3 text-left transition-[background-color,scale] duration-120 active:scale-[0.985] ${look}`}
    >
      <Icon aria-hidden size={22} strokeWidth={1.75} className="shrink-0" />
      <span className="min-w-0">
        <span className="block text-17 font-550">{label}</span>
        <span className={`block text-14 ${main ? "" : "text-ink-2"}`}>{children}</span>
      </span>
    </button>
  );
}

/** What 3-D Secure is with a real card: the bank’s own page between the tap and the money. */
function BankAsks({ id, title, amount }: Checkout) {
  return (
    <>
      <h2 className="text-20 font-600">Practice Bank asks: is this you?</h2>
      <p className="mt-2 text-16 text-ink-2 wrap-anywhere">
        {amount} for {title}, by the card ending 4242. A real bank would ask in its app, or by a code.
      </p>
      <form method="post" action="/practice/pay" className="mt-5 grid gap-3 sm:grid-cols-2">
        <HiddenFields fields={{ checkoutId: id }} />
        <Button name="how" value="approve" kind="primary" size="phone">
          Approve {amount}
        </Button>
        <Button name="how" value="refuse" size="phone">
          Refuse
        </Button>
      </form>
    </>
  );
}

const ends = {
  paid: { heading: "Paid", words: "The shop has been told. There is nothing left to do here." },
  pending: { heading: "On its way from the bank", words: "" },
  failed: { heading: "The bank refused it", words: "Nothing was paid. Go back, and pay by another way." },
  expired: {
    heading: "This payment page is closed",
    words: "Nothing was paid by it. Go back to the invoice to see what is to be paid now.",
  },
} as const;

function Over({ state, returnTo, bankSeconds }: Checkout & { bankSeconds: number }) {
  if (state === "open") return null;
  const { heading, words } = ends[state];
  return (
    <>
      <h2 className="flex items-center gap-2.5 text-20 font-600">
        {state === "paid" && <CircleCheck aria-hidden size={22} strokeWidth={2} className="text-completed" />}
        {heading}
      </h2>
      <p className="mt-2 text-16 text-ink-2">
        {words || `It is here within ${bankSeconds} seconds or so. You need not wait for it.`}
      </p>
      <p className="mt-5">
        <ButtonLink href={returnTo} kind="primary" size="phone">
          Back to the invoice
        </ButtonLink>
      </p>
    </>
  );
}

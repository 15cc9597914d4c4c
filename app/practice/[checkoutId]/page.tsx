import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { PracticePage } from "@/components/portal/practice-page";
import { amountWords } from "@/lib/money";
import { findCheckout } from "@/lib/payments/practice";
import { bankSeconds, isPracticeOpen } from "@/lib/payments/practice-page";

export const metadata: Metadata = { title: "Practice payment" };

type Props = {
  params: Promise<{ checkoutId: string }>;
  searchParams: Promise<Partial<Record<"bank" | "problem", string | string[]>>>;
};

/** The practice processor’s own page: where a payer of a loopback origin decides what their card or their bank does. */
export default async function Practice({ params, searchParams }: Props) {
  if (!isPracticeOpen(await headers())) notFound();
  const checkout = await findCheckout((await params).checkoutId);
  if (!checkout) notFound();
  const { bank, problem } = await searchParams;
  const { id, state, title, amountCents, currency, returnTo } = checkout;
  return (
    <PracticePage
      checkout={{
        id,
        state,
        title,
        amount: amountWords(amountCents, { currency, locale: "en-AU" }),
        returnTo,
      }}
      asks={bank === "asks"}
      problem={problem === "declined" || problem === "refuse" ? problem : null}
      bankSeconds={bankSeconds}
    />
  );
}

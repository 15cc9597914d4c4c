import { Hourglass } from "lucide-react";
import { OtherLink } from "@/components/links/main-button";
import { PageMark } from "@/components/links/page-mark";
import { LookAgain } from "./look-again";

type Props = { amount: string; shop: string; page: string; here: string };

/** Between a payment and what its processor says of it: most often a moment. */
export function InvoiceWaiting({ amount, shop, page, here }: Props) {
  return (
    <article className="max-w-160">
      <PageMark icon={Hourglass} tone="wait" />
      <h1 className="text-34 font-650 text-balance">We are waiting to hear from the bank</h1>
      <p className="mt-1 text-17 text-ink-2" role="status">
        {amount} to {shop}. This page looks again by itself.
      </p>
      <div className="mt-8 flex flex-wrap gap-x-8 border-t border-line pt-3">
        <OtherLink href={here}>Look now</OtherLink>
        <OtherLink href={page}>You didn’t pay? Back to the invoice</OtherLink>
      </div>
      <LookAgain />
    </article>
  );
}

import type { InvoiceView, PaymentView } from "@/lib/invoices/views";

/**
 * What leads the page of somebody’s payment: thanks; of an invoice that was made void, whether that was before the money came,
 * and what of it went back or is to go back.
 */
export function paidWords(
  status: InvoiceView["status"],
  payment: PaymentView,
  shop: string,
): { heading: string; words: string } {
  if (status === "void") return { heading: "This invoice was cancelled", words: voidWords(payment, shop) };
  const heading = status === "paid" ? "Paid, thank you" : "Thank you for this payment";
  return { heading, words: `${payment.amount} to ${shop}` };
}

function voidWords(payment: PaymentView, shop: string): string {
  const { amount, refunded, goesBack, cameLate, isByHand, label } = payment;
  const to = (!isByHand && label) || "you";
  const your = cameLate ? "" : "Your ";
  const parts = [
    cameLate ? `${shop} took it back before your ${amount} came.` : `${shop} cancelled it.`,
    refunded && `${your}${refunded} went back to ${to}.`,
    goesBack && `${your}${goesBack} goes back to ${to}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

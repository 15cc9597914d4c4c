import { headers } from "next/headers";
import { payerAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import type { DocumentScope } from "@/lib/auth/may-see";
import { rememberPaying } from "@/lib/auth/paid-here";
import type { AtDocument } from "@/lib/auth/scope";
import { isByPass } from "@/lib/auth/scope";
import { payment } from "@/lib/invoices/paying";
import { startPayment } from "@/lib/payments/pay";

/** Leads to the page of whoever moves the money. */
export const POST = form(payerAt, payment, (scope, { amount }) => pay(scope, amount), "pay");

/** A pass ends as soon as the invoice is paid: its browser keeps the way to the receipt. */
async function pay(scope: AtDocument<DocumentScope>, amountCents: number) {
  const started = await startPayment(scope, { amountCents });
  if (started.ok && isByPass(scope)) await rememberPaying(scope, (await headers()).get("user-agent"));
  return started;
}

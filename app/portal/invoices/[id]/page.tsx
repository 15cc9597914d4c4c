import { headers } from "next/headers";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { comingBack } from "@/app/portal/invoices/[id]/coming-back";
import { payerReceipt } from "@/app/portal/invoices/[id]/receipt";
import { paidHere } from "@/lib/auth/paid-here";

export default async function Invoice(props: DoorProps) {
  const sent: Record<string, string | string[] | undefined> = await props.searchParams;
  const query = { do: one(sent.do), kept: one(sent.kept), payment: one(sent.payment) };
  return (
    <DocumentDoor
      kind="invoice"
      page={(scope, document) => comingBack(scope, document, query)}
      instead={payersReceipt}
      {...props}
    />
  );
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** The pass of whoever paid by a link is over; their own browser still has the receipt. */
async function payersReceipt(id: string) {
  const payer = await paidHere(id, await headers());
  return payer ? payerReceipt(payer) : null;
}

"use server";

import { whoHeard } from "@/app/(office)/clients/who-heard";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { settleDispute } from "@/lib/invoices/dispute";
import { saveInvoice } from "@/lib/invoices/draft";
import { draftForm } from "@/lib/invoices/draft-sent";
import { invoiceFromScope } from "@/lib/invoices/from-scope";
import { invoiceFromWorkOrder } from "@/lib/invoices/from-work-order";
import { fromOrderForm, fromScopeForm, settling, voidForm } from "@/lib/invoices/sent";
import { voidInvoice } from "@/lib/invoices/void";

const toItsPage = ({ id, contactId }: { id: string; contactId: string }) => ({
  to: `/clients/${contactId}/documents/${id}`,
});

export const save = action(manager, draftForm, saveInvoice, () => ({ done: "Saved." }));

export const fromScope = action(manager, fromScopeForm, invoiceFromScope, toItsPage);

export const fromOrder = action(manager, fromOrderForm, invoiceFromWorkOrder, toItsPage);

export const makeVoid = action(manager, voidForm, voidInvoice);

export const settle = action(manager, settling, settleDispute, (said) =>
  whoHeard(said, (names) => (names ? `Settled. ${names} will hear of it.` : "Settled.")),
);

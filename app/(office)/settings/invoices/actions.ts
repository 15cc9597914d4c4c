"use server";

import { action } from "@/lib/auth/action";
import { manager, staff } from "@/lib/auth/gates";
import { accountForm, settingsForm } from "@/lib/invoices/sent";
import { setInvoiceSettings, setStripeAccount } from "@/lib/invoices/settings";

export const saveInvoices = action(manager, settingsForm, setInvoiceSettings, () => ({ done: "Saved" }));

export const chooseAccount = action(
  staff,
  accountForm,
  (scope, { account }) => setStripeAccount(scope, account),
  () => ({ done: "Saved" }),
);

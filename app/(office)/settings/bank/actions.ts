"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { confirmBankDetails, proposeBankDetails, withdrawBankDetails } from "@/lib/bank/change";
import { confirmForm, detailsForm, which } from "@/lib/bank/sent";

export const propose = action(manager, detailsForm, proposeBankDetails, () => ({ done: "Proposed" }));

export const confirm = action(manager, confirmForm, confirmBankDetails, () => ({ done: "Confirmed" }));

export const withdraw = action(manager, which, withdrawBankDetails, () => ({ done: "Taken back" }));

"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { takeBackPayment } from "@/lib/bills/pay";
import { queryBill, settleBill } from "@/lib/bills/query";
import { billAsShown, billOnly, queryForm, severalForm } from "@/lib/bills/sent";
import { actOnSeveral } from "@/lib/bills/several";
import { approveInvoice } from "@/lib/work-orders/contractor-invoice";

export const approve = action(manager, billAsShown, approveInvoice);

export const query = action(manager, queryForm, queryBill);

export const settle = action(manager, billOnly, (scope, { billId }) => settleBill(scope, billId));

export const several = action(
  manager,
  severalForm,
  (scope, sent) => actOnSeveral(scope, sent, new Date()),
  (done) => ({ done }),
);

export const takeBack = action(manager, billOnly, (scope, { billId }) =>
  takeBackPayment(scope, billId, new Date()),
);

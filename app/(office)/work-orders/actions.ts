"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { saveOrder } from "@/lib/work-orders/save";
import { orderForm } from "@/lib/work-orders/sent";

export const save = action(manager, orderForm, saveOrder, (order, sent) => ({
  to: sent.next === "dispatch" ? `/inbox/${order.number}/dispatch` : `/inbox/${order.number}`,
}));

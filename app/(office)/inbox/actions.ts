"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { billAsShown } from "@/lib/bills/sent";
import { dismissAskedLink } from "@/lib/work-orders/asked-link";
import { approveInvoice } from "@/lib/work-orders/contractor-invoice";
import { cancelWorkOrder, copyJobLink, dispatchWorkOrder, sendLinkAgain } from "@/lib/work-orders/dispatch";
import {
  answerForm,
  cancelForm,
  channelForm,
  dispatchForm,
  orderAsRead,
  orderOnly,
} from "@/lib/work-orders/sent";
import { answerContractor } from "@/lib/work-orders/thread";

export const dispatch = action(
  manager,
  dispatchForm,
  (scope, { ceiling, ...sent }) => dispatchWorkOrder(scope, { ...sent, ceilingCents: ceiling }),
  (order) => ({ to: `/inbox/${order.number}` }),
);

export const answer = action(
  manager,
  answerForm,
  (scope, { text, ...which }) => answerContractor(scope, which, text),
  (order) => ({ to: `/inbox/${order.number}` }),
);

export const cancel = action(
  manager,
  cancelForm,
  (scope, { reason, ...which }) => cancelWorkOrder(scope, which, reason),
  (order) => ({ to: `/inbox/${order.number}` }),
);

export const sendAgain = action(
  manager,
  channelForm,
  (scope, { channel, ...which }) => sendLinkAgain(scope, which, channel),
  (order) => ({ to: `/inbox/${order.number}` }),
);

export const dismissAsk = action(
  manager,
  orderAsRead,
  (scope, which) => dismissAskedLink(scope, which),
  (order) => ({ to: `/inbox/${order.number}` }),
);

export const approve = action(manager, billAsShown, approveInvoice, ({ orderNumber }) => ({
  to: `/inbox/${orderNumber}`,
}));

export const copyLink = action(
  manager,
  orderOnly,
  (scope, { orderId }) => copyJobLink(scope, orderId),
  (link) => ({ done: link.url }),
);

"use server";

import { hrefs } from "@/components/office/hrefs";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { recordPayment, takeBack as takeRecordBack } from "@/lib/payments/by-hand";
import { refundPayment } from "@/lib/payments/refund";
import { recording, refunding, takingBack } from "@/lib/payments/sent";

export const record = action(manager, recording, recordPayment, ({ clientId, documentId }) => ({
  to: hrefs.document(clientId, documentId),
}));

export const refund = action(manager, refunding, refundPayment, ({ clientId, documentId }) => ({
  to: hrefs.document(clientId, documentId),
}));

export const takeBack = action(manager, takingBack, takeRecordBack);

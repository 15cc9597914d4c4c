import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { enqueue } from "@/lib/jobs/queue";

/**
 * Nobody is to pay more than `leftCents` of an invoice from now on: a job closes the checkout that is open for more. In the
 * caller's transaction; whoever paid at that moment is given it back.
 */
export async function lapsePayments(tx: Tx, documentId: string, leftCents = 0): Promise<void> {
  const open = await tx
    .select({ paymentId: payments.id, tenantId: payments.tenantId })
    .from(payments)
    .where(
      and(
        eq(payments.documentId, documentId),
        eq(payments.state, "started"),
        gt(payments.amountCents, leftCents),
      ),
    );
  for (const payment of open)
    await enqueue(tx, "close-checkout", payment, `close-checkout/${payment.paymentId}`);
}

import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import { systemScope } from "@/lib/auth/scope";
import { takeIn } from "./settle";
import { tillOf } from "./tills";

/**
 * The job that has the processor give money back, or asks it how far that has come. Run twice, it gives back once: the
 * refund’s own id is the key. Throws where the processor can’t be reached, so that it is tried again.
 */
export async function giveBack(which: { tenantId: string; refundId: string }): Promise<void> {
  const { tenantId, refundId } = which;
  const [found] = await inTenant(systemScope(tenantId), (tx) =>
    tx
      .select({ refund: refunds, payment: payments })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(and(eq(refunds.id, refundId), eq(refunds.state, "asked"))),
  );
  if (!found) return;
  const { refund, payment } = found;
  const { intentId, account, processor } = payment;
  const till = tillOf(processor);
  if (!till || !intentId) throw new Error("Money is to go back that no processor took.");
  const { amountCents, processorId } = refund;
  const returned = await till.giveBack({ refundId, processorId, intentId, amountCents, account });
  await takeIn({
    ...{ processor: till.name, about: "refund", tenantId, paymentId: payment.id, intentId, refundId },
    eventId: `give-back/${refundId}/${returned.state}`,
    kind: `give-back.${returned.state}`,
    at: new Date(),
    amountCents,
    returned,
  });
}

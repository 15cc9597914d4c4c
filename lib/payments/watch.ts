import { type Db, gate, type Tx } from "@/db/client";
import { enqueue, type Jobs } from "@/lib/jobs/queue";
import { lookAtPayment } from "./look";

type Watching = Jobs["watch-checkout"];

/**
 * Has a checkout looked at while its payer is there, from the tap that leads to it: whoever comes back reads within seconds
 * that they have paid, even where the processor’s own word is late. In the transaction of the tap.
 */
export const watchCheckout = (tx: Tx, which: Omit<Watching, "sinceSeconds">): Promise<void> =>
  lookLater(tx, which, 0);

/** The job that looks, and has itself done again as long as nobody has paid, until half an hour is over. */
export async function lookWhilePaying({ sinceSeconds, ...which }: Watching): Promise<void> {
  const isOpen = await lookAtPayment(which);
  if (isOpen && sinceSeconds < mostSeconds) await lookLater(gate(), which, sinceSeconds);
}

/** What comes later is found by the look that comes every ten minutes. */
const mostSeconds = 30 * 60;

/** Nobody waits for the next look longer than a tenth of the time that they took to pay, or five seconds. */
function lookLater(tx: Tx | Db, { tenantId, paymentId }: Omit<Watching, "sinceSeconds">, since: number) {
  const inSeconds = Math.max(5, Math.round(since / 10));
  const watching = { tenantId, paymentId, sinceSeconds: since + inSeconds };
  return enqueue(tx, "watch-checkout", watching, { jobKey: `watch-checkout/${paymentId}`, inSeconds });
}

import { z } from "zod";
import { practiceCheckouts } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/queue";
import { findCheckout, inBook, isIn, type PracticeCheckout, toldOf } from "./practice";
import { takeIn } from "./settle";

/** What a payer does on the practice processor’s own page, and what comes of it there. */

/** How long a bank takes here. */
export const bankSeconds = 20;

/** Whether the page may be shown to whoever sent these headers: on a loopback origin, under a loopback name, as the mailbox. */
export const isPracticeOpen = (headers: Headers): boolean =>
  env().loopback && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.get("host") ?? "");

export const practicePaying = z.strictObject({
  checkoutId: z.string().max(100),
  how: z.enum(["card", "declined", "asks-bank", "approve", "refuse", "bank", "bank-fails"]),
});

type Paying = z.output<typeof practicePaying>;

const withCard = { state: "paid", method: "card", label: "Visa ending 4242" } as const;
const withBank = { state: "pending", method: "bank-debit", label: "Practice Bank ending 6789" } as const;

/** What is written into the book; a card that is declined writes nothing, and one that asks the bank nothing yet. */
const writes: Record<Paying["how"], typeof withCard | typeof withBank | null> = {
  card: withCard,
  declined: null,
  "asks-bank": null,
  approve: { ...withCard },
  refuse: null,
  bank: withBank,
  "bank-fails": withBank,
};

/**
 * Pays, or does not, and says where the payer goes: back to the invoice, or to a page of the processor’s own. Of two taps
 * one counts. Where the checkout is over already it leads to what came of it.
 */
export async function payByPractice({ checkoutId, how }: Paying): Promise<string> {
  const checkout = await findCheckout(checkoutId);
  const page = `/practice/${encodeURIComponent(checkoutId)}`;
  if (checkout?.state !== "open") return page;
  if (how === "asks-bank") return `${page}?bank=asks`;
  const change = writes[how];
  if (!change) return `${page}?problem=${how}`;
  const paid = await inBook(checkout.tenantId, async (tx) => {
    const [row] = await tx.update(practiceCheckouts).set(change).where(isIn(checkoutId, "open")).returning();
    if (row?.state === "pending") {
      const { tenantId } = row;
      const as = how === "bank" ? ("paid" as const) : ("failed" as const);
      const when = { jobKey: `end-practice/${checkoutId}`, inSeconds: bankSeconds };
      await enqueue(tx, "end-practice", { tenantId, checkoutId, as }, when);
    }
    return row;
  });
  if (!paid) return page;
  await tellTill(paid);
  return `${paid.returnTo}?payment=${paid.paymentId}`;
}

type Ending = { tenantId: string; checkoutId: string; as: "paid" | "failed" };

/** The job that lets a bank have its say. Run twice, it says the same. */
export async function endPractice({ tenantId, checkoutId, as }: Ending): Promise<void> {
  await inBook(tenantId, (tx) =>
    tx.update(practiceCheckouts).set({ state: as }).where(isIn(checkoutId, "pending")),
  );
  const ended = await findCheckout(checkoutId);
  if (ended) await tellTill(ended);
}

/** Tells the till, by the intake of every processor. What it misses it learns when it looks. */
function tellTill(checkout: PracticeCheckout): Promise<void> {
  const { id: checkoutId, tenantId, paymentId, state } = checkout;
  return takeIn({
    ...{ processor: "practice", about: "payment", tenantId, paymentId, checkoutId },
    eventId: `${checkoutId}/${state}`,
    kind: `practice.${state}`,
    at: new Date(),
    told: toldOf(checkout),
  });
}

import { createHmac } from "node:crypto";
import { and, eq, not, sql } from "drizzle-orm";
import { gate, inTenant, type Tx } from "@/db/client";
import { practiceCheckouts } from "@/db/schema/payments";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import type { Processor, Told } from "./processor";

/**
 * The processor of a loopback origin: it has its own book and its own page, and moves no money. To the till it is as
 * Stripe is. Anywhere but on a loopback origin it throws.
 */

export type PracticeCheckout = typeof practiceCheckouts.$inferSelect;

export const practice: Processor = {
  name: "practice",
  async begin({ paymentId, tenantId, amountCents, currency, title, returnTo }) {
    const id = idOf(paymentId);
    await inBook(tenantId, (tx) =>
      tx
        .insert(practiceCheckouts)
        .values({ id, paymentId, amountCents, currency, title, returnTo })
        .onConflictDoNothing(),
    );
    return { checkoutId: id, url: `${env().APP_ORIGIN}/practice/${id}` };
  },
  async look({ checkoutId }) {
    const checkout = await found(checkoutId);
    const isOver = Date.now() - checkout.createdAt.getTime() > livesMs;
    return isOver ? closeInBook(checkout) : toldOf(checkout);
  },
  close: async ({ checkoutId }) => closeInBook(await found(checkoutId)),
  async giveBack({ refundId, intentId, amountCents }) {
    const { tenantId } = await found(intentId);
    const isPossible = and(
      isIn(intentId, "paid"),
      sql`${practiceCheckouts.refundedCents} + ${amountCents} <= ${practiceCheckouts.amountCents}`,
      not(isRefunded(refundId)),
    );
    const done = await inBook(tenantId, async (tx) => {
      await tx
        .update(practiceCheckouts)
        .set({
          refundedCents: sql`${practiceCheckouts.refundedCents} + ${amountCents}`,
          refunds: sql`array_append(${practiceCheckouts.refunds}, ${refundId}::uuid)`,
        })
        .where(isPossible);
      const which = and(eq(practiceCheckouts.id, intentId), isRefunded(refundId));
      return tx.select({ id: practiceCheckouts.id }).from(practiceCheckouts).where(which);
    });
    return done.length > 0
      ? { state: "sent", processorId: `practice_${refundId}`, failure: null }
      : { state: "failed", processorId: null, failure: "There is not so much of it left." };
  },
};

/** As long as Stripe's stay open. */
const livesMs = 24 * 3_600_000;

async function closeInBook({ id, tenantId }: PracticeCheckout): Promise<Told> {
  await inBook(tenantId, (tx) =>
    tx.update(practiceCheckouts).set({ state: "expired" }).where(isIn(id, "open")),
  );
  return toldOf(await found(id));
}

const isRefunded = (refundId: string) => sql`${refundId}::uuid = any(${practiceCheckouts.refunds})`;

/** Which checkout, in which state: the condition of every change in the book, so that of two at once one is made. */
export const isIn = (id: string, state: PracticeCheckout["state"]) =>
  and(eq(practiceCheckouts.id, id), eq(practiceCheckouts.state, state));

/** The same for the same payment, and nothing that anybody else could find out. */
function idOf(paymentId: string): string {
  const [key] = env().LINK_KEYS;
  if (!key) throw new Error("LINK_KEYS has no key.");
  return createHmac("sha256", key.secret).update(`practice/v1 ${paymentId}`).digest("base64url");
}

/** Opens the book of one business. Refuses where money is real. */
export function inBook<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!env().loopback) throw new Error("The practice processor works on a loopback origin alone.");
  const scope: Scope = systemScope(tenantId);
  return inTenant(scope, work);
}

/** A checkout by its own unguessable name; undefined where there is none, and anywhere but on a loopback origin. */
export async function findCheckout(id: string): Promise<PracticeCheckout | undefined> {
  if (!env().loopback) return undefined;
  const [row] = await gate().select().from(practiceCheckouts).where(eq(practiceCheckouts.id, id));
  return row;
}

async function found(id: string): Promise<PracticeCheckout> {
  const checkout = await findCheckout(id);
  if (!checkout) throw new Error("The practice processor does not know that checkout.");
  return checkout;
}

/** How a checkout stands, in the till's words. */
export function toldOf(checkout: PracticeCheckout): Told {
  const { id: intentId, state, amountCents, label } = checkout;
  const paid = { intentId, method: checkout.method ?? "card", label };
  switch (state) {
    case "open":
      return { state: "started", url: `${env().APP_ORIGIN}/practice/${intentId}` };
    case "pending":
      return { state: "pending", ...paid };
    case "paid":
      return { state: "received", ...paid, amountCents };
    case "failed":
      return { state: "failed", failure: "There was not enough in the account." };
    case "expired":
      return { state: "lapsed" };
  }
}

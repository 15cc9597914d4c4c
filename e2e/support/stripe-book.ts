import { randomUUID } from "node:crypto";

/** What Stripe knows of checkouts, payments and refunds, and how it shows them. */

export type Session = {
  id: string;
  account: string | null;
  status: "open" | "complete" | "expired";
  amountCents: number;
  currency: string;
  metadata: Record<string, string>;
  sent: Record<string, string>;
  intent: Intent | null;
};

export type Intent = {
  id: string;
  status: "succeeded" | "processing" | "requires_payment_method";
  receivedCents: number;
  disputedCents: number;
  /** How it was paid, as a charge tells it. */
  details: object;
};

type Refund = { id: string; intentId: string; amountCents: number; status: string; refund: string | null };

export const newId = (kind: string) => `${kind}_${randomUUID().replaceAll("-", "")}`;

export function makeBook(origin: () => string) {
  const sessions = new Map<string, Session>();
  const refunds = new Map<string, Refund>();

  function open(sent: Record<string, string>, account: string | null): Session {
    const session: Session = {
      id: newId("cs_test"),
      status: "open",
      amountCents: Number(sent["line_items[0][price_data][unit_amount]"]),
      currency: String(sent["line_items[0][price_data][currency]"]),
      metadata: nested(sent, "metadata"),
      intent: null,
      ...{ account, sent },
    };
    sessions.set(session.id, session);
    return session;
  }

  function addRefund(refund: Omit<Refund, "id">): Refund {
    const made = { id: newId("re"), ...refund };
    refunds.set(made.id, made);
    return made;
  }

  const refundsOf = (intentId: string | null) =>
    [...refunds.values()].filter((each) => each.intentId === intentId && each.status !== "failed");

  const backOf = (intentId: string) =>
    refundsOf(intentId).reduce((sum, { amountCents }) => sum + amountCents, 0);

  const heldOf = ({ id, receivedCents, disputedCents }: Intent) => receivedCents - disputedCents - backOf(id);

  function intentById(id: string): Intent {
    const session = [...sessions.values()].find(({ intent }) => intent?.id === id);
    if (!session?.intent) throw new Error(`No intent ${id}.`);
    return session.intent;
  }

  const intentShown = (intent: Intent) => ({
    ...{ id: intent.id, object: "payment_intent", status: intent.status },
    amount_received: intent.receivedCents,
    metadata: [...sessions.values()].find((each) => each.intent?.id === intent.id)?.metadata ?? {},
    latest_charge: { id: `ch_${intent.id}`, object: "charge", payment_method_details: intent.details },
    last_payment_error: intent.status === "requires_payment_method" ? { message: tooLittle } : null,
  });

  const sessionShown = ({ id, status, metadata, intent }: Session) => ({
    ...{ id, object: "checkout.session", status, metadata },
    url: status === "open" ? `${origin()}/c/pay/${id}` : null,
    payment_status: intent?.status === "succeeded" ? "paid" : "unpaid",
    payment_intent: intent && intentShown(intent),
  });

  return {
    ...{ sessions, refunds, open, addRefund, refundsOf, backOf, intentById, intentShown, sessionShown },
    session: (id: string) => known(sessions, id),
    refund: (id: string) => known(refunds, id),
    /** What it holds of every checkout of a document: what was paid, less what went back. */
    moneyOf(documentId: string): number {
      const of = [...sessions.values()].filter(({ metadata }) => metadata.document === documentId);
      return of.reduce((sum, { intent }) => sum + (intent ? heldOf(intent) : 0), 0);
    },
  };
}

export type Book = ReturnType<typeof makeBook>;

const tooLittle = "There was not enough in the account.";

function known<T>(all: Map<string, T>, id: string): T {
  const found = all.get(id);
  if (!found) throw new Error(`Stripe does not know ${id}.`);
  return found;
}

const nested = (sent: Record<string, string>, of: string) =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const key = new RegExp(`^${of}\\[(\\w+)\\]$`).exec(name)?.[1];
      return key ? [[key, value]] : [];
    }),
  );

export const refundShown = ({ id, intentId, amountCents, status, refund }: Refund) => ({
  ...{ id, object: "refund", status, amount: amountCents, payment_intent: intentId },
  metadata: refund ? { refund } : {},
  failure_reason: status === "failed" ? "expired_or_canceled_card" : undefined,
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { database, eachAtReadwell } from "@/e2e/support/at-readwell";
import {
  doJobs,
  ellenAt,
  paymentsOf,
  post,
  recordByHand,
  refund,
  sentInvoice,
  standingOf,
  stripe,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import type { Session } from "@/e2e/support/stripe-book";
import { lookAtAll } from "./look";
import { startPayment } from "./pay";

withStripe();
eachAtReadwell(20);

const acts = ["tap", "card", "bank", "bank says", "by hand", "refund", "dispute", "jobs"] as const;
type Act = { act: (typeof acts)[number]; cents: number; yes: boolean };

const sessionsOf = (id: string, isMeant: (session: Session) => boolean) =>
  [...stripe.sessions.values()].filter((session) => session.metadata.document === id && isMeant(session));

/** What somebody does at that moment; where there is nothing to do it to, nothing. */
async function doIt(id: string, { act, cents, yes }: Act): Promise<unknown> {
  const open = sessionsOf(id, ({ status }) => status === "open")[0];
  const under = sessionsOf(id, ({ intent }) => intent?.status === "processing")[0];
  const paid = sessionsOf(id, ({ intent }) => intent?.status === "succeeded" && intent.disputedCents === 0);
  const untouched = paid.find(
    ({ intent }) => ![...stripe.refunds.values()].some((r) => r.intentId === intent?.id),
  );
  switch (act) {
    case "tap":
      return startPayment(ellenAt(id), { amountCents: yes ? totalCents : cents });
    case "card":
      return open && tell(stripe.payByCard(open.id));
    case "bank":
      return open && tell(stripe.payByBank(open.id));
    case "bank says":
      return under && tell(stripe.bankSays(under.id, yes));
    case "by hand":
      return recordByHand(id, cents);
    case "refund":
      return refundSome(id, cents);
    case "dispute":
      return untouched && tell(stripe.dispute(untouched.id));
    case "jobs":
      return doJobs();
  }
}

/** What was not taken in, and is posted again as Stripe does. */
const refused: Parameters<typeof post>[0][] = [];

async function tell(posted: (typeof refused)[number]): Promise<void> {
  const status = await post(posted).catch(laterOrThrow);
  if (status !== 204) refused.push(posted);
}

async function refundSome(id: string, amount: number): Promise<unknown> {
  const received = (await paymentsOf(id)).find(({ state }) => state === "received");
  return received && refund(received.id, amount);
}

/** Every bank has its say, every job is done, and what no webhook told of is looked at. */
async function comeToRest(id: string): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    for (const posted of refused.splice(0)) await tell(posted);
    for (const { id: session } of sessionsOf(id, ({ intent }) => intent?.status === "processing"))
      stripe.bankSays(session, true);
    await database.owner`update payments set created_at = created_at - interval '5 minutes' where document_id = ${id}`;
    await database.owner`update refunds r set created_at = r.created_at - interval '5 minutes' from payments p
      where p.id = r.payment_id and p.document_id = ${id}`;
    await lookAtAll();
    await doJobs();
  }
}

/** What is in the office’s own hands of an invoice. */
async function byHandCents(id: string): Promise<number> {
  const [row] = await database.owner<{ cents: number }[]>`
    select coalesce(sum(l.amount_cents), 0)::int as cents from ledger l join payments p on p.id = l.payment_id
    where p.document_id = ${id} and p.processor = 'by-hand'`;
  return row?.cents ?? 0;
}

const act = fc.record({
  act: fc.constantFrom(...acts),
  cents: fc.integer({ min: 100, max: 30_000 }),
  yes: fc.boolean(),
});

/** What became of a payment is told at the moment when it is paid. */
const disputeFirst: Act[][] = [
  [{ act: "tap", cents: 100, yes: false }],
  [
    { act: "card", cents: 100, yes: false },
    { act: "dispute", cents: 100, yes: false },
  ],
];

test("[A33] whatever payers, banks, the office and the jobs do at once, the ledger is what Stripe and the till have", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async (rounds) => {
        const id = await sentInvoice();
        await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
        for (const round of rounds)
          await Promise.all(round.map((each) => doIt(id, each).catch(laterOrThrow)));
        await comeToRest(id);
        const { paid, pending, ledger, closedAs } = await standingOf(id);
        expect({ paid, pending }).toEqual({ paid: ledger, pending: 0 });
        expect(ledger).toBe(stripe.moneyOf(id) + (await byHandCents(id)));
        expect(ledger, "what nobody owes went back").toBeLessThanOrEqual(totalCents);
        if (ledger === totalCents) expect(closedAs).toBe("paid");
      },
    ),
    { numRuns: 40, examples: [[disputeFirst]] },
  );
}, 300_000);

/** A fault that says “again later” is what the queue and Stripe are for. */
function laterOrThrow(error: unknown): void {
  if (!(error instanceof Error) || !/came before it|could not be closed|never went/.test(error.message))
    throw error;
}

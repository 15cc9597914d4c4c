import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, test } from "vitest";
import { database, eachAtReadwell } from "@/e2e/support/at-readwell";
import {
  happenings,
  paymentsOf,
  post,
  receiptsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { environment } from "@/e2e/support/environment";
import { connectedSecret, signed } from "@/e2e/support/stripe-moves";

withStripe();
eachAtReadwell(20);

const processes: ChildProcess[] = [];
afterEach(() => {
  for (const each of processes.splice(0)) each.kill("SIGKILL");
});

const nothingHappened = { paid: 0, pending: 0, ledger: 0, closedAs: null };

async function paying() {
  const id = await sentInvoice();
  return { id, event: stripe.payByCard(await tapPay(id)) };
}

describe("[A31] a webhook that is not Stripe’s is refused, and nothing happens", () => {
  const minutes = (count: number) => Date.now() + count * 60_000;
  const bad = {
    "is not signed": ({ payload }: { payload: string }) => ({ payload, signature: "" }),
    "is signed with another key": ({ payload }: { payload: string }) => ({
      payload,
      signature: signed(payload, { secret: "whsec_of_somebody_else" }),
    }),
    "was signed ten minutes ago": ({ payload }: { payload: string }) => ({
      payload,
      signature: signed(payload, { at: minutes(-10) }),
    }),
    "was written anew": ({ payload, signature }: { payload: string; signature: string }) => ({
      payload: JSON.stringify(JSON.parse(payload)),
      signature,
    }),
    "was changed by one cent": ({ payload, signature }: { payload: string; signature: string }) => ({
      payload: payload.replace("created", "creatd "),
      signature,
    }),
    "has half of a signature": ({ payload, signature }: { payload: string; signature: string }) => ({
      payload,
      signature: signature.slice(0, -10),
    }),
    "has a time and no signature": ({ payload, signature }: { payload: string; signature: string }) => ({
      payload,
      signature: signature.split(",")[0] ?? "",
    }),
    "is only a part of what was posted": ({
      payload,
      signature,
    }: {
      payload: string;
      signature: string;
    }) => ({
      payload: payload.slice(0, 100),
      signature,
    }),
    "is longer than any event": () => {
      const payload = `{"a":"${"x".repeat(70_000)}"}`;
      return { payload, signature: signed(payload) };
    },
    "is nothing": () => ({ payload: "", signature: signed("") }),
  };

  test.each(Object.entries(bad))("%s", async (_why, spoil) => {
    const { id, event } = await paying();
    expect(await post(spoil(event))).toBeGreaterThanOrEqual(400);
    expect(await standingOf(id)).toMatchObject(nothingHappened);
    expect(await post(event), "the same, as Stripe posted it").toBe(204);
    expect((await standingOf(id)).closedAs).toBe("paid");
  });
});

test("[A31] an event of a kind that is not asked for, and one of somebody else’s payment, is answered and does nothing", async () => {
  const { id } = await paying();
  const [payment] = await paymentsOf(id);
  const [open] = [...stripe.sessions.values()].filter(({ metadata }) => metadata.payment === payment?.id);
  const strangers = [
    stripe.event("customer.created", { id: "cus_1", object: "customer" }),
    stripe.event("checkout.session.completed", { id: "cs_other", metadata: {} }),
    stripe.event("checkout.session.completed", { id: "cs_other", metadata: { tenant: "x", payment: "y" } }),
    stripe.event("refund.updated", { id: "re_1", payment_intent: null }),
  ];
  for (const each of strangers) expect(await post(each)).toBe(204);
  expect(await standingOf(id)).toMatchObject(nothingHappened);
  expect(open?.status).toBe("complete");
});

test("an endpoint of connected accounts signs with a secret of its own, and is believed as well", async () => {
  const { id, event } = await paying();
  expect(await post({ ...event, signature: signed(event.payload, { secret: connectedSecret }) })).toBe(204);
  expect((await standingOf(id)).closedAs).toBe("paid");
});

test("[A31] a checkout of another account that names a payment of ours pays nothing", async () => {
  const { id } = await paying();
  const [payment] = await paymentsOf(id);
  const theirs = await sentInvoice();
  const checkout = await tapPay(theirs, totalCents);
  const session = stripe.sessions.get(checkout);
  if (session) session.metadata = { ...session.metadata, payment: String(payment?.id) };
  expect(await post(stripe.payByCard(checkout))).toBe(204);
  expect(await standingOf(id)).toMatchObject(nothingHappened);
  expect((await paymentsOf(id))[0]?.state).toBe("started");
});

/** A process of its own that takes in what it is written, one event a line, and writes back the status. */
function startIntake() {
  const started = spawn(process.execPath, ["--import", "tsx", "e2e/support/till-process.ts", "intake"], {
    env: { ...environment, ...stripe.environment, DATABASE_URL: database.appUrl, NODE_ENV: "test" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  processes.push(started);
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return {
    post: (event: object) => started.stdin.write(`${JSON.stringify(event)}\n`),
    answer: async () => String((await lines.next()).value),
  };
}

test("[A31] every event five times, shuffled, at two processes at once: one change of state each, and one receipt", async () => {
  const intakes = [startIntake(), startIntake()];
  const made = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const id = await sentInvoice();
      const checkout = await tapPay(id);
      if (n % 3 === 0) return { id, events: [stripe.payByCard(checkout)], isPaid: true };
      const events = [stripe.payByBank(checkout), stripe.bankSays(checkout, n % 3 === 1)];
      return { id, events, isPaid: n % 3 === 1 };
    }),
  );
  const all = made.flatMap(({ events }) => events.flatMap((event) => Array.from({ length: 5 }, () => event)));
  const shuffled = all
    .map((event) => ({ event, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
  for (const [at, event] of shuffled.entries()) intakes[at % 2]?.post(event);
  for (const at of shuffled.keys()) expect(await intakes[at % 2]?.answer()).toBe("204");
  for (const { id, isPaid } of made) {
    const cents = isPaid ? totalCents : 0;
    expect(await standingOf(id)).toMatchObject({ paid: cents, ledger: cents, pending: 0 });
    expect([await happenings(id, "payment.received"), await happenings(id, "payment.failed")]).toEqual(
      isPaid ? [1, 0] : [0, 1],
    );
    expect(await receiptsOf(id)).toBe(isPaid ? 1 : 0);
    expect(stripe.moneyOf(id)).toBe(cents);
  }
});

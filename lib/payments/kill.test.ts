import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { inTenant } from "@/db/client";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  ellenAt,
  happenings,
  paymentsOf,
  post,
  receiptsOf,
  recordByHand,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { environment } from "@/e2e/support/environment";
import type { Asks } from "@/e2e/support/stripe-server";
import { lapsePayments } from "./lapse";
import { lookAtAll } from "./look";

withStripe();
eachAtReadwell(10);

/**
 * Where a process is killed: as Stripe is asked, once Stripe has done it and not answered, or as a row is written and not
 * committed.
 */
type Point = { asks: Asks } | { done: Asks } | { writes: string };

const named: Record<string, Point> = {
  "as Stripe is asked to open the checkout": { asks: "begin" },
  "once Stripe has opened it": { done: "begin" },
  "as its address is stored": { writes: "update on payments" },
  "as Stripe is asked how it stands": { asks: "look" },
  "as the event is written": { writes: "insert on processor_events" },
  "as the payment is received": { writes: "update on payments" },
  "as its line in the ledger is written": { writes: "insert on ledger" },
  "as the happening is told": { writes: "insert on events" },
  "as the invoice is closed": { writes: "update on documents" },
  "as the refund is written": { writes: "insert on refunds" },
  "as Stripe is asked to give it back": { asks: "refund" },
  "once Stripe has given it back": { done: "refund" },
  "as the refund is counted": { writes: "insert on ledger" },
  "as Stripe is asked to close the checkout": { asks: "expire" },
  "once Stripe has closed it": { done: "expire" },
};

beforeAll(async () => {
  await database.owner.unsafe(`create function stop_here() returns trigger language plpgsql as $$
    begin perform pg_sleep(120); return new; end $$`);
});

let killed: ChildProcess | undefined;
afterEach(() => killed?.kill("SIGKILL"));

/** Starts a process that does that, and kills it there. */
async function killAt(where: string, step: string, given: object): Promise<void> {
  const point = named[where];
  if (!point) throw new Error(`No point is named ${where}.`);
  const undo = await standStill(point);
  killed = spawn(
    process.execPath,
    ["--import", "tsx", "e2e/support/till-process.ts", step, JSON.stringify(given)],
    {
      env: { ...environment, ...stripe.environment, DATABASE_URL: database.appUrl, NODE_ENV: "test" },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const gone = once(killed, "exit");
  await undo.there();
  killed.kill("SIGKILL");
  expect(await gone).toEqual([null, "SIGKILL"]);
  await undo.goOn();
}

type Still = { there: () => Promise<unknown>; goOn: () => Promise<unknown> };

function standStill(point: Point): Promise<Still> {
  return "writes" in point ? stillAtRow(point.writes) : stillAtStripe(point);
}

async function stillAtRow(writes: string): Promise<Still> {
  const table = writes.split(" ").at(-1);
  await database.owner.unsafe(
    `create trigger stop_here before ${writes} for each row execute function stop_here()`,
  );
  const sleeping = () => database.owner`
    select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
  const there = () => vi.waitFor(async () => expect(await sleeping()).not.toEqual([]), 30_000);
  const goOn = async () => {
    await database.owner`select pg_terminate_backend(pid) from pg_stat_activity
      where wait_event = 'PgSleep' and datname = current_database()`;
    await database.owner.unsafe(`drop trigger stop_here on ${table}`);
  };
  return { there, goOn };
}

async function stillAtStripe(point: { asks: Asks } | { done: Asks }): Promise<Still> {
  const [hook, move] = "asks" in point ? (["before", point.asks] as const) : (["after", point.done] as const);
  let reached = () => {};
  const there = new Promise<void>((resolve) => (reached = resolve));
  stripe.at[hook] = async (what) => {
    if (what !== move) return;
    reached();
    // What a dead process asked is never done, and what it is answered nobody hears.
    await new Promise(() => {});
  };
  const goOn = async () => {
    stripe.at[hook] = async () => {};
  };
  return { there: () => there, goOn };
}

/** Everything that heals by itself: the looks, and the jobs that were queued. */
async function heal(): Promise<void> {
  await database.owner`update payments set created_at = created_at - interval '5 minutes'`;
  await database.owner`update refunds set created_at = created_at - interval '5 minutes'`;
  for (let turn = 0; turn < 3; turn += 1) {
    await lookAtAll();
    await doJobs();
  }
}

const which = async (id: string) => {
  const started = (await paymentsOf(id)).find(({ state }) => state === "started");
  return { tenantId: readwell.tenantId, paymentId: String(started?.id) };
};

/** The ledger is what Stripe has, the invoice says so, and every payment that came was told once. */
async function expectWhole(id: string, cents: number, cashCents = 0): Promise<void> {
  expect(await standingOf(id)).toMatchObject({ paid: cents, ledger: cents, pending: 0 });
  expect(stripe.moneyOf(id)).toBe(cents - cashCents);
  const received = (await paymentsOf(id)).filter(({ receipt }) => receipt !== null);
  expect(await happenings(id, "payment.received")).toBe(received.length);
  expect(await receiptsOf(id)).toBe(received.length);
}

describe("[A33] a process that is killed loses no payment and makes none twice", () => {
  test.each([
    "as Stripe is asked to open the checkout",
    "once Stripe has opened it",
    "as its address is stored",
  ])("%s: the next tap leads to one checkout, which is paid once", async (where) => {
    const id = await sentInvoice();
    await killAt(where, "tap", { scope: ellenAt(id), amountCents: totalCents });
    const checkout = await tapPay(id);
    const ofInvoice = [...stripe.sessions.values()].filter(({ metadata }) => metadata.document === id);
    expect(ofInvoice.map((session) => session.id)).toEqual([checkout]);
    expect(await post(stripe.payByCard(checkout))).toBe(204);
    await heal();
    await expectWhole(id, totalCents);
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  test.each([
    "as Stripe is asked how it stands",
    "as the event is written",
    "as the payment is received",
    "as its line in the ledger is written",
    "as the happening is told",
    "as the invoice is closed",
  ])("%s: the webhook’s next try counts it, and so does a look where none comes", async (where) => {
    for (const isPostedAgain of [true, false]) {
      const id = await sentInvoice();
      const event = stripe.payByCard(await tapPay(id));
      await killAt(where, "post", event);
      expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: null });
      if (isPostedAgain) expect(await post(event)).toBe(204);
      await heal();
      await expectWhole(id, totalCents);
    }
  });

  test.each(["as Stripe is asked how it stands", "as its line in the ledger is written"])(
    "%s, by a look: the next look counts it",
    async (where) => {
      const id = await sentInvoice();
      stripe.payByCard(await tapPay(id));
      await killAt(where, "look", await which(id));
      await heal();
      await expectWhole(id, totalCents);
    },
  );

  test("as the refund is written: neither the payment nor its refund is lost", async () => {
    const { id, event } = await surplus();
    await killAt("as the refund is written", "post", event);
    expect((await standingOf(id)).ledger).toBe(dollarCents);
    await heal();
    await expectWhole(id, totalCents, dollarCents);
    expect(await refundsOf(id)).toMatchObject([{ state: "sent", amountCents: dollarCents }]);
  });

  test.each([
    "as Stripe is asked to give it back",
    "once Stripe has given it back",
    "as the refund is counted",
  ])("%s: it goes back once", async (where) => {
    const { id, event } = await surplus();
    expect(await post(event)).toBe(204);
    const [refund] = await refundsOf(id);
    await killAt(where, "give-back", { tenantId: readwell.tenantId, refundId: refund?.id });
    await heal();
    await expectWhole(id, totalCents, dollarCents);
    expect([...stripe.refunds.values()].filter((each) => each.refund === refund?.id)).toHaveLength(1);
    expect(await happenings(id, "refund.sent")).toBe(1);
  });

  test.each([
    "as Stripe is asked to close the checkout",
    "once Stripe has closed it",
    "as the payment is received",
  ])("%s, of a void invoice: it is closed, and nothing is kept", async (where) => {
    const id = await sentInvoice();
    const checkout = await tapPay(id);
    await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
    await inTenant(sam, (tx) => lapsePayments(tx, id));
    await killAt(where, "close", await which(id));
    await heal();
    expect(stripe.sessions.get(checkout)?.status).toBe("expired");
    expect((await paymentsOf(id)).map(({ state }) => state)).toEqual(["lapsed"]);
    await expectWhole(id, 0);
  });
});

const dollarCents = 100;

/** An invoice that somebody pays in full at the moment when the office writes down that a dollar of it came. */
async function surplus() {
  const id = await sentInvoice();
  const event = stripe.payByCard(await tapPay(id));
  expect(await recordByHand(id, dollarCents)).toMatchObject({ ok: true });
  return { id, event };
}

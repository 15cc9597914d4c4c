import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope } from "@/lib/auth/scope";
import type { Outcome } from "@/lib/outcome";
import { cancelWorkOrder, dispatchWorkOrder } from "./dispatch";
import { type ContractorAction, contractorActions, isRepeat, next, type Status } from "./machine";
import { moveWorkOrder } from "./move";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase();
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

/** What the domain page says of an order, kept beside the real one. */
type Model = {
  status: Status;
  /** After a cancellation no link opens, until the next dispatch. */
  isCancelled: boolean;
  /** The day that was chosen last, and the question that waits for the office, by their places. */
  scheduledFor: number;
  waiting: number | undefined;
  happenings: number;
};
type Real = { orderId: string; links: ContractorScope[] };
type Step = fc.AsyncCommand<Model, Real>;

const days = [1, 2].map((day) => new Date(Date.now() + day * 86_400_000));
const words = ["Is there parking?", "Which tap?"];

/** A contractor's tap, by the newest link or by one of an older dispatch. */
class Tap implements Step {
  constructor(
    readonly action: ContractorAction,
    readonly choice: number,
    readonly older: number,
  ) {}
  check = () => true;
  toString = () => `${this.action} ${this.choice}${this.older ? ` by link -${this.older}` : ""}`;

  async run(model: Model, real: Real) {
    const mick = real.links.at(-1 - this.older) ?? real.links[0];
    if (!mick) throw new Error("Nobody has the job.");
    const { action, choice } = this;
    const sent = { action, scheduledFor: days[choice], question: words[choice] };
    const result = await moveWorkOrder(mick, sent);
    const to = next(model.status, action);
    if (mick !== real.links.at(-1) || model.isCancelled) expectRefusal(result, "link-dead");
    else if (isAgain(model, action, choice))
      expect(result).toEqual({ ok: true, value: { status: model.status } });
    else if (!to) expectRefusal(result, "not-allowed-now", model.status);
    else {
      expect(result).toEqual({ ok: true, value: { status: to } });
      model.status = to;
      model.happenings += 1;
      if (action === "SCHEDULE") model.scheduledFor = choice;
      if (action === "QUESTION") model.waiting = choice;
    }
    await expectAgreement(model, real);
  }
}

function isAgain(model: Model, action: ContractorAction, choice: number): boolean {
  if (action === "QUESTION") return model.waiting === choice;
  if (action === "SCHEDULE") return model.status === "SCHEDULED" && model.scheduledFor === choice;
  return isRepeat(model.status, action);
}

class Dispatch implements Step {
  check = () => true;
  toString = () => "DISPATCH";

  async run(model: Model, real: Real) {
    const which = { ...(await formOf(real)), contractorId: fernleigh.mick, ceilingCents: null };
    const result = await dispatchWorkOrder(priyaOf(fernleigh), { ...which, channel: "sms" });
    if (next(model.status, "DISPATCH")) {
      expect(result).toMatchObject({ ok: true, value: { status: "ASSIGNED" } });
      real.links.push(await byNewestLink(database.owner, real.orderId));
      model.status = "ASSIGNED";
      model.waiting = undefined;
      model.isCancelled = false;
      model.happenings += 1;
    } else expectRefusal(result, "not-allowed-now", model.status);
    await expectAgreement(model, real);
  }
}

class Cancel implements Step {
  check = () => true;
  toString = () => "CANCEL";

  async run(model: Model, real: Real) {
    const result = await cancelWorkOrder(priyaOf(fernleigh), await formOf(real), "");
    const to = next(model.status, "CANCEL");
    if (to) {
      model.status = to;
      model.waiting = undefined;
      model.isCancelled = true;
      model.happenings += 1;
    }
    if (model.isCancelled) expect(result).toMatchObject({ ok: true, value: { status: "CANCELLED" } });
    else expectRefusal(result, "not-allowed-now", model.status);
    await expectAgreement(model, real);
  }
}

async function formOf({ orderId }: Real) {
  const [row] = await database.owner<
    { version: number }[]
  >`select version from work_orders where id = ${orderId}`;
  return { orderId, version: row?.version ?? 0 };
}

function expectRefusal(result: Outcome<unknown>, reason: string, status?: Status) {
  expect(result).toMatchObject({ ok: false, reason, ...(status && { detail: { status } }) });
}

async function expectAgreement(model: Model, { orderId, links }: Real) {
  const [row] = await database.owner`
    select status, question_at is not null as asks,
      (select count(*)::int from events e where e.work_order_id = w.id and e.kind like 'work-order.%') as happenings,
      (select count(*)::int from links l where l.work_order_id = w.id and l.retired_at is null) as live
    from work_orders w where id = ${orderId}`;
  expect(row).toEqual({
    status: model.status,
    asks: model.waiting !== undefined,
    happenings: model.happenings,
    live: model.isCancelled ? 0 : Math.min(1, links.length),
  });
}

test("[A3] [A6] whatever office and contractor do, in whatever order and by whichever link, an order goes as the machine says", async () => {
  const choice = fc.nat({ max: 1 });
  const tap = fc
    .tuple(fc.constantFrom(...contractorActions), choice, fc.constantFrom(0, 0, 0, 0, 1, 2))
    .map((parts) => new Tap(...parts));
  const steps = [tap, tap, tap, fc.constant(new Dispatch()), fc.constant(new Cancel())];
  const story = fc.asyncProperty(
    fc.commands<Model, Real, false>(steps, { maxCommands: 14, size: "max" }),
    async (commands) => {
      const { order, mick } = await dispatchedJob(fernleigh, database.owner);
      const model: Model = {
        ...{ status: "ASSIGNED", isCancelled: false, scheduledFor: -1, waiting: undefined, happenings: 2 },
      };
      await fc.asyncModelRun(() => ({ model, real: { orderId: order.id, links: [mick] } }), commands);
    },
  );
  const lanes = Array.from({ length: 4 }, () => fc.assert(story, { numRuns: 12 }));
  await Promise.all(lanes);
});

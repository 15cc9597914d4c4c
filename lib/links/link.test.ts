import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { linkTokens } from "@/db/schema/links";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { theSystem } from "@/lib/events/record";
import { retireLinks, sweepLinks } from "./end";
import { issueLink, peekLink, peekLinkById } from "./link";
import { tokenRing } from "./ring";
import { type Arrival, discardLink, spendLink, spentJustNowBy } from "./spend";
import { mintToken } from "./token";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
  fernleigh = await makeFernleigh(database.owner);
});
beforeEach(() => setActive(true));
afterAll(() => database.drop());

const arrival = () => ({
  sessionHash: randomBytes(32),
  spentBy: randomBytes(32),
  deviceFamily: "Chrome on Android",
});

async function signInLink() {
  const { id } = await issueLink(gate(), {
    purpose: "staff-sign-in",
    holder: {
      tenantId: fernleigh.tenantId,
      memberId: fernleigh.priya,
      contactId: null,
      channel: "email",
      address: "priya@fernleigh.example",
    },
    by: theSystem,
  });
  const { hash } = mintToken("staff-sign-in", tokenRing());
  await gate().insert(linkTokens).values({ hash, tenantId: fernleigh.tenantId, linkId: id });
  return { id, hash };
}

const spendSignIn = (id: string, by: Arrival) =>
  spendLink({ linkId: id, chosenId: id, purpose: "staff-sign-in" }, by);

const setActive = (active: boolean) =>
  database.owner`update members set active = ${active} where id = ${fernleigh.priya}`;

/** As the same link would be found that much later. */
const age = (id: string, interval: string) => database.owner`
  update links set issued_at = issued_at - ${interval}::interval, expires_at = expires_at - ${interval}::interval,
    spent_at = spent_at - ${interval}::interval where id = ${id}`;

async function sessionsOf(id: string): Promise<number> {
  const rows = await database.owner`select 1 from sessions where link_id = ${id}`;
  return rows.length;
}

describe("spending a link", () => {
  test("[X1] a thousand spends at once of one link make one session and one row in the trail", async () => {
    const { id } = await signInLink();
    const spent = await Promise.all(Array.from({ length: 1000 }, () => spendSignIn(id, arrival())));
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await sessionsOf(id)).toBe(1);
    expect(
      await database.owner`select 1 from events where link_id = ${id} and kind = 'link.spent'`,
    ).toHaveLength(1);
  });

  test("[X1] of fifty links, each tapped twenty times at once, each makes one session", async () => {
    const links = await Promise.all(Array.from({ length: 50 }, signInLink));
    const taps = links.flatMap(({ id }) => Array.from({ length: 20 }, () => id));
    const spent = await Promise.all(taps.map((id) => spendSignIn(id, arrival())));
    expect(new Set(spent.map((each) => each?.linkId)).size).toBe(51);
    expect(spent.filter(Boolean)).toHaveLength(50);
  });

  test("[B1] a second tap on a spent link finds it spent", async () => {
    const { id, hash } = await signInLink();
    expect(await spendSignIn(id, arrival())).toBeDefined();
    expect(await spendSignIn(id, arrival())).toBeUndefined();
    expect((await peekLink(hash))?.state).toBe("spent");
  });

  test("[B3] a spend that meets a deactivation which is not yet settled waits for it, and is refused", async () => {
    const { id } = await signInLink();
    let settled = false;
    const { spending } = await database.owner.begin(async (tx) => {
      await tx`update members set active = false where id = ${fernleigh.priya}`;
      const spending = spendSignIn(id, arrival()).finally(() => {
        settled = true;
      });
      await expect.poll(waitingForALock).toBe(1);
      expect(settled).toBe(false);
      return { spending };
    });
    expect(await spending).toBeUndefined();
    expect(await sessionsOf(id)).toBe(0);
  });

  test("[B3] in 200 races of a spend and a deactivation, a spend that won was there before the deactivation", async () => {
    const outcomes = new Set<boolean>();
    for (let trial = 0; trial < 200; trial += 1) {
      await setActive(true);
      const { id } = await signInLink();
      const [spent, late] = await Promise.all([
        spendSignIn(id, arrival()),
        setActive(false).then(() => sessionsOf(id)),
      ]);
      outcomes.add(spent !== undefined);
      expect(await sessionsOf(id)).toBe(late);
      expect(spent !== undefined).toBe(late === 1);
    }
    expect(outcomes.has(true)).toBe(true);
  });

  test.each([
    ["expired", (id: string) => age(id, "15 minutes")],
    ["spent", (id: string) => spendSignIn(id, arrival())],
    ["discarded", async (id: string) => discardLink(await found(id), theSystem)],
    ["retired", (id: string) => database.owner`update links set retired_at = now() where id = ${id}`],
    ["holder-inactive", () => setActive(false)],
    [
      "holder-inactive",
      () => database.owner`update tenants set closed_at = now() where id = ${fernleigh.tenantId}`,
    ],
  ] as const)("[B1] a link that is %s opens nothing and says so", async (state, happens) => {
    const { id, hash } = await signInLink();
    await happens(id);
    const before = await sessionsOf(id);
    expect(await spendSignIn(id, arrival())).toBeUndefined();
    expect(await sessionsOf(id)).toBe(before);
    expect((await peekLink(hash))?.state).toBe(state);
    await database.owner`update tenants set closed_at = null where id = ${fernleigh.tenantId}`;
  });

  test("[B16] a link spent under another purpose than its own stays as it was", async () => {
    const { id } = await signInLink();
    for (const purpose of ["portal-login", "dispatch", "recovery", "invoice"] as const) {
      expect(await spendLink({ linkId: id, chosenId: id, purpose }, arrival())).toBeUndefined();
    }
    expect((await peekLinkById(id))?.state).toBe("open");
    expect(await sessionsOf(id)).toBe(0);
  });

  test("[X1] the browser that spent it may repeat for two minutes, and no other ever", async () => {
    const { id } = await signInLink();
    const mine = arrival();
    await spendSignIn(id, mine);
    expect(await spentJustNowBy(id, mine.spentBy)).toBe(true);
    expect(await spentJustNowBy(id, randomBytes(32))).toBe(false);
    await age(id, "100 seconds");
    expect(await spentJustNowBy(id, mine.spentBy)).toBe(true);
    await age(id, "20 seconds");
    expect(await spentJustNowBy(id, mine.spentBy)).toBe(false);
  });

  test("a link that is put away and spent at once is one or the other", async () => {
    for (let trial = 0; trial < 30; trial += 1) {
      const { id } = await signInLink();
      const [spent] = await Promise.all([
        spendSignIn(id, arrival()),
        discardLink(await found(id), theSystem),
      ]);
      expect((await peekLinkById(id))?.state).toBe(spent ? "spent" : "discarded");
    }
  });
});

test("[A5] retiring a job's links leaves those of another job and another purpose alone, and tells each once", async () => {
  const { tenantId, marlowe, priya, mick } = fernleigh;
  const order = (number: number) => ({
    ...{ tenant_id: tenantId, number, title: "Gutters", property_id: marlowe, manager_id: priya },
    currency: "AUD",
  });
  const [ours, theirs] = [
    await insert(database.owner, "work_orders", order(1)),
    await insert(database.owner, "work_orders", order(2)),
  ];
  const jobLink = (workOrderId: string) =>
    issueLink(gate(), {
      purpose: "dispatch",
      holder: { tenantId, memberId: null, contactId: mick, channel: "sms", address: "+61491570156" },
      workOrderId,
      by: theSystem,
    });
  const [first, second, other] = [await jobLink(ours), await jobLink(ours), await jobLink(theirs)];
  const which = { tenantId, purpose: "dispatch" as const, workOrderId: ours };
  const retired = await Promise.all(
    Array.from({ length: 10 }, () => gate().transaction((tx) => retireLinks(tx, which, "re-dispatched"))),
  );
  expect(retired.reduce((all, each) => all + each)).toBe(2);
  const state = async ({ id }: { id: string }) => (await peekLinkById(id))?.state;
  expect([await state(first), await state(second), await state(other)]).toEqual([
    "retired",
    "retired",
    "open",
  ]);
  expect(await database.owner`select 1 from events where kind = 'link.retired'`).toHaveLength(2);
});

test("[B17] the sweep takes links that were dead for 90 days, with their tokens and messages, in batches, and no others", async () => {
  await database.owner`delete from links`;
  const old = await Promise.all(Array.from({ length: 25 }, signInLink));
  const young = await signInLink();
  for (const { id } of [...old, young]) {
    await insert(database.owner, "messages", {
      ...{ tenant_id: fernleigh.tenantId, kind: "staff-sign-in", channel: "email", link_id: id },
      address: "priya@fernleigh.example",
    });
  }
  await Promise.all(old.map(({ id }) => age(id, "90 days 15 minutes")));
  await age(young.id, "89 days 23 hours");
  const taken = [await sweepLinks(10), await sweepLinks(10), await sweepLinks(10), await sweepLinks(10)];
  expect(taken).toEqual([10, 10, 5, 0]);
  expect(await peekLink(young.hash)).toMatchObject({ id: young.id, state: "expired" });
  for (const table of ["links", "link_tokens", "messages"]) {
    expect(await database.owner`select 1 from ${database.owner(table)}`, table).toHaveLength(1);
  }
});

async function found(id: string) {
  const link = await peekLinkById(id);
  if (!link) throw new Error(`There is no link ${id}.`);
  return link;
}

const waitingForALock = async () => {
  const rows = await database.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
};

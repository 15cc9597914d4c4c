import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant, listInTenant } from "@/db/client";
import { events } from "@/db/schema/events";
import { bill, order, started } from "@/e2e/support/at-bills";
import { database, eachAtFernleigh, fernleigh, priya } from "@/e2e/support/at-fernleigh";
import { makeManyBills, sendBill } from "@/e2e/support/bills";
import { priyaOf } from "@/e2e/support/scopes";
import { insert, makeFernleigh } from "@/e2e/support/world";
import { describeForInbox } from "@/lib/work-orders/live";
import { readBills } from "./list";
import { type BillFilter, cursorOf, pageOf } from "./rows";
import { type BillsAsked, billsAsked } from "./sent";

const now = new Date("2026-05-20T02:00:00Z");

eachAtFernleigh();

const read = (said: Partial<Record<keyof BillsAsked, string>> = {}) =>
  readBills(priya, billsAsked.parse(said), now);

const numbers = async (said?: Partial<Record<keyof BillsAsked, string>>) =>
  (await read(said)).rows.map(({ number }) => number);

describe("the list of contractors’ invoices", () => {
  test("is one of the pages that are read anew when something happens to an invoice", async () => {
    const { order, mick } = await started();
    const { id } = await sendBill(mick, 41_800);
    const [event] = await inTenant(priya, (tx) =>
      tx.select().from(events).where(eq(events.kind, "invoice.received")),
    );
    if (!event) throw new Error("Nothing happened.");
    expect(await describeForInbox(event)).toMatchObject({ pages: [String(order.number), id, "bills"] });
  });

  test("is narrowed by state, contractor, month of the business’s own zone, number, order and what the order is called", async () => {
    const [heater, gate] = [await order(2187), await order(2190, "Gate does not close")];
    const sal = await insert(database.owner, "contacts", {
      ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Sal Haddad", company: "Beam & Sons" },
    });
    await bill(heater, { number: "A-1", amount_cents: 100, created_at: "2026-04-30T13:59:59Z" });
    await bill(heater, { number: "A-2", amount_cents: 200, created_at: "2026-04-30T14:00:00Z" });
    await bill(gate, { number: "B%3", amount_cents: 300, state: "approved", contractor_id: sal });
    await bill(gate, { number: null, amount_cents: 400, state: "paid", paid_on: "2026-05-19" });
    expect(await numbers({ state: "approved" })).toEqual(["B%3"]);
    expect(await numbers({ contractor: sal })).toEqual(["B%3"]);
    expect(await numbers({ month: "2026-04" })).toEqual(["A-1"]);
    expect((await numbers({ month: "2026-05" })).length).toBe(3);
    expect(await numbers({ q: "a-2" })).toEqual(["A-2"]);
    expect(await numbers({ q: "%" })).toEqual(["B%3"]);
    expect((await numbers({ q: "WO-2190" })).length).toBe(2);
    expect((await numbers({ q: "gate close" })).length).toBe(2);
    expect((await numbers({ q: "nothing like it" })).length).toBe(0);
    const { sums } = await read({ state: "paid", month: "2026-05" });
    expect(sums).toMatchObject({
      received: { count: 1, words: "$2.00" },
      approved: { count: 1, words: "$3.00" },
      paid: { count: 1, words: "$4.00" },
      queried: { count: 0, words: "$0.00" },
    });
  });

  test("leaves out what its address says and nobody understands", async () => {
    await bill(await order(2187));
    for (const said of [
      { q: "\0" },
      { month: "0000-01" },
      { month: "2026-13" },
      { state: "gone" },
      { contractor: "x", after: "1" },
      { after: "0000-01-01T00:00:00Z~0190b4a0-0000-7000-8000-000000000000" },
      { after: "2026-05-20T01:00:00Z~1" },
    ])
      expect([said, (await read(said)).rows.length]).toEqual([said, 1]);
  });

  test("says of one that it looks like another: the same number however it is written, or the same amount, within 60 days", async () => {
    const heater = await order(2187);
    await bill(heater, { number: "AC-118" });
    const twinOf = async (row: Parameters<typeof bill>[1]) => {
      const id = await bill(heater, { created_at: "2026-05-10T02:00:00Z", ...row });
      const twin = (await read()).rows.find((row) => row.id === id)?.twin?.words;
      await database.owner`delete from contractor_invoices where id = ${id}`;
      return twin;
    };
    expect(await twinOf({ number: "ac 118", amount_cents: 1 })).toBe("Looks like AC-118 of 3 May");
    expect(await twinOf({ number: "AC-119" })).toBe("Looks like AC-118 of 3 May");
    expect(await twinOf({ number: null })).toBe("Looks like AC-118 of 3 May");
    expect(await twinOf({ number: "AC-119", amount_cents: 1 })).toBeUndefined();
    expect(await twinOf({ number: null, amount_cents: 1 })).toBeUndefined();
    expect(await twinOf({ created_at: "2026-07-02T01:59:00Z" })).toBe("Looks like AC-118 of 3 May");
    expect(await twinOf({ created_at: "2026-07-02T02:01:00Z" })).toBeUndefined();
    const { rows } = await read();
    expect(rows.map(({ twin }) => twin)).toEqual([null]);
  });

  test("says of one how it stands against the ceiling with those that were sent for its order before", async () => {
    const heater = await order(2187);
    const put = (row: Parameters<typeof bill>[1]) => bill(heater, { ceiling_cents: 50_000, ...row });
    await put({ number: "HP-0931", amount_cents: 30_000 });
    await put({ number: "HP-0932", amount_cents: 29_000, created_at: "2026-05-04T02:00:00Z" });
    await put({ number: "HP-0933", amount_cents: 100, created_at: "2026-05-05T02:00:00Z" });
    const { rows } = await read();
    expect(rows.map(({ number, against }) => [number, against?.words, against?.overCents])).toEqual([
      ["HP-0933", "$91.00 over, with the 2 before it", 9_100],
      ["HP-0932", "$90.00 over, with HP-0931", 9_000],
      ["HP-0931", "$200.00 under", -20_000],
    ]);
  });

  test("leads through all of them once, the newest first, and shows none of another business", async () => {
    await makeManyBills(database.owner, fernleigh, { count: 320, until: now });
    const ids: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page = await read({ ...(after && { after }) });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.after;
    }
    expect([ids.length, new Set(ids).size]).toEqual([320, 320]);
    const sorted = await database.owner<{ id: string }[]>`
      select id from contractor_invoices where tenant_id = ${fernleigh.tenantId} order by created_at desc, id`;
    expect(ids).toEqual(sorted.map(({ id }) => id));
    const others = priyaOf(await makeFernleigh(database.owner));
    expect((await readBills(others, billsAsked.parse({}), now)).rows).toEqual([]);
  });
});

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  Alias?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How many invoices one page of the list reads to be found, and whether it scans all that there are. */
async function readFor(filter: BillFilter) {
  return listInTenant(priya, async (tx) => {
    const [row] = await tx.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
      sql`explain (analyze, format json) ${pageOf(filter, 51)}`,
    );
    const plan = row?.["QUERY PLAN"][0]?.Plan;
    if (!plan) throw new Error("There is no plan.");
    const scans = nodesOf(plan).filter((node) => node["Relation Name"] === "contractor_invoices");
    const listed = scans.filter(({ Alias }) => Alias?.startsWith("i"));
    const rows = listed.map(
      (node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
    );
    return {
      rows: rows.reduce((all, some) => all + some, 0),
      scansAll: scans.some((node) => node["Node Type"] === "Seq Scan"),
    };
  });
}

describe("a list that is read while invoices come and go", () => {
  test.each([
    ["comes anew", "update contractor_invoices set created_at = '2026-05-20T01:00:00Z' where id = $1"],
    ["is gone", "delete from contractor_invoices where id = $1"],
  ])(
    "leads through all the others once, where the last row of a page %s before the next is read",
    async (_, change) => {
      await makeManyBills(database.owner, fernleigh, { count: 120, until: now });
      const first = await read();
      const last = first.rows.at(-1)?.id ?? "";
      await database.owner.unsafe(change, [last]);
      const ids = first.rows.map(({ id }) => id);
      for (let { after } = first; after !== null; ) {
        const page = await read({ after });
        ids.push(...page.rows.map(({ id }) => id));
        after = page.after;
      }
      expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
    },
  );
});

describe("a hundred thousand invoices", () => {
  test("cost a page no more than a page of each state, whatever it is narrowed to and however far it goes back", async () => {
    await makeManyBills(database.owner, fernleigh, { count: 100_000, until: now });
    const { mick } = fernleigh;
    const [deep] = await database.owner<{ id: string; createdAt: string }[]>`
      select id, created_at::text as "createdAt" from contractor_invoices where tenant_id = ${fernleigh.tenantId} order by created_at desc, id offset 60000 limit 1`;
    const after = deep && cursorOf(deep);
    const filters: BillFilter[] = [
      {},
      { state: "paid" },
      { state: "queried" },
      { contractorId: mick },
      { contractorId: mick, state: "received" },
      { after },
      { state: "paid", after },
      { from: new Date("2026-03-31T13:00:00Z"), until: new Date("2026-04-30T14:00:00Z") },
    ];
    for (const filter of filters) {
      const { rows, scansAll } = await readFor(filter);
      expect([JSON.stringify(filter), scansAll]).toEqual([JSON.stringify(filter), false]);
      // Of one moment there may be a few before the one that the page goes on from.
      expect(rows, JSON.stringify(filter)).toBeLessThanOrEqual((filter.state ? 51 : 5 * 51) + 10);
    }
    const { sums } = await read({ month: "2026-05" });
    expect(sums.paid?.count).toBeGreaterThan(1000);
    expect((await read()).sums.paid).toBeNull();
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import type { StaffScope } from "@/lib/auth/scope";
import {
  contractorFilter,
  dispatchChoices,
  findContractors,
  findProperties,
  orderChoices,
} from "@/lib/work-orders/choices";
import { listContractors, listTrades } from "./contacts";
import { listProperties } from "./properties";

let database: TestDatabase;
let fernleigh: Fernleigh;
let priya: StaffScope;
let lastStreet: string;

/** A large office: 600 properties and 600 contractors, many of them of one name, and ours sorted behind them all. */
beforeAll(async () => {
  database = await freshDatabase();
  fernleigh = await makeFernleigh(database.owner);
  priya = priyaOf(fernleigh);
  const { tenantId } = fernleigh;
  await database.owner`insert into properties (tenant_id, street, suburb, time_zone)
    select ${tenantId}, (n % 7) || ' Aberdeen St', 'Mayfield', 'Australia/Sydney' from generate_series(1, 600) n`;
  await database.owner`insert into contacts (tenant_id, kind, name, company, trade, phone)
    select ${tenantId}, 'contractor', 'Ann Abbot', 'Aardvark ' || (n % 5), 'Plumbing', '+61491570156' from generate_series(1, 600) n`;
  await database.owner`update contacts set company = 'Zebra Plumbing', trade = 'Tiling' where id = ${fernleigh.mick}`;
  lastStreet = await insert(database.owner, "properties", {
    tenant_id: tenantId,
    street: "Zara Close 1",
    suburb: "Mayfield",
    time_zone: "Australia/Sydney",
  });
}, 120_000);
afterAll(() => database.drop());

type Page = { rows: { id: string }[]; after: string | null };

async function everyPage(read: (after: string | undefined) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    const { rows, after: next } = await read(after);
    ids.push(...rows.map(({ id }) => id));
    if (next === null) return ids;
    after = next;
  }
  throw new Error("The pages have no end.");
}

describe("a list of more than a page", () => {
  test("[A9] leads through every property once, whatever streets are the same, and so does a search", async () => {
    const all = await everyPage((after) => listProperties(priya, { after }));
    expect([all.length, new Set(all).size]).toEqual([602, 602]);
    expect(all.at(-1)).toBe(lastStreet);
    const found = await everyPage((after) => listProperties(priya, { q: "3 aberdeen", after }));
    expect([found.length, new Set(found).size]).toEqual([86, 86]);
  });

  test("[A9] leads through every contractor once, and knows the trade of the last one", async () => {
    const all = await everyPage((after) => listContractors(priya, { after }));
    expect([all.length, new Set(all).size]).toEqual([601, 601]);
    expect(all.at(-1)).toBe(fernleigh.mick);
    expect(await listTrades(priya)).toEqual(["Plumbing", "Tiling"]);
  });
});

describe("a picker", () => {
  const ids = (choices: { id: string }[]) => choices.map(({ id }) => id);

  test("[A9] says that there are more, and still holds what is chosen already", async () => {
    const { properties } = await orderChoices(priya, lastStreet);
    expect(properties.more).toBe(true);
    expect(ids(properties.shown)).toContain(lastStreet);
    expect(ids((await orderChoices(priya)).properties.shown)).not.toContain(lastStreet);
    expect(ids((await contractorFilter(priya, fernleigh.mick)).shown)).toContain(fernleigh.mick);
  });

  test("[A9] finds by its words what its first page does not hold", async () => {
    expect(await findProperties(priya, { q: "zara" })).toMatchObject({ value: [{ id: lastStreet }] });
    expect(await findContractors(priya, { q: "zebra" })).toMatchObject({ value: [{ id: fernleigh.mick }] });
    expect(await findContractors(priya, { q: "100%" })).toMatchObject({ value: [] });
  });

  test("[A9] of a dispatch offers who has the order, however many would come before, and finds anybody else", async () => {
    const { order } = await dispatchedJob(fernleigh, database.owner);
    const held = await dispatchChoices(priya, order);
    expect(held.more).toBe(true);
    expect(ids(held.choices)).toContain(fernleigh.mick);
    const unheld = await dispatchChoices(priya, { id: fernleigh.marlowe, trade: "Plumbing" });
    expect(ids(unheld.choices)).not.toContain(fernleigh.mick);
    const found = await dispatchChoices(priya, { id: fernleigh.marlowe, trade: "Plumbing" }, "zebra");
    expect([ids(found.choices), found.more]).toEqual([[fernleigh.mick], false]);
  });
});

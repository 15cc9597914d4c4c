import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { bill, order } from "@/e2e/support/at-bills";
import { database, eachAtFernleigh, fernleigh, priya } from "@/e2e/support/at-fernleigh";
import { makeManyBills } from "@/e2e/support/bills";
import { exportBills } from "./csv";
import { type BillsAsked, billsAsked } from "./sent";

const now = new Date("2026-05-20T02:00:00Z");

eachAtFernleigh();

describe("contractors’ invoices as CSV", () => {
  async function exported(said: Partial<Record<keyof BillsAsked, string>> = {}) {
    const stream = await exportBills(priya, billsAsked.parse(said));
    const pieces: Uint8Array[] = [];
    for await (const piece of stream) pieces.push(piece);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces));
    expect(text.startsWith("\ufeff")).toBe(true);
    return Papa.parse<string[]>(text.slice(1), { newline: "\r\n", skipEmptyLines: true }).data;
  }

  test("holds what the list is narrowed to, for a ledger: decimals, currency, UTC and the day at the business, and no formula", async () => {
    const heater = await order(2187);
    await bill(heater, {
      ...{ number: "=AC-118", amount_cents: 141_805, state: "paid", approved_by: fernleigh.priya },
      ...{ approved_at: "2026-05-03T14:30:00Z", paid_on: "2026-05-19", reference: "+Run 17" },
      ...{ created_at: "2026-05-03T02:00:05Z" },
    });
    await bill(heater, { number: null, amount_cents: 7 });
    const [head, ...rows] = await exported({ state: "paid" });
    expect(head?.slice(0, 6)).toEqual([
      "Supplier",
      "Invoice number",
      "Work order",
      "Amount",
      "Currency",
      "State",
    ]);
    const approved = ["2026-05-03T14:30:00Z", "2026-05-04", "Priya Nair"];
    const paid = ["2026-05-19", "'+Run 17"];
    expect(rows).toEqual([
      ["Harbour Plumbing", "'=AC-118", "WO-2187", "1418.05", "AUD", "paid"].concat(
        ["2026-05-03T02:00:05Z", "2026-05-03"],
        approved,
        paid,
      ),
    ]);
    expect((await exported()).length).toBe(3);
    const told = await database.owner`select detail, actor_name from events
      where tenant_id = ${fernleigh.tenantId} and kind = 'bills.exported' order by id`;
    expect(told).toMatchObject([
      { detail: { count: 1 }, actor_name: "Priya Nair" },
      { detail: { count: 2 }, actor_name: "Priya Nair" },
    ]);
  });

  test("of many comes whole, each once", async () => {
    await makeManyBills(database.owner, fernleigh, { count: 1_000, until: now });
    const [, ...rows] = await exported();
    expect([rows.length, new Set(rows.map(([, number]) => number)).size]).toEqual([1000, 1000]);
  });
});

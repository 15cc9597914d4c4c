import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { makeOwed } from "@/e2e/support/receivables";
import { samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { exportInvoices } from "./csv";
import { readInvoices } from "./list";
import { readMoney } from "./money";
import { addressOf, invoicesAsked, moneyAsked } from "./sent";

eachAtReadwell(10);

const now = new Date("2026-05-20T12:00:00-05:00");
const list = (asked: Record<string, string> = {}, scope = sam) =>
  readInvoices(scope, invoicesAsked.parse(asked), now);
const titles = async (asked: Record<string, string>) =>
  (await list(asked)).rows.map(({ title }) => title).sort();

/** One invoice of each standing. */
async function oneOfEach() {
  const paid = (cents: number, at: string) => [{ cents, at: new Date(at) }];
  const all = [
    { title: "Draft", totalCents: 1_000, isDraft: true },
    { title: "Open", totalCents: 2_000, dueOn: "2026-05-31" },
    { title: "Late", totalCents: 4_000, dueOn: "2026-04-10" },
    { title: "Part", totalCents: 8_000, dueOn: "2026-06-10", paid: paid(3_000, "2026-05-04T12:00:00-05:00") },
    { title: "Disputed", totalCents: 16_000, dueOn: "2026-01-10", isDisputed: true },
    {
      ...{
        title: "Paid",
        totalCents: 32_000,
        dueOn: "2026-05-10",
        end: "paid" as const,
        issuedOn: "2026-04-20",
      },
      paid: paid(32_000, "2026-05-12T23:30:00-05:00"),
    },
    { title: "Void", totalCents: 64_000, dueOn: "2026-05-10", end: "void" as const },
  ];
  for (const owed of all) await makeOwed(database.owner, readwell, owed);
}

describe("the list of invoices", () => {
  test("is narrowed by where they stand, and says how each stands", async () => {
    await oneOfEach();
    expect(await titles({})).toEqual(["Disputed", "Draft", "Late", "Open", "Paid", "Part", "Void"]);
    const expected: Record<string, string[]> = {
      draft: ["Draft"],
      open: ["Disputed", "Late", "Open", "Part"],
      overdue: ["Disputed", "Late"],
      "part-paid": ["Part"],
      disputed: ["Disputed"],
      paid: ["Paid"],
      void: ["Void"],
    };
    for (const [status, those] of Object.entries(expected))
      expect(await titles({ status }), status).toEqual(those);
    const { rows, sums } = await list();
    expect(
      Object.fromEntries(rows.map(({ title, status, due, left }) => [title, [status, due, left]])),
    ).toEqual({
      Draft: ["draft", null, null],
      Open: ["open", { words: "Sun, May 31", isOver: false }, "$20.00"],
      Late: ["open", { words: "Fri, Apr 10", isOver: true }, "$40.00"],
      Part: ["part-paid", { words: "Wed, Jun 10", isOver: false }, "$50.00"],
      Disputed: ["disputed", { words: "Sat, Jan 10", isOver: true }, "$160.00"],
      Paid: ["paid", null, null],
      Void: ["void", null, null],
    });
    expect(sums).toEqual(["4 invoices, $300.00 in all, $270.00 left to pay"]);
    expect((await list({ status: "paid" })).sums).toEqual([]);
  });

  test("holds behind each bar of the money what the bar says", async () => {
    await oneOfEach();
    const { outstanding, came, daysToPay } = await readMoney(sam, {}, now);
    for (const { age, words, count, amount } of outstanding.bars) {
      const { rows, sums, narrowedBy } = await list({ age });
      expect(rows).toHaveLength(count);
      expect(narrowedBy).toMatchObject([{ name: "age" }]);
      if (count > 0) expect(sums[0]).toContain(`${amount} of it ${words.toLowerCase()}`);
    }
    for (const { days, amount } of came.weeks.filter(({ cents }) => cents > 0)) {
      const { sums, narrowedBy } = await list({ came: `${days.from}..${days.until}` });
      expect(sums[0]).toContain(`${amount} came then`);
      expect(narrowedBy[0]?.words).toMatch(/^Money came May \d+ to \d+$/);
    }
    for (const { month, count } of daysToPay.months)
      expect((await list({ settled: month })).rows).toHaveLength(count);
    expect(await titles({ settled: "2026-05" })).toEqual(["Paid"]);
    expect(daysToPay.months.at(-1)).toMatchObject({ label: "May", words: "May 2026", days: 22, count: 1 });
  });

  test("is searched by number and title, and narrowed to a client and a project", async () => {
    await oneOfEach();
    const tully = await insert(database.owner, "contacts", {
      ...{ tenant_id: readwell.tenantId, kind: "client", name: "Gordon Tully", email: "g@tully.example" },
    });
    const [late] = (await list({ q: "late" })).rows;
    expect(late?.title).toBe("Late");
    expect(await titles({ q: late?.number ?? "" })).toEqual(["Late"]);
    expect(await titles({ q: "100%" })).toEqual([]);
    expect(await titles({ client: tully })).toEqual([]);
    expect(await titles({ client: readwell.ellen, status: "draft" })).toEqual(["Draft"]);
    expect((await list({ project: readwell.kitchen, status: "void" })).narrowedBy).toEqual([
      { name: "project", words: "Kitchen and rear addition" },
    ]);
  });

  test("leads through every invoice once, page by page, the newest first, also where several were written at once", async () => {
    await database.owner`with made as (
        insert into documents (tenant_id, contact_id, kind, title, created_at, sent_at, closed_at, closed_as)
        select ${readwell.tenantId}, ${readwell.ellen}, 'invoice', 'Invoice ' || n, timestamptz '2026-04-24' + n / 7 * interval '1 hour',
          case when n % 3 > 0 then now() end, case when n % 3 = 2 then now() end, case when n % 3 = 2 then 'paid' end
        from generate_series(1, 130) n returning tenant_id, id)
      insert into invoices (tenant_id, document_id, currency) select tenant_id, id, 'USD' from made`;
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page = await list(after ? { after } : {});
      seen.push(...page.rows.map(({ id }) => id));
      after = page.after;
    }
    expect([seen.length, new Set(seen).size]).toEqual([130, 130]);
  });

  test("is nobody else’s", async () => {
    await oneOfEach();
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    expect(await list({ client: readwell.ellen }, other)).toMatchObject({ rows: [], sums: [] });
  });

  test("keeps of its address what is understood, and writes it as it reads it", () => {
    const said = {
      status: "overdue",
      age: "31-60",
      came: "2026-05-01..2026-05-07",
      settled: "2026-05",
      q: "pool",
    };
    expect(addressOf(invoicesAsked.parse(said))).toEqual(said);
    const odd = {
      status: "late",
      age: "7",
      came: "2026-05-31..2026-05-01",
      settled: "2026-13",
      client: "1",
      q: "a\0b",
    };
    expect(addressOf(invoicesAsked.parse(odd))).toEqual({});
    expect(invoicesAsked.parse({ came: "2026-02-30..2026-03-01" }).came).toBeUndefined();
    expect(moneyAsked.parse({ after: `0000-01-01~${readwell.ellen}` }).after).toBeUndefined();
  });
});

describe("the invoices as CSV", () => {
  test("are those of the list with amounts as decimals, and that they were taken away is on the record", async () => {
    await oneOfEach();
    const file = await exportInvoices(sam, invoicesAsked.parse({ status: "open" }), now);
    const csv = await new Response(file).text();
    const [head = [], ...rows] = Papa.parse<string[]>(csv, { newline: "\r\n", skipEmptyLines: true }).data;
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    expect(Object.fromEntries(column("Title").map((title, row) => [title, column("Left")[row]]))).toEqual({
      ...{ Disputed: "160.00", Late: "40.00", Open: "20.00", Part: "50.00" },
    });
    expect(new Set(column("Currency"))).toEqual(new Set(["USD"]));
    expect(column("Number").every((number) => /^BW-\d+$/.test(number ?? ""))).toBe(true);
    const [event] = await database.owner`
      select kind, actor_name as who, detail from events where kind = 'invoices.exported'`;
    expect(event).toEqual({ kind: "invoices.exported", who: "Sam Reyes", detail: { count: 4 } });
  });

  test("of the paid tell the day, at the business, on which nothing was left", async () => {
    await oneOfEach();
    const at = new Date("2026-05-14T12:00:00-05:00");
    const byHand = { cents: 100, at, paidOn: "2026-04-30" };
    await makeOwed(database.owner, readwell, { totalCents: 100, end: "paid", paid: [byHand] });
    const csv = await new Response(
      await exportInvoices(sam, invoicesAsked.parse({ status: "paid" }), now),
    ).text();
    expect(csv).toContain(",1.00,0.00,0.00,2026-05-14T17:00:00Z,2026-04-30\r\n");
    expect(csv).toContain(",320.00,0.00,0.00,2026-05-13T04:30:00Z,2026-05-12\r\n");
  });
});

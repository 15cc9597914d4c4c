import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { csvOf } from "@/lib/csv";
import { readActivity } from "./activity";
import { type ActivityAsked, activityAsked } from "./asked";
import { exportActivity } from "./csv";

eachAtReadwell();

type Asked = Partial<Record<keyof ActivityAsked, string>>;

async function piecesOf(said: Asked): Promise<Uint8Array[]> {
  const csv = await exportActivity(sam, activityAsked.parse(said));
  if (!csv.ok) throw new Error(csv.reason);
  const pieces: Uint8Array[] = [];
  for await (const piece of csv.value) pieces.push(piece);
  return pieces;
}

const exported = async (said: Asked) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(await piecesOf(said)));

const linesOf = (csv: string) => Papa.parse<string[]>(csv, { newline: "\r\n", skipEmptyLines: true }).data;

async function newestSentence() {
  const { days } = await readActivity(sam, activityAsked.parse({ about: "settings" }), new Date());
  return days[0]?.entries[0]?.sentence;
}

describe("the activity as CSV", () => {
  test("[C6] holds what it is narrowed to, with the offset of its times, and is itself on the record", async () => {
    const { tenantId, ellen } = readwell;
    await database.owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, at) values
      (${tenantId}, 'portal.opened', 'member', 'Sam Reyes', ${ellen}, now()),
      (${tenantId}, 'portal.closed', 'member', 'Sam Reyes', ${ellen}, now() - interval '20 days')`;
    const csv = await exported({ about: "people" });
    expect(csv.startsWith("\ufeff")).toBe(true);
    const [head, ...rows] = linesOf(csv.slice(1));
    expect(head?.[1]).toBe("What happened");
    expect(rows.map(([, ...row]) => row)).toEqual([
      ["Portal access switched on", "Sam Reyes", "Ellen Marsh", "", "portal.opened"],
    ]);
    expect(rows[0]?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[56]:00$/);
    expect(await newestSentence()).toBe("Activity exported as CSV, 1 event");
  });

  test("[C6] of many events comes whole, in pieces, each event once and the newest first", async () => {
    await database.owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, at)
      select ${readwell.tenantId}, 'contact.created', 'member', n::text, ${readwell.ellen}, now() - (n / 7) * interval '1 minute'
      from generate_series(1, 5000) n`;
    expect((await piecesOf({ days: "all", about: "people" })).length).toBeGreaterThan(10);
    const [, ...rows] = linesOf(await exported({ days: "all", about: "people" }));
    expect(rows).toHaveLength(5000);
    expect(new Set(rows.map(([, , by]) => by)).size).toBe(5000);
    const times = rows.map(([when]) => Date.parse(when ?? ""));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(await newestSentence()).toBe("Activity exported as CSV, 5,000 events");
  });

  test("[C6] of nothing is its heading alone", async () => {
    expect(linesOf(await exported({ about: "work-orders" }))).toHaveLength(1);
  });

  test("[C6] does not hold that it was exported itself", async () => {
    expect(linesOf(await exported({ about: "settings" }))).toHaveLength(1);
    expect(linesOf(await exported({ about: "settings" }))).toHaveLength(2);
  });

  test.each(["=1+1", "+61491573770", "-2", "@SUM(A1)", "\tx", "\rx", "\0x"])(
    "[C6] a cell that begins as a formula does stays text: %j",
    (cell) => {
      expect(linesOf(csvOf([[cell, "plain"]]))).toEqual([[`'${cell}`, "plain"]]);
    },
  );

  test("[C6] quotes, commas and lines of a cell come back as they were", () => {
    const cell = 'He said "no", then\nhung up';
    expect(linesOf(csvOf([[cell]]))).toEqual([[cell]]);
  });
});

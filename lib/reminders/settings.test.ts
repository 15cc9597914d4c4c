import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { ladderViews, ladderWords } from "./ladder-words";
import { ladderForm, quietForm } from "./sent";
import { quietWords, setLadder, setQuiet } from "./settings";

eachAtReadwell();

const kept = async () => {
  const [tenant] = await database.owner`
    select reminder_ladders as ladders, quiet_from as from, quiet_until as until from tenants where id = ${readwell.tenantId}`;
  return tenant;
};

describe("the form of a ladder", () => {
  const sent = (fields: Record<string, string>) => ladderForm.safeParse({ kind: "contract", ...fields });

  test("reads days as people write them, once each and in order", () => {
    expect(sent({ before: "2, 7", onTheDay: "on", after: "3 3;10" })).toMatchObject({
      data: { kind: "contract", ladder: [-7, -2, 0, 3, 10] },
    });
    expect(sent({})).toMatchObject({ data: { ladder: [] } });
    expect(sent({ kind: "appointment", before: "1", onTheDay: "on", after: "2" })).toMatchObject({
      data: { ladder: [-1] },
    });
  });

  test.each([
    [{ before: "soon" }],
    [{ before: "-2" }],
    [{ after: "0" }],
    [{ after: "61" }],
    [{ before: "1.5" }],
    [{ before: "1 2 3 4", after: "1 2 3" }],
    [{ kind: "service-report", before: "1" }],
  ])("refuses %j", (fields) => {
    expect(sent(fields as Record<string, string>).success).toBe(false);
  });

  test("of the quiet hours takes two times of the day", () => {
    expect(quietForm.safeParse({ from: "20:00", until: "08:00" }).success).toBe(true);
    for (const from of ["24:00", "8pm", "", "20:60"])
      expect(quietForm.safeParse({ from, until: "08:00" }).success).toBe(false);
  });
});

test("a ladder says in words when it reminds, and the usual one is shown where none was chosen", () => {
  expect(ladderWords([-2, 0, 3, 7])).toBe("2 days before, on the day, 3 and 7 days after");
  expect(ladderWords([-1])).toBe("1 day before");
  expect(ladderWords([])).toBe("never");
  expect(ladderViews({ scope: [] })).toMatchObject([
    { kind: "contract", before: "2", onTheDay: true, after: "3, 7" },
    { kind: "scope", before: "", onTheDay: false, after: "", words: "never" },
    { kind: "selections" },
    { kind: "appointment", before: "1" },
    { kind: "invoice", after: "1, 7, 14" },
  ]);
});

test("an owner sets ladders and quiet hours, and the trail says from what to what", async () => {
  expect(await setLadder(sam, { kind: "scope", ladder: [-5] })).toMatchObject({ ok: true });
  expect(await setLadder(sam, { kind: "invoice", ladder: [] })).toMatchObject({ ok: true });
  expect(await setLadder(sam, { kind: "invoice", ladder: [] })).toMatchObject({ ok: true });
  expect(await setQuiet(sam, { from: "21:30", until: "07:00" })).toMatchObject({ ok: true });
  expect(await kept()).toEqual({ ladders: { scope: [-5], invoice: [] }, from: "21:30", until: "07:00" });
  const told = await database.owner<{ detail: { what: string; from: string; to: string } }[]>`
    select detail from events where kind = 'settings.changed' and tenant_id = ${readwell.tenantId} order by id`;
  expect(told.map(({ detail }) => detail)).toEqual([
    {
      what: "When a client is reminded of a scope of work",
      from: "2 days before, 1 and 4 days after",
      to: "5 days before",
    },
    {
      what: "When a client is reminded of an invoice",
      from: "3 days before, 1, 7 and 14 days after",
      to: "never",
    },
    { what: "When no reminder is sent", from: "8:00 PM to 8:00 AM", to: "9:30 PM to 7:00 AM" },
  ]);
  expect(quietWords({ from: "00:00", until: "00:00" }, "en-US")).toBe("never");
});

test("nobody else does", async () => {
  const manager: StaffScope = scopeOf(readwell.tenantId, { ...sam.actor, role: "manager" });
  expect(await setLadder(manager, { kind: "scope", ladder: [-5] })).toMatchObject({ reason: "not-allowed" });
  expect(await setQuiet(manager, { from: "21:30", until: "07:00" })).toMatchObject({ reason: "not-allowed" });
  expect(await kept()).toMatchObject({ ladders: {}, from: "20:00" });
});

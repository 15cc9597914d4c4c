import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import { eachAtSheet, ellen, id, pick, readAs, sendIn, sheet, tom } from "@/e2e/support/at-sheet";
import { makeDocument } from "@/e2e/support/clients";
import { idsOn } from "@/e2e/support/sheets";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { setDue } from "@/lib/documents/life";
import { readPlanned } from "@/lib/reminders/planned";
import { returnItems } from "./approve";
import { saveSheet } from "./draft";
import { sheetDraft } from "./draft-sent";
import { skip } from "./total";

eachAtSheet();

const dueOf = async (of = sheet) => {
  const [row] = await database.owner<{ due: string | null }[]>`
    select due_on::text as due from documents where id = ${of}`;
  return row?.due;
};

/** Saves the days of a draft’s two items as its form would. */
async function write(of: string, days: { Countertops?: string; Backsplash?: string }) {
  const ids = await idsOn(database.owner, of);
  const [row] = await database.owner<{ version: number }[]>`select version from documents where id = ${of}`;
  const fields = Object.entries(days).flatMap(([name, day]) => {
    const item = ids.get(name) ?? "";
    return Object.entries({ name, about: "", allowance: "", due: day }).map(([what, text]) => [
      `item:${what}:${item}`,
      text,
    ]);
  });
  const sent = { id: of, version: String(row?.version), ...Object.fromEntries(fields) };
  expect(await saveSheet(sam, sheetDraft.parse(sent))).toMatchObject({ ok: true });
}

/** Countertops are asked for by 30 April, the backsplash by 10 May. */
async function asked() {
  await database.owner`update selection_items set due_on = '2026-04-30' where id = ${id("Countertops")}`;
  await database.owner`update selection_items set due_on = '2026-05-10' where id = ${id("Backsplash")}`;
  await database.owner`update documents set due_on = '2026-04-30' where id = ${sheet}`;
}

describe("[B8] the day of a sheet", () => {
  test("is the first of its items’ days while it is written, and none once they have none", async () => {
    const draft = await makeDocument(database.owner, readwell, "selections", { draft: true });
    await write(draft, { Backsplash: "2026-05-10" });
    expect(await dueOf(draft)).toBe("2026-05-10");
    await write(draft, { Countertops: "2026-04-30" });
    expect(await dueOf(draft)).toBe("2026-04-30");
    await write(draft, { Countertops: "", Backsplash: "" });
    expect(await dueOf(draft)).toBeNull();
    expect(await setDue(sam, { id: draft, dueOn: "2026-06-01" })).toMatchObject({ ok: true });
    await write(draft, { Countertops: "" });
    expect(await dueOf(draft), "one that the office set stands where its items have none").toBe("2026-06-01");
  });

  test("is the first one of what is undecided, and the last one stays until the sheet is sent in", async () => {
    await asked();
    await pick(ellen, "Countertops", "Soapstone, oiled");
    expect(await dueOf()).toBe("2026-05-10");
    await pick(tom, "Countertops", "Maple butcher block");
    expect(await dueOf(), "they differ").toBe("2026-04-30");
    await pick(tom, "Countertops", "Soapstone, oiled");
    await pick(tom, "Backsplash", skip);
    expect(await dueOf()).toBe("2026-05-10");
    expect((await readAs(ellen)).due).toBe("Sun, May 10");
  });

  test("is that of what was given back, until it is sent in again", async () => {
    await asked();
    await pick(ellen, "Countertops", "Soapstone, oiled");
    expect(await sendIn(ellen, { item: id("Backsplash"), choice: skip })).toMatchObject({ ok: true });
    expect(await dueOf()).toBe("2026-05-10");
    await returnItems(sam, { id: sheet, item: id("Countertops"), words: "Soapstone is out until June." });
    expect(await dueOf()).toBe("2026-04-30");
    await pick(ellen, "Countertops", "Calder quartz, honed");
    expect(await dueOf(), "it is not sent in yet").toBe("2026-04-30");
  });

  test("set by the office stands until another item is the first that is asked for", async () => {
    await asked();
    await setDue(sam, { id: sheet, dueOn: "2026-05-05" });
    await pick(ellen, "Backsplash", skip);
    expect(await dueOf()).toBe("2026-05-05");
    await pick(ellen, "Countertops", "Soapstone, oiled");
    await pick(tom, "Backsplash", "White zellige");
    expect(await dueOf()).toBe("2026-05-10");
  });

  test("is what its people are reminded of", async () => {
    const draft = await makeDocument(database.owner, readwell, "selections", { draft: true });
    const day = new Date(Date.now() + 4 * 24 * 3_600_000).toISOString().slice(0, 10);
    await write(draft, { Backsplash: day });
    await database.owner`update documents set sent_at = now() - interval '10 days',
      addressed_to = ${[readwell.address.ellen]} where id = ${draft}`;
    const planned = await inTenant(sam, (tx) => readPlanned(tx, new Date()));
    expect(planned.some(({ document }) => document.id === draft)).toBe(true);
  });

  test("and the days of its items are not copied with it", async () => {
    await asked();
    const copy = await duplicateDocument(sam, { id: sheet, contactId: readwell.ellen, projectId: null });
    const copied = copy.ok ? copy.value.id : "";
    const days =
      await database.owner`select 1 from selection_items where document_id = ${copied} and due_on is not null`;
    expect([await dueOf(copied), days.length]).toEqual([null, 0]);
  });
});

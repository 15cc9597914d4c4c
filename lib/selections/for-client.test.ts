import { expect, test } from "vitest";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import { eachAtSheet, ellen, sheet, tom } from "@/e2e/support/at-sheet";
import type { AtDocument } from "@/lib/auth/scope";
import { readPortalHome } from "@/lib/portal/home";
import { readClientSheet } from "./for-client";
import { readOfficeSheet } from "./for-office";

eachAtSheet();

/** Half past one at night in Chicago, where the business is, and the evening before in Los Angeles. */
const now = new Date("2026-04-30T06:30:00Z");

const due = (day: string) =>
  database.owner.begin(async (all) => {
    await all`update selection_items set due_on = ${day} where document_id = ${sheet}`;
    await all`update documents set due_on = ${day} where id = ${sheet}`;
  });
const livesIn = (zone: string | null) =>
  database.owner`update contacts set time_zone = ${zone} where id = ${readwell.ellen}`;

/** Whether the sheet, each of its items, and the row on the home are late. */
async function lateFor(who: AtDocument) {
  const { isLate, items } = await readClientSheet(who, sheet, now);
  const { tasks } = await readPortalHome(who, { now, projectId: undefined });
  return [isLate, ...items.map((item) => item.isLate), tasks[0]?.due?.isOver];
}

test("[B8] the day of a sheet lasts to its end where its client lives, as their home says, and for the office where it is", async () => {
  await due("2026-04-29");
  expect(await lateFor(ellen)).toEqual([true, true, true, true]);
  await livesIn("America/Los_Angeles");
  for (const who of [ellen, tom]) expect(await lateFor(who)).toEqual([false, false, false, false]);
  const office = await readOfficeSheet(sam, sheet, now);
  expect(office?.items.map(({ isLate }) => isLate)).toEqual([true, true]);
  await due("2026-04-30");
  expect(await lateFor(ellen)).toEqual([false, false, false, false]);
});

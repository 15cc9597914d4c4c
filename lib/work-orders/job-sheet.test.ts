import { expect, test } from "vitest";
import { database, eachAtFernleigh, fernleigh } from "@/e2e/support/at-fernleigh";
import { given } from "@/e2e/support/bills";
import { dispatchedJob } from "@/e2e/support/scopes";
import { dayOptions } from "./day-options";
import { readJobView } from "./job-sheet";

eachAtFernleigh();

const atNineTwelve = new Date("2026-04-23T23:12:00Z");
const theDayBefore = new Date("2026-04-22T23:12:00Z");

/** Mick's job at a business of that locale, as he reads it the day before he is due. */
async function readAt(locale: string, status: "SCHEDULED" | "ON_SITE") {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  await database.owner`update tenants set locale = ${locale} where id = ${fernleigh.tenantId}`;
  await database.owner`
    update work_orders set status = ${status}, dispatched_at = ${atNineTwelve}, accepted_at = ${atNineTwelve},
      scheduled_for = ${atNineTwelve}, on_site_at = ${atNineTwelve} where id = ${order.id}`;
  return given(await readJobView(mick, theDayBefore));
}

for (const [locale, clock, day, longDay] of [
  ["en-AU", "09:12", "Fri 24 Apr", "Fri 24 April"],
  ["en-US", "9:12 AM", "Fri, Apr 24", "Fri, April 24"],
] as const) {
  test(`[A3] a contractor reads days and times as ${locale} writes them`, async () => {
    const scheduled = await readAt(locale, "SCHEDULED");
    expect(scheduled.scheduled).toEqual({ words: `${longDay}, ${clock}`, relative: "Starts in 1 day" });
    expect(scheduled.sent.on).toBe(`${day}, ${clock}`);
    const onSite = await readAt(locale, "ON_SITE");
    expect(onSite.onSiteSince).toBe(clock);
    expect(onSite.milestones[0]).toEqual({ label: "Accepted", words: `${day}, ${clock}` });
    expect(dayOptions(atNineTwelve, "Australia/Sydney", locale).days[0]?.label).toBe(day);
  });
}

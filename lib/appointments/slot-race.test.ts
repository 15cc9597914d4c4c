import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  austin,
  dateOf,
  makeAppointment,
  makeCrew,
  someThursday,
  standingOf,
} from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { cancelAppointment, confirmAppointment, moveAppointment } from "./by-client";

eachAtReadwell(20);

const rowOf = (id: string) => standingOf(database.owner, id);

const book = async (given: Parameters<typeof makeAppointment>[2] = {}) => {
  const made = await makeAppointment(database.owner, readwell, given);
  return {
    ...made,
    ellen: atDocument(ellenOf(readwell), made.id),
    tom: atDocument(tomOf(readwell), made.id),
  };
};

const thursday = (time: string) => dateOf(someThursday().withPlainTime(time));

/** From the morning to late at night, every day: room for a hundred races of one crew. */
async function workAtAllHours() {
  const day = ["00:00", "23:00"];
  const hours = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
  await database.owner`update tenants set working_hours = ${database.owner.json(hours)}, notice_hours = 0
    where id = ${readwell.tenantId}`;
}

/** Two appointments of one crew that want the same free time, a hundred times over. Answers with how often one of them got it. */
async function raceOfTwo(): Promise<number> {
  const crewId = await makeCrew(database.owner, readwell.tenantId);
  const pair = await Promise.all([1, 2].map(() => book({ state: "choosing", crewId })));
  await database.owner`update appointments set window_minutes = 60 where crew_id = ${crewId}`;
  const racers = pair.map(({ ellen }) => ({ ellen, startsAt: null as Date | null, sequence: 0 }));
  const tomorrow = Temporal.Now.zonedDateTimeISO(austin).add({ days: 1 });
  let decided = 0;
  for (let trial = 0; trial < 100; trial += 1) {
    const day = tomorrow.add({ days: Math.floor(trial / 20) }).startOfDay();
    const slot = dateOf(day.withPlainTime({ hour: 3 + (trial % 20) }));
    const taps = await Promise.all(
      racers.map(async (racer) => {
        const { startsAt, sequence } = racer;
        const tap = await moveAppointment(racer.ellen, { startsAt, sequence, slot });
        if (tap.ok) Object.assign(racer, { startsAt: slot, sequence: sequence + 1 });
        return tap.ok ? "taken" : tap.reason;
      }),
    );
    if (taps.includes("taken") && taps.includes("busy")) decided += 1;
  }
  return decided;
}

test("[B10] of two clients who take one free time at once, one gets it: 500 races", async () => {
  await workAtAllHours();
  const decided = await Promise.all(Array.from({ length: 5 }, raceOfTwo));
  expect(decided).toEqual([100, 100, 100, 100, 100]);
});

test("[B10] two who want each other’s time both keep what they have", async () => {
  for (let trial = 0; trial < 5; trial += 1) {
    const one = await book({ startsAt: thursday("08:00") });
    const two = await book({ crewId: one.crewId, startsAt: thursday("10:00") });
    const both = await Promise.all([
      moveAppointment(one.ellen, { startsAt: thursday("08:00"), sequence: 0, slot: thursday("10:00") }),
      moveAppointment(two.ellen, { startsAt: thursday("10:00"), sequence: 0, slot: thursday("08:00") }),
    ]);
    for (const each of both) expect(each.ok || each.reason).toBe("busy");
    const kept = [(await rowOf(one.id))?.startsAt, (await rowOf(two.id))?.startsAt];
    expect(kept).toEqual([thursday("08:00"), thursday("10:00")]);
  }
});

test("[B10] of one who confirms and one who cancels at once, one does", async () => {
  const seen = { startsAt: thursday("09:00"), sequence: 0 };
  for (let trial = 0; trial < 20; trial += 1) {
    const { id, ellen, tom } = await book();
    const [confirmed, cancelled] = await Promise.all([
      confirmAppointment(tom, seen),
      cancelAppointment(ellen, { ...seen, reason: "" }),
    ]);
    expect([confirmed.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
    expect((await rowOf(id))?.state).toBe(confirmed.ok ? "confirmed" : "cancelled");
  }
});

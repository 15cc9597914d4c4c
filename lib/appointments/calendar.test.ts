import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";
import { austin, dateOf, makeAppointment, someThursday } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { eventIn, instantOf } from "@/e2e/support/calendar";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import type { AtDocument } from "@/lib/auth/scope";
import { closeDocument } from "@/lib/documents/document";
import { env } from "@/lib/env";
import { confirmAppointment } from "./by-client";
import { moveByOffice } from "./by-office";
import { readCalendar } from "./calendar";

eachAtReadwell();

let id: string;
let crewId: string;
let ellen: AtDocument;

beforeEach(async () => {
  ({ id, crewId } = await makeAppointment(database.owner, readwell, { sentTo: [readwell.address.ellen] }));
  ellen = atDocument(ellenOf(readwell), id);
});

async function read(): Promise<{ text: string; event: Record<string, string> }> {
  const file = await readCalendar(ellen);
  if (!file.ok) throw new Error(file.reason);
  expect(file.value.contentType).toBe("text/calendar; charset=utf-8");
  const text = file.value.content.toString();
  return { text, event: eventIn(text) };
}

const dayOf = (at: Temporal.ZonedDateTime) => at.toPlainDate().toString();

test("[B10] a calendar keeps one event through every change: one UID, a SEQUENCE that rises, and the state in words", async () => {
  const startsAt = dateOf(someThursday());
  const proposed = await read();
  await confirmAppointment(ellen, { startsAt, sequence: 0 });
  const confirmed = await read();
  const friday = dayOf(someThursday().add({ days: 1 }));
  await moveByOffice(sam, { id, sequence: 1, crewId, day: friday, from: "13:00", to: "15:00" });
  const moved = await read();
  await closeDocument(sam, { id, as: "cancelled" });
  const cancelled = await read();
  const all = [proposed, confirmed, moved, cancelled].map(({ event }) => event);
  expect(all.map(({ UID }) => UID)).toEqual(all.map(() => `${id}@${new URL(env().APP_ORIGIN).host}`));
  expect(all.map(({ SEQUENCE = "0" }) => SEQUENCE)).toEqual(["0", "1", "2", "3"]);
  expect(all.map(({ STATUS }) => STATUS)).toEqual(["TENTATIVE", "CONFIRMED", "TENTATIVE", "CANCELLED"]);
  expect(instantOf(proposed.event.DTSTART)).toEqual(startsAt);
  expect(instantOf(moved.event.DTEND)).toEqual(dateOf(someThursday().add({ days: 1, hours: 6 })));
  expect(proposed.text).toContain("METHOD:PUBLISH\r\n");
});

test("[B10] it says what, where, who, and whom to call, and carries no token", async () => {
  await database.owner`update documents set title = 'Aeration, front; back' where id = ${id}`;
  const { text, event } = await read();
  expect(event).toMatchObject({
    SUMMARY: "Aeration, front; back, Readwell Builders",
    LOCATION: "118 Quarry Bend, Austin",
    DESCRIPTION:
      "Marcus Bell and crew, about 2 hours\n\nFlag your sprinkler heads, leave the gate unlocked\n\nReadwell Builders: (512) 555-0110",
    URL: `${env().APP_ORIGIN}/portal/appointments/${id}`,
  });
  expect(instantOf(event["LAST-MODIFIED"]).getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(text).not.toMatch(/\/l\/|[0-9A-Za-z]{48}/);
});

test.each([
  [austin, "2037-03-08"],
  [austin, "2037-11-01"],
  ["Australia/Sydney", "2037-04-05"],
  ["Australia/Lord_Howe", "2037-10-04"],
])(
  "[B10] nine o’clock in %s stays nine o’clock in the week before and after the clocks change on %s",
  async (zone, change) => {
    await database.owner`update appointments set zone = ${zone} where document_id = ${id}`;
    const day = Temporal.PlainDate.from(change);
    const offsets: string[] = [];
    for (const [sequence, on] of [day.subtract({ days: 3 }), day.add({ days: 4 })].entries()) {
      const moved = { id, sequence, crewId, day: on.toString(), from: "09:00", to: "11:00" };
      expect(await moveByOffice(sam, moved)).toMatchObject({ ok: true });
      const { event } = await read();
      const [starts, ends] = [event.DTSTART, event.DTEND].map((time) =>
        Temporal.Instant.fromEpochMilliseconds(instantOf(time).getTime()).toZonedDateTimeISO(zone),
      );
      expect([starts, ends].map((at) => at?.toPlainDateTime().toString())).toEqual([
        `${on}T09:00:00`,
        `${on}T11:00:00`,
      ]);
      offsets.push(starts?.offset ?? "");
    }
    expect(offsets[0]).not.toBe(offsets[1]);
  },
);

test("[B10] what has no time yet has no file", async () => {
  const choosing = await makeAppointment(database.owner, readwell, { state: "choosing" });
  expect(await readCalendar(atDocument(ellenOf(readwell), choosing.id))).toMatchObject({
    reason: "not-found",
  });
});

import { expect, test } from "vitest";
import { makeAppointment, someThursday, standingOf } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { moveByOffice } from "./by-office";
import { closePastAppointments } from "./past";

eachAtReadwell(20);

const rowOf = (id: string) => standingOf(database.owner, id);
const threeHoursAgo = () => new Date(Date.now() - 3 * 3_600_000);
const book = () => makeAppointment(database.owner, readwell, { startsAt: threeHoursAgo() });
const thursday = { day: someThursday().toPlainDate().toString(), from: "13:00", to: "15:00" };

async function somebodyWaits() {
  const waiting = () => database.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting()).length === 0);
}

test.each([true, false])(
  "[B10] an appointment that is moved while the job waits for it stays open, be its trunk changed with it (%s) or not",
  async (isTouched) => {
    const { id } = await book();
    const tomorrow = new Date(Date.now() + 24 * 3_600_000);
    let closing: Promise<void> | undefined;
    await database.owner.begin(async (move) => {
      await move`select 1 from documents where id = ${id} for no key update`;
      closing = closePastAppointments();
      await somebodyWaits();
      await move`update appointments set starts_at = ${tomorrow}, ends_at = ${new Date(tomorrow.getTime() + 3_600_000)},
        sequence = sequence + 1 where document_id = ${id}`;
      if (isTouched) await move`update documents set answered_at = null where id = ${id}`;
    });
    await closing;
    expect(await rowOf(id)).toMatchObject({ closedAs: null, startsAt: tomorrow });
    expect(await database.owner`select 1 from events where document_id = ${id}`).toEqual([]);
  },
);

test("[B10] of the job and the office’s move at once, one wins: it is over at its old time, or open at its new one", async () => {
  for (let trial = 0; trial < 20; trial += 1) {
    const { id, crewId } = await book();
    const before = await rowOf(id);
    const [moved] = await Promise.all([
      moveByOffice(sam, { id, crewId, sequence: 0, ...thursday }),
      closePastAppointments(),
      closePastAppointments(),
    ]);
    const after = await rowOf(id);
    if (moved.ok) expect(after).toMatchObject({ state: "proposed", sequence: 1, closedAs: null });
    else expect([moved.reason, after]).toEqual(["not-allowed-now", { ...before, closedAs: "past" }]);
    const told = await database.owner`select kind from events where document_id = ${id}`;
    expect(told.map(({ kind }) => kind)).toEqual([moved.ok ? "appointment.moved" : "document.closed"]);
  }
});

test("[B10] of many moves while the job closes what it finds past, each wins or is refused, and none is stuck", async () => {
  const past = await Promise.all(Array.from({ length: 6 }, book));
  const moves = past.map(({ id, crewId }) => moveByOffice(sam, { id, crewId, sequence: 0, ...thursday }));
  await Promise.all([...moves, closePastAppointments(), closePastAppointments()]);
  for (const { id } of past) {
    const row = await rowOf(id);
    expect([row?.closedAs, row?.sequence]).toEqual(row?.closedAs ? ["past", 0] : [null, 1]);
  }
});

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { austin, dateOf, makeAppointment, someThursday, standingOf } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { closeDocument } from "@/lib/documents/document";
import { cancelAppointment, confirmAppointment, moveAppointment } from "./by-client";
import { moveByOffice } from "./by-office";

eachAtReadwell(20);

type Given = Parameters<typeof makeAppointment>[2];

const book = async (given: Given = {}) => {
  const made = await makeAppointment(database.owner, readwell, {
    sentTo: [readwell.address.ellen],
    ...given,
  });
  return {
    ...made,
    ellen: atDocument(ellenOf(readwell), made.id),
    tom: atDocument(tomOf(readwell), made.id),
  };
};

const thursday = (time = "09:00") => someThursday().withPlainTime(time);
const seen = { startsAt: dateOf(thursday()), sequence: 0 };
const friday = dateOf(thursday("10:00").add({ days: 1 }));

const rowOf = (id: string) => standingOf(database.owner, id);

const told = async () =>
  (
    await database.owner<{ to: string; kind: string; occasion: string | null; when: string | null }[]>`
      select address as to, kind, detail->>'occasion' as occasion, detail->>'when' as when from messages
      where tenant_id = ${readwell.tenantId} order by queued_at, kind desc`
  ).map(({ to, kind, occasion }) => `${kind} ${occasion ?? ""} ${to.replace(/-.*/, "")}`);

const happened = async (id: string) =>
  (
    await database.owner<{ kind: string }[]>`
      select kind from events where document_id = ${id} and kind not like 'link.%' order by id`
  ).map(({ kind }) => kind);

describe("a client confirms", () => {
  test("[B10] by picking the very time that was proposed, and nobody hears of a move", async () => {
    const { id, ellen } = await book({ startsAt: dateOf(thursday("10:00")) });
    const proposed = { startsAt: dateOf(thursday("10:00")), sequence: 0 };
    expect(await moveAppointment(ellen, { ...proposed, slot: proposed.startsAt })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(id)).toMatchObject({ state: "confirmed", waitsFor: null });
    expect(await happened(id)).toEqual(["appointment.confirmed"]);
  });

  test("[B10] the time that the page shows: it is theirs, and both sides are told", async () => {
    const { id, ellen } = await book();
    expect(await confirmAppointment(ellen, seen)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({
      ...{ state: "confirmed", startsAt: seen.startsAt, sequence: 1 },
      ...{ answeredAs: "confirmed", waitsFor: null, closedAs: null },
    });
    expect(await told()).toEqual(["document confirmed ellen", "client-said  sam"]);
    expect(await happened(id)).toEqual(["appointment.confirmed"]);
  });

  test("[B10] a hundred times at once, and it is confirmed once", async () => {
    const { id, ellen, tom } = await book();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, place) => confirmAppointment(place % 2 ? ellen : tom, seen)),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await rowOf(id)).toMatchObject({ state: "confirmed", sequence: 1 });
    expect(await happened(id)).toEqual(["appointment.confirmed"]);
  });

  test("[B10] nothing that the page does not show any more: what the office moved, be it there and back", async () => {
    const { id, ellen, crewId } = await book();
    const move = (day: string, sequence: number) =>
      moveByOffice(sam, { id, sequence, crewId, day, from: "09:00", to: "11:00" });
    const [there, back] = [thursday().add({ days: 1 }), thursday()].map((day) =>
      day.toPlainDate().toString(),
    );
    await move(there ?? "", 0);
    expect(await confirmAppointment(ellen, seen)).toMatchObject({ reason: "stale" });
    await move(back ?? "", 1);
    expect(await confirmAppointment(ellen, seen)).toMatchObject({ reason: "stale" });
    expect(await rowOf(id)).toMatchObject({ state: "proposed", sequence: 2, answeredAs: null });
    expect(await confirmAppointment(ellen, { ...seen, sequence: 2 })).toMatchObject({ ok: true });
  });

  test("[B10] no time that has passed, and nothing of another client or business", async () => {
    const past = new Date(Date.now() - 3_600_000);
    const { ellen } = await book({ startsAt: past });
    expect(await confirmAppointment(ellen, { startsAt: past, sequence: 0 })).toMatchObject({
      reason: "date-in-the-past",
    });
    const other = await makeReadwell(database.owner, {}, "Greenline Lawn");
    const { id } = await book();
    for (const who of [
      atDocument(ellenOf(other), id),
      atDocument(ellenOf({ ...readwell, ellen: other.ellen }), id),
    ]) {
      expect(await confirmAppointment(who, seen)).toMatchObject({ reason: "not-found" });
      expect(await moveAppointment(who, { ...seen, slot: friday })).toMatchObject({ reason: "not-found" });
      expect(await cancelAppointment(who, { ...seen, reason: "" })).toMatchObject({ reason: "not-found" });
    }
    expect(await rowOf(id)).toMatchObject({ state: "proposed", sequence: 0 });
  });
});

describe("a client moves", () => {
  test("[B10] to a free time, which is theirs at once; the office sees it, and the old time is free for others", async () => {
    const { id, crewId, ellen } = await book({ sentTo: [readwell.address.ellen, readwell.address.tom] });
    const move = { ...seen, slot: friday };
    expect([await moveAppointment(ellen, move), await moveAppointment(ellen, move)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await rowOf(id)).toMatchObject({
      ...{ state: "confirmed", startsAt: friday, sequence: 1 },
      ...{ answeredAs: "confirmed", waitsFor: "moved" },
    });
    expect((await told()).toSorted()).toEqual([
      "client-said  sam",
      "document moved ellen",
      "document moved tom",
    ]);
    const other = await book({ crewId, state: "choosing" });
    const slot = dateOf(thursday("10:00"));
    expect(await moveAppointment(other.ellen, { startsAt: null, sequence: 0, slot })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(other.id)).toMatchObject({ state: "confirmed", startsAt: slot, waitsFor: null });
    expect(await happened(other.id)).toEqual(["appointment.confirmed"]);
  });

  test("[B10] to no time that is taken, that is not offered, or that is too soon or too far off", async () => {
    const { crewId, id, ellen } = await book();
    await book({ crewId, startsAt: dateOf(thursday("13:00")) });
    const to = (at: Temporal.ZonedDateTime) => moveAppointment(ellen, { ...seen, slot: dateOf(at) });
    expect(await to(thursday("12:00"))).toMatchObject({
      reason: "busy",
      detail: { sentence: "Somebody just took that time. Here is what is still free." },
    });
    const soon = Temporal.Now.zonedDateTimeISO(austin).withPlainTime("08:00");
    for (const at of [
      thursday("08:30"),
      thursday("16:00"),
      thursday("10:00").add({ days: 2 }),
      soon,
      thursday("10:00").add({ weeks: 9 }),
    ])
      expect(await to(at), at.toString()).toMatchObject({ reason: "stale" });
    expect(await rowOf(id)).toMatchObject({ state: "proposed", startsAt: seen.startsAt, sequence: 0 });
  });

  test("[B10] and cancels only within the notice of the business; later they are told to call", async () => {
    const startsAt = new Date(Date.now() + 24 * 3_600_000 - 60_000);
    const { id, ellen } = await book({ startsAt });
    const now = { startsAt, sequence: 0 };
    const call = {
      reason: "not-allowed-now",
      detail: { sentence: "It’s less than 24 hours away. To move or cancel it, call Readwell Builders." },
    };
    expect(await moveAppointment(ellen, { ...now, slot: friday })).toMatchObject(call);
    expect(await cancelAppointment(ellen, { ...now, reason: "" })).toMatchObject(call);
    expect(await confirmAppointment(ellen, now)).toMatchObject({ ok: true });
    await database.owner`update tenants set notice_hours = 23 where id = ${readwell.tenantId}`;
    expect(await moveAppointment(ellen, { startsAt, sequence: 1, slot: friday })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ startsAt: friday, sequence: 2 });
  });
});

describe("a client cancels", () => {
  test("[B10] once, however often they tap: it is closed, its time is free, and everybody hears of it", async () => {
    const { id, crewId, ellen } = await book();
    const cancel = () => cancelAppointment(ellen, { ...seen, reason: "We are away." });
    const all = await Promise.all([cancel(), cancel(), cancel()]);
    expect([...all, await cancel()].every(({ ok }) => ok)).toBe(true);
    expect(await rowOf(id)).toMatchObject({
      ...{ state: "cancelled", sequence: 1, startsAt: seen.startsAt },
      ...{ closedAs: "cancelled", waitsFor: "cancelled" },
    });
    expect((await told()).toSorted()).toEqual(["client-said  sam", "document-over  ellen"]);
    expect(await happened(id)).toEqual(["appointment.cancelled"]);
    expect(await confirmAppointment(ellen, seen)).toMatchObject({ reason: "not-allowed-now" });
    await expect(makeAppointment(database.owner, readwell, { crewId })).resolves.toBeDefined();
  });

  test("[B10] or the office does, which frees the time and tells them without a link", async () => {
    const { id, crewId } = await book();
    expect(await closeDocument(sam, { id, as: "cancelled" })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", sequence: 1, closedAs: "cancelled" });
    expect(await told()).toEqual(["document-over  ellen"]);
    await expect(makeAppointment(database.owner, readwell, { crewId })).resolves.toBeDefined();
  });
});

test("[B10] [B14] an act stands even when its message would be the fourth of the hour", async () => {
  const { id, ellen } = await book();
  const slots = ["08:00", "10:00", "12:00", "14:00", "08:00"].map((time) => dateOf(thursday(time)));
  for (const [sequence, slot] of slots.entries()) {
    const startsAt = slots[sequence - 1] ?? seen.startsAt;
    expect(await moveAppointment(ellen, { startsAt, sequence, slot })).toMatchObject({ ok: true });
  }
  expect(await rowOf(id)).toMatchObject({ sequence: 5, startsAt: slots.at(-1) });
  expect((await told()).filter((each) => each.startsWith("document"))).toHaveLength(3);
});

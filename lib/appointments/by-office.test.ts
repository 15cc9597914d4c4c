import { describe, expect, test } from "vitest";
import { austin, dateOf, makeAppointment, someThursday, standingOf } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf, samOf } from "@/e2e/support/scopes";
import { readKeptForm } from "@/lib/auth/kept-form";
import { createDocument } from "@/lib/documents/document";
import { noteWait } from "@/lib/documents/note-wait";
import { sendDocument } from "@/lib/documents/send";
import { confirmAppointment, moveAppointment } from "./by-client";
import { keepDraft, moveByOffice } from "./by-office";
import { saveCrew, switchCrew } from "./crews";
import { readOfficeAppointment } from "./for-office";
import { setOfficeHours } from "./office-hours";
import { closePastAppointments } from "./past";

eachAtReadwell();

const rowOf = (id: string) => standingOf(database.owner, id);
const thursday = someThursday().toPlainDate().toString();

async function draft(): Promise<{ id: string; crewId: string }> {
  const made = await createDocument(sam, {
    ...{ kind: "appointment", contactId: readwell.ellen, projectId: readwell.kitchen },
    ...{ title: "Walk-through", body: "", dueOn: null },
  });
  if (!made.ok) throw new Error(made.reason);
  const read = await readOfficeAppointment(sam, made.value.id);
  return { id: made.value.id, crewId: read?.appointment.fields.crewId ?? "" };
}

const kept = ({ id, crewId }: { id: string; crewId: string }, version = 1) => ({
  ...{ id, crewId, version, place: "118 Quarry Bend", stays: "about 2 hours", zone: austin },
  ...{ windowMinutes: 120 as const, title: "Walk-through", body: "Bring the plans." },
});
const proposal = { how: "proposed", day: thursday, from: "09:00", to: "11:00" } as const;

describe("a draft", () => {
  test("[B10] begins with a crew, the project’s place and the client’s zone, and lets the client pick", async () => {
    await database.owner`update projects set place = '118 Barton Ave' where id = ${readwell.kitchen}`;
    await database.owner`update contacts set time_zone = 'America/Denver' where id = ${readwell.ellen}`;
    const { id } = await draft();
    const read = await readOfficeAppointment(sam, id);
    expect(read?.crews).toMatchObject([{ name: "Our crew", active: true }]);
    expect(read?.appointment).toMatchObject({
      state: "choosing",
      fields: { place: "118 Barton Ave", zone: "America/Denver", from: "08:00", to: "10:00" },
    });
  });

  test("[B10] holds the time that it proposes, for nobody else of the same crew; a stale form changes nothing", async () => {
    const [one, two] = [await draft(), await draft()];
    expect(one.crewId).toBe(two.crewId);
    expect(await keepDraft(sam, { ...kept(one), ...proposal })).toMatchObject({ ok: true });
    expect(await keepDraft(sam, { ...kept(two), ...proposal, from: "10:00", to: "12:00" })).toMatchObject({
      reason: "busy",
      detail: {
        sentence:
          "That crew is somewhere else then, for Ellen Marsh: “Walk-through”, a draft. Choose another time, or another crew. All but the crew, the time and its zone is saved.",
        document: { id: one.id, clientId: readwell.ellen },
      },
    });
    const [text] = await database.owner`
      select d.version, d.body, a.place, a.starts_at as "startsAt" from documents d
      join appointments a on a.document_id = d.id where d.id = ${two.id}`;
    expect(text, "the words are not lost with the time").toEqual({
      ...{ version: 2, body: "Bring the plans.", place: "118 Quarry Bend", startsAt: null },
    });
    expect(await keepDraft(sam, { ...kept(one), ...proposal, day: "2099-01-01" })).toMatchObject({
      reason: "stale",
    });
    expect(await keepDraft(sam, { ...kept(two, 2), ...proposal, from: "11:00", to: "11:00" })).toMatchObject({
      reason: "invalid",
    });
    expect(await keepDraft(sam, { ...kept(one, 2), how: "choosing" })).toMatchObject({ ok: true });
    expect(await keepDraft(sam, { ...kept(two, 2), ...proposal })).toMatchObject({ ok: true });
  });

  test("[B10] is sent with its time; not after that has passed, and not without hours to pick from", async () => {
    const one = await draft();
    const send = () => sendDocument(sam, { documentId: one.id, address: readwell.address.ellen });
    await database.owner`update tenants set working_hours = '{}' where id = ${readwell.tenantId}`;
    expect(await send()).toMatchObject({ reason: "not-allowed-now" });
    await keepDraft(sam, { ...kept(one), ...proposal, day: "2025-01-02" });
    expect(await send()).toMatchObject({ reason: "not-allowed-now" });
    await keepDraft(sam, { ...kept(one, 2), ...proposal });
    expect(await send()).toMatchObject({ ok: true });
    const [message] = await database.owner<{ when: string; place: string }[]>`
      select detail->>'when' as when, detail->>'place' as place from messages where tenant_id = ${readwell.tenantId}`;
    expect(message?.when).toMatch(/^Thu, \w{3} \d+, 9:00 to 11:00 AM$/);
    expect(message?.place).toBe("118 Quarry Bend");
    expect(await keepDraft(sam, { ...kept(one, 3), how: "choosing" })).toMatchObject({
      reason: "not-allowed-now",
    });
  });
});

test("[B10] a crew that goes out no more is neither sent out nor picked a time of", async () => {
  const { id, crewId } = await draft();
  await saveCrew(sam, { name: "Second crew" });
  await database.owner`update crews set active = false where id = ${crewId}`;
  expect(await sendDocument(sam, { documentId: id, address: readwell.address.ellen })).toMatchObject({
    detail: { sentence: "Our crew does not go out any more. Choose another crew, and send it then." },
  });
  const choosing = await makeAppointment(database.owner, readwell, { state: "choosing" });
  const slot = dateOf(someThursday().withPlainTime("12:00"));
  const pick = () =>
    moveAppointment(atDocument(ellenOf(readwell), choosing.id), { startsAt: null, sequence: 0, slot });
  await database.owner`update crews set active = false where id = ${choosing.crewId}`;
  expect(await pick()).toMatchObject({ reason: "stale" });
  await database.owner`update crews set active = true where id = ${choosing.crewId}`;
  expect(await pick()).toMatchObject({ ok: true });
});

describe("the office moves an appointment", () => {
  const move = { day: thursday, from: "13:00", to: "15:00" };

  test("[B10] and its client is asked to confirm it anew; twice is once, and a stale move is none", async () => {
    const { id, crewId } = await makeAppointment(database.owner, readwell, {
      sentTo: [readwell.address.ellen],
    });
    const ellen = atDocument(ellenOf(readwell), id);
    await confirmAppointment(ellen, { startsAt: dateOf(someThursday()), sequence: 0 });
    const moved = () => moveByOffice(sam, { id, crewId, sequence: 1, ...move });
    expect(await moved()).toMatchObject({ ok: true, value: { told: ["Ellen Marsh"] } });
    expect(await moved()).toEqual({ ok: true, value: null });
    expect(await rowOf(id)).toMatchObject({ state: "proposed", sequence: 2, answeredAs: null });
    expect(await moveByOffice(sam, { id, crewId, sequence: 1, ...move, from: "14:00" })).toMatchObject({
      reason: "stale",
    });
    expect(await moveByOffice(sam, { id, crewId, sequence: 2, ...move, day: "2025-01-02" })).toMatchObject({
      reason: "date-in-the-past",
    });
  });

  test("[B10] not to where the crew is already, and is told whose appointment that is and what for", async () => {
    const there = await makeAppointment(database.owner, readwell);
    const startsAt = dateOf(someThursday().withPlainTime("16:00"));
    const { id } = await makeAppointment(database.owner, readwell, { crewId: there.crewId, startsAt });
    const { crewId } = there;
    const onto = { id, crewId, sequence: 0, day: thursday, from: "10:00", to: "12:00" };
    expect(await moveByOffice(sam, onto)).toMatchObject({
      reason: "busy",
      detail: {
        sentence:
          "That crew is somewhere else then, for Ellen Marsh: “Spring aeration and overseed”. Choose another time, or another crew.",
        document: { id: there.id, clientId: readwell.ellen },
      },
    });
    expect(await rowOf(id)).toMatchObject({ startsAt, sequence: 0 });
  });

  test("[B10] and is told on its page who could not be written to", async () => {
    const { id, crewId } = await makeAppointment(database.owner, readwell, {
      sentTo: [readwell.address.ellen, readwell.address.tom],
    });
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    const moved = await moveByOffice(sam, { id, crewId, sequence: 0, ...move });
    const said = moved.ok ? moved.value : null;
    expect(said).toMatchObject({ told: [], untold: ["Ellen Marsh", "Tom Marsh"] });
    expect(await readKeptForm(sam, sam.actor.sessionId, said?.notice ?? "")).toMatchObject({
      problem: expect.stringMatching(/^Moved, but no link could be sent to Ellen Marsh and Tom Marsh now/),
    });
  });

  test("[B10] sees that the client moved it, until somebody has noted it", async () => {
    const { id } = await makeAppointment(database.owner, readwell);
    const slot = dateOf(someThursday().withPlainTime("12:00"));
    const seen = { startsAt: dateOf(someThursday()), sequence: 0 };
    await moveAppointment(atDocument(ellenOf(readwell), id), { ...seen, slot });
    expect(await rowOf(id)).toMatchObject({ waitsFor: "moved" });
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawn"));
    const note = (scope = sam) => noteWait(scope, { id, waited: "moved" });
    expect(await note(other)).toMatchObject({ reason: "not-found" });
    await Promise.all([note(), note()]);
    const noted = await database.owner`
      select detail->>'waited' as what from events where document_id = ${id} and kind = 'document.put-away'`;
    expect(noted).toEqual([{ what: "moved" }]);
    expect(await rowOf(id)).toMatchObject({ waitsFor: null, state: "confirmed" });
  });

  test("[B10] of its own business alone, with a crew of its own that goes out", async () => {
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawn"));
    const { id, crewId } = await makeAppointment(database.owner, readwell);
    const theirs = { id, crewId, sequence: 0, ...move };
    expect(await moveByOffice(other, theirs)).toMatchObject({ reason: "not-found" });
    expect(await readOfficeAppointment(other, id)).toBeUndefined();
    expect(await switchCrew(other, { id: crewId, active: false })).toMatchObject({ reason: "not-found" });
    expect(await saveCrew(other, { id: crewId, name: "Ours" })).toMatchObject({ reason: "not-found" });
    const greenlines = await makeAppointment(database.owner, await makeReadwell(database.owner));
    expect(await moveByOffice(sam, { ...theirs, crewId: greenlines.crewId })).toMatchObject({
      reason: "invalid",
    });
    await saveCrew(sam, { name: "Second crew" });
    const [second] = (await readOfficeAppointment(sam, id))?.crews.filter((crew) => crew.id !== crewId) ?? [];
    await switchCrew(sam, { id: second?.id ?? "", active: false });
    expect(await moveByOffice(sam, { ...theirs, crewId: second?.id ?? "" })).toMatchObject({
      reason: "invalid",
    });
  });
});

test("[B10] what has taken place is closed as past, by whichever server comes first; drafts and what is to come are not", async () => {
  const ago = new Date(Date.now() - 3 * 3_600_000);
  const past = await makeAppointment(database.owner, readwell, { startsAt: ago, state: "confirmed" });
  const now = await makeAppointment(database.owner, readwell, { startsAt: new Date(Date.now() - 60_000) });
  const choosing = await makeAppointment(database.owner, readwell, { state: "choosing" });
  const unsent = await makeAppointment(database.owner, readwell, { startsAt: ago });
  await database.owner`update documents set sent_at = null where id = ${unsent.id}`;
  await Promise.all([closePastAppointments(), closePastAppointments()]);
  expect((await rowOf(past.id))?.closedAs).toBe("past");
  for (const { id } of [now, choosing, unsent]) expect((await rowOf(id))?.closedAs).toBeNull();
  const told = await database.owner`select 1 from events where document_id = ${past.id}`;
  expect(told).toHaveLength(1);
});

test("[B10] working hours are one span a day, and a day of one time or of no length is said by name", async () => {
  const week = { noticeHours: 48, opens1: "07:00", closes1: "18:00", opens6: null, closes6: null };
  expect(await setOfficeHours(sam, week)).toMatchObject({ ok: true });
  const [tenant] = await database.owner`
    select working_hours as hours, notice_hours as notice from tenants where id = ${readwell.tenantId}`;
  expect(tenant).toEqual({ hours: { 1: ["07:00", "18:00"] }, notice: 48 });
  expect(await setOfficeHours(sam, { ...week, closes1: null })).toMatchObject({
    detail: { sentence: "Monday has one time only. Write both, or leave both empty." },
  });
  expect(await setOfficeHours(sam, { ...week, opens6: "09:00", closes6: "09:00" })).toMatchObject({
    detail: { sentence: "Saturday ends before it begins." },
  });
  const told = await database.owner`
    select detail->>'what' as what from events where kind = 'settings.changed' and tenant_id = ${readwell.tenantId} order by id`;
  expect(told.map(({ what }) => what)).toEqual([
    "Working hours",
    "Notice for moving or cancelling an appointment",
  ]);
});

import { expect, test } from "vitest";
import { makeAppointment } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import { readForClient } from "@/lib/documents/for-client";
import { cancelAppointment, confirmAppointment, moveAppointment } from "./by-client";
import { readAppointmentView } from "./for-client";

eachAtReadwell();

async function viewOf(id: string) {
  const found = await readForClient([ellenOf(readwell)], { kind: "appointment", id });
  if (!found.ok) throw new Error(found.reason);
  return readAppointmentView(found.value.scope, found.value.document);
}

test.each([
  ["proposed", 0],
  ["proposed", 24],
  ["confirmed", 24],
] as const)(
  "[B10] the page of a %s time that has begun, with %i hours of notice, says what any act is refused with",
  async (state, hours) => {
    await database.owner`update tenants set notice_hours = ${hours} where id = ${readwell.tenantId}`;
    const startsAt = new Date(Date.now() - 1_800_000);
    const { id } = await makeAppointment(database.owner, readwell, { state, startsAt });
    const begun = "That time has passed. To move or cancel it, call Readwell Builders.";
    expect(await viewOf(id)).toMatchObject({ state, mayChange: false, begun });
    const [ellen, seen] = [atDocument(ellenOf(readwell), id), { startsAt, sequence: 0 }];
    const refused = { reason: "not-allowed-now", detail: { sentence: begun } };
    expect(await cancelAppointment(ellen, { ...seen, reason: "" })).toMatchObject(refused);
    const slot = new Date(startsAt.getTime() + 86_400_000);
    expect(await moveAppointment(ellen, { ...seen, slot })).toMatchObject(refused);
    if (state === "proposed")
      expect(await confirmAppointment(ellen, seen)).toMatchObject({ reason: "date-in-the-past" });
  },
);

test("[B10] one that has not begun is further than its notice away, or less, and one without a time is neither", async () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const { id: soon } = await makeAppointment(database.owner, readwell, { startsAt: inHours(1) });
  const { id: later } = await makeAppointment(database.owner, readwell, { startsAt: inHours(48) });
  const { id: open } = await makeAppointment(database.owner, readwell, { state: "choosing" });
  expect(await viewOf(soon)).toMatchObject({ mayChange: false, begun: null, notice: "less than 24 hours" });
  expect(await viewOf(later)).toMatchObject({ mayChange: true, begun: null });
  expect(await viewOf(open)).toMatchObject({ mayChange: true, begun: null });
});

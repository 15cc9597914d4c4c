import { expect, test } from "vitest";
import { makeAppointment } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { ellenOf } from "@/e2e/support/scopes";
import { readPortalHome } from "./home";

eachAtReadwell();

const startsAt = new Date("2026-04-24T14:00:00Z");
const homeAt = async (time: string) => {
  const now = new Date(`2026-04-24T${time}Z`);
  const { next, tasks } = await readPortalHome(ellenOf(readwell), { now, projectId: undefined });
  return [next?.hasBegun, tasks.map(({ act }) => act)];
};

test("[B10] an appointment is asked about until it begins, shown alone or among the tasks", async () => {
  await makeAppointment(database.owner, readwell, { startsAt });
  expect(await homeAt("13:59:59")).toEqual([false, []]);
  expect(await homeAt("14:00:00")).toEqual([true, []]);
  await makeAppointment(database.owner, readwell, { startsAt: new Date("2026-04-24T13:30:00Z") });
  expect(await homeAt("13:45:00")).toEqual([true, ["Confirm the appointment"]]);
  expect(await homeAt("14:10:00"), "and the other one is not asked about either").toEqual([true, []]);
});

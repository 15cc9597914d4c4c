import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { readActivity } from "@/lib/activity/activity";
import { createDocument } from "@/lib/documents/document";
import { saveCrew, switchCrew } from "./crews";
import { crewForm } from "./sent";

eachAtReadwell();

const draft = () =>
  createDocument(sam, {
    ...{ kind: "appointment", contactId: readwell.ellen, projectId: null },
    ...{ title: "Walk-through", body: "" },
  });

const crews = () =>
  database.owner<{ id: string; name: string; active: boolean }[]>`
    select id, name, active from crews where tenant_id = ${readwell.tenantId} order by created_at`;

const told = async () =>
  (await readActivity(sam, { about: "settings", days: "all", q: "" }, new Date())).days.flatMap(
    ({ entries }) => entries.map(({ sentence }) => sentence),
  );

test("[B10] many first appointments at once begin with one crew, and it is told once", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, draft));
  expect(made.every(({ ok }) => ok)).toBe(true);
  expect(await crews()).toMatchObject([{ name: "Our crew" }]);
  expect(await told()).toEqual(["Crew “Our crew” added"]);
});

test("[B10] an office whose crews all stay at home is given no other", async () => {
  await draft();
  const [ours] = await crews();
  await switchCrew(sam, { id: ours?.id ?? "", active: false });
  expect(await draft()).toMatchObject({ ok: true });
  expect(await crews()).toHaveLength(1);
});

test("[B10] a name that differs from another crew’s in case or spaces alone is the same name, and one’s own is no other’s", async () => {
  const save = (sent: { id?: string; name: string }) => saveCrew(sam, crewForm.parse(sent));
  await save({ name: "  Élan   and crew " });
  const [first] = await crews();
  expect(first?.name).toBe("Élan and crew");
  for (const name of ["élan and crew", "ÉLAN AND\u00a0CREW", "E\u0301lan and crew"])
    expect([name, await save({ name })]).toMatchObject([
      name,
      { reason: "invalid", detail: { field: "name" } },
    ]);
  expect(await save({ id: first?.id ?? "", name: "Élan and Crew" })).toMatchObject({ ok: true });
  expect((await crews()).map(({ name }) => name)).toEqual(["Élan and Crew"]);
});

test("[B10] a crew is added once, renamed and taken off the list, and the trail says so; what changes nothing is not told", async () => {
  const named = { name: "Second crew" };
  const added = await Promise.all([saveCrew(sam, named), saveCrew(sam, named)]);
  expect(added.filter(({ ok }) => ok)).toHaveLength(1);
  const [second] = await crews();
  const id = second?.id ?? "";
  for (const name of ["Second crew", "Marcus Bell and crew"]) await saveCrew(sam, { id, name });
  for (const active of [false, false, true]) await switchCrew(sam, { id, active });
  expect(await told()).toEqual([
    "Crew “Marcus Bell and crew” put back on the list",
    "Crew “Marcus Bell and crew” taken off the list",
    "Crew “Second crew” renamed to Marcus Bell and crew",
    "Crew “Second crew” added",
  ]);
});

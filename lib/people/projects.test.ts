import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { closeProject, listProjects, projectsOf, readProject, saveProject } from "./projects";

eachAtReadwell();

const names = async (q: string) => (await listProjects(sam, { q })).rows.map(({ name }) => name);

test("a project is found by its name, its place and its client", async () => {
  await saveProject(sam, null, { contactId: readwell.ellen, name: "Deck", place: "14 Alder Ct" });
  expect([await names("deck"), await names("alder")]).toEqual([["Deck"], ["Deck"]]);
  expect(await names("marsh")).toEqual(["Deck", "Kitchen and rear addition"]);
});

test("a project stays with its client when it is edited, and another shop’s client has none here", async () => {
  const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
  const words = { name: "Kitchen", place: "" };
  await saveProject(sam, readwell.kitchen, { ...words, contactId: other.ellen });
  expect(await readProject(sam, readwell.kitchen)).toMatchObject({
    value: { name: "Kitchen", contactId: readwell.ellen, client: "Ellen Marsh" },
  });
  expect(await saveProject(sam, null, { ...words, contactId: other.ellen })).toMatchObject({
    detail: { field: "contactId" },
  });
  expect(await saveProject(sam, other.kitchen, { ...words, contactId: readwell.ellen })).toMatchObject({
    reason: "not-found",
  });
});

test("a project that is closed stands behind those under way, and can be opened again", async () => {
  const close = (closed: boolean) => closeProject(sam, { id: readwell.kitchen, closed });
  await saveProject(sam, null, { contactId: readwell.ellen, name: "Deck", place: "" });
  expect([(await close(true)).ok, (await close(true)).ok]).toEqual([true, true]);
  expect((await projectsOf(sam, readwell.ellen)).map(({ name }) => name)).toEqual([
    "Deck",
    "Kitchen and rear addition",
  ]);
  await close(false);
  expect(await readProject(sam, readwell.kitchen)).toMatchObject({ value: { closedAt: null } });
  expect(await closeProject(sam, { id: readwell.ellen, closed: true })).toMatchObject({
    reason: "not-found",
  });
});

test("the record says of a project what happened: a new name of a closed one closes nothing", async () => {
  await closeProject(sam, { id: readwell.kitchen, closed: true });
  await saveProject(sam, readwell.kitchen, { contactId: readwell.ellen, name: "Kitchen", place: "" });
  await closeProject(sam, { id: readwell.kitchen, closed: false });
  const told = await database.owner`
    select detail->>'happened' as happened, detail->>'closed' as closed from events
    where tenant_id = ${readwell.tenantId} and kind = 'project.edited' order by id`;
  expect(told.map(({ happened, closed }) => [happened, closed])).toEqual([
    ["closed", "1"],
    [null, null],
    ["opened again", null],
  ]);
});

import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { readTeam } from "./project-team";
import { closeProject, listProjects, projectsOf, readProject, saveProject } from "./projects";
import { projectForm } from "./sent";

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

test("a project’s form names the stage that it is in, and refuses one that is none of its stages", () => {
  const typed = {
    contactId: readwell.ellen,
    name: "Kitchen",
    stages: "Design\r\n Build \n\nBuild\nHandover",
  };
  expect(projectForm.parse({ ...typed, stage: "Build", startsOn: "2026-05-11" })).toMatchObject({
    stages: ["Design", "Build", "Handover"],
    stage: 1,
    startsOn: "2026-05-11",
    memberIds: [],
  });
  expect(projectForm.safeParse({ ...typed, stage: "Painting" }).error?.issues).toMatchObject([
    { path: ["stage"] },
  ]);
  expect(projectForm.parse({ ...typed, stages: "", stage: "Build" })).toMatchObject({ stages: [], stage: 0 });
  expect(projectForm.safeParse({ ...typed, stages: "a\nb\nc\nd\ne\nf\ng\nh\ni" }).success).toBe(false);
});

test("a project names its client’s team, owners first, and only members who work here", async () => {
  const [june] = await database.owner<{ id: string }[]>`
    insert into members (tenant_id, name, email, role) values (${readwell.tenantId}, 'June Okafor', 'june@readwell.example', 'manager')
    returning id`;
  const other = await makeReadwell(database.owner);
  const save = (memberIds?: string[]) =>
    saveProject(sam, readwell.kitchen, { contactId: readwell.ellen, name: "Kitchen", place: "", memberIds });
  const team = async () => (await readTeam(sam, readwell.kitchen)).map(({ name, chosen }) => [name, chosen]);
  await save([june?.id ?? "", readwell.sam, other.sam]);
  expect(await team()).toEqual([
    ["Sam Reyes", true],
    ["June Okafor", true],
  ]);
  await save();
  expect(
    (await team()).every(([, chosen]) => chosen),
    "what is not given stays",
  ).toBe(true);
  await save([]);
  expect((await team()).some(([, chosen]) => chosen)).toBe(false);
});

import { expect, test } from "vitest";
import { byProject } from "./by-project";

const kitchen = { id: "1", name: "Kitchen and rear addition", place: "118 Quarry Bend" };
const pool = { id: "2", name: "Pool", place: "" };
const document = (title: string, project: string | null, closedAs: string | null = null) => ({
  title,
  project,
  closedAs,
});
const shown = (...[documents, projects]: Parameters<typeof byProject<ReturnType<typeof document>>>) =>
  byProject(documents, projects).map(({ name, documents: filed }) => [
    name,
    ...filed.map(({ title }) => title),
  ]);

test("with several projects each has its own documents, and what belongs to none comes last", () => {
  const documents = [
    document("Spring service", null),
    document("Deposit", "Pool"),
    document("Contract", "Kitchen and rear addition"),
  ];
  expect(shown(documents, [kitchen, pool])).toEqual([
    ["Kitchen and rear addition", "Contract"],
    ["Pool", "Deposit"],
    [null, "Spring service"],
  ]);
  expect(byProject(documents, [kitchen, pool])[0]?.place).toBe("118 Quarry Bend");
});

test("a closed project keeps its documents, after those that go on", () => {
  expect(shown([document("Old deck", "Deck"), document("Contract", kitchen.name)], [kitchen])).toEqual([
    [kitchen.name, "Contract"],
    ["Deck", "Old deck"],
  ]);
});

test("a project without documents is there, and what waits stands before what is over, in its order", () => {
  const documents = [
    document("Paid deposit", kitchen.name, "paid"),
    document("Second invoice", kitchen.name),
    document("First invoice", kitchen.name),
  ];
  expect(shown(documents, [kitchen, pool])).toEqual([
    [kitchen.name, "Second invoice", "First invoice", "Paid deposit"],
    ["Pool"],
  ]);
});

test("one project alone, or nothing sent yet, needs no headings of projects", () => {
  expect(byProject([document("Contract", kitchen.name), document("Service", null)], [kitchen])).toEqual([]);
  expect(byProject([], [kitchen, pool])).toEqual([]);
});

test("projects of one name stand together, with the places of both", () => {
  const second = { id: "3", name: kitchen.name, place: "2 Mill Lane" };
  const [first] = byProject([document("Contract", kitchen.name)], [kitchen, second, pool]);
  expect(first?.place).toBe("118 Quarry Bend · 2 Mill Lane");
});

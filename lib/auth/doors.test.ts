import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A gate of the code, and whom SECURITY.md says it lets in. */
const words: Record<string, string> = {
  contractor: "live job link",
  formerContractor: "dead job link",
  staff: "member",
  manager: "manager",
  orderEditor: "manager",
  documentEditor: "manager",
  projectEditor: "manager",
  client: "client",
  clientDevices: "client",
  clientAt: "client",
  readerOf: "client or standing link",
  askerAt: "client or standing link",
  payerAt: "client or standing link",
  disputerAt: "client or standing link",
  receiptReader: "client, standing link or payer",
  pass: "standing link",
};

/** Doors without a gate of a person: what they look at instead. */
const withoutGate = ["anyone", "localhost", "signature"];

type Door = { name: string; gate: string | undefined };

/** Every route's method and every action, with the gate that its statement names. */
function doorsInCode(): Door[] {
  const files = readdirSync(`${root}app`, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /(^|\/)(route|actions)\.ts$/.test(file))
    .flatMap((file) => doorsOf(file, readFileSync(`${root}app/${file}`, "utf8")));
}

function doorsOf(file: string, source: string): Door[] {
  const path = `/${file
    .split("/")
    .slice(0, -1)
    .filter((part) => !part.startsWith("("))
    .join("/")}`;
  const isAction = file.endsWith("actions.ts");
  return source
    .split(/^export /m)
    .slice(1)
    .flatMap((statement) => {
      const name = /^(?:const|async function|function) (\w+)/.exec(statement)?.[1];
      if (!name || name === "dynamic") return [];
      const gate =
        /\b(contractor|formerContractor|staff|manager|orderEditor|projectEditor|documentEditor|client|clientDevices|clientAt|readerOf|askerAt|payerAt|disputerAt|receiptReader|pass)\b(?=[,.]|$)/m.exec(
          statement,
        )?.[1];
      return [{ name: isAction ? `action ${path} ${name}` : `${name} ${path}`, gate }];
    });
}

function doorsInText(): Map<string, string> {
  const text = readFileSync(`${root}SECURITY.md`, "utf8");
  const table = text.split(/\n\n/).find((part) => part.startsWith("| door |")) ?? "";
  const rows = table.trim().split("\n").slice(2);
  return new Map(rows.map((row) => row.split("|").slice(1, 3) as [string, string]).map(trimmed));
}

const trimmed = ([door, who]: [string, string]): [string, string] => [door.trim(), who.trim()];

test("SECURITY.md names every route and every action, and whom its gate lets in", () => {
  const told = doorsInText();
  const doors = doorsInCode();
  expect([...told.keys()].sort()).toEqual(doors.map(({ name }) => name).sort());
  for (const { name, gate } of doors) {
    const who = told.get(name);
    if (gate) expect(`${name}: ${who}`).toBe(`${name}: ${words[gate]}`);
    else expect(withoutGate, name).toContain(who);
  }
});

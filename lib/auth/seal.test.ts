import { expect, test } from "vitest";
import { type SealKey, seal, unseal } from "./seal";

const older: SealKey = { id: "a", secret: Buffer.alloc(32, 1) };
const newer: SealKey = { id: "b", secret: Buffer.alloc(32, 2) };
const session = { secret: "priya" };
const hour = 3600;

test("a rotation of keys signs nobody out, and ends with the older key refused", async () => {
  const before = await seal(session, [older], hour);
  const during = await seal(session, [newer, older], hour);
  expect(await unseal(before, [newer, older], hour)).toEqual(session);
  expect(await unseal(during, [newer, older], hour)).toEqual(session);
  expect(await unseal(during, [newer], hour)).toEqual(session);
  expect(await unseal(before, [newer], hour)).toEqual({});
});

test("a server that does not have the newer key yet still opens what it sealed itself", async () => {
  const sealed = await seal(session, [older, newer], hour);
  expect(await unseal(sealed, [newer, older], hour)).toEqual(session);
});

test("a changed, cut or foreign seal is empty", async () => {
  const sealed = await seal(session, [newer], hour);
  const changed = sealed.replace(/\*(\w)/, (_, first: string) => `*${first === "9" ? "8" : "9"}`);
  for (const bad of [changed, sealed.slice(0, -1), "", "Fe26.2*1*x"]) {
    expect(await unseal(bad, [newer], hour)).toEqual({});
  }
  expect(await unseal(sealed, [{ ...newer, secret: older.secret }], hour)).toEqual({});
});

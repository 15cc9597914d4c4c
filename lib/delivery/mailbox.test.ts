import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliver, type Outgoing } from "./deliver";
import { findAttachment, findLetter, isMailboxOpen, listMailbox } from "./mailbox";

let home: string;
const box = () => join(home, "mailbox");
const never = () => Promise.resolve(false);
const at = (clock: string) => new Date(`2026-04-24T${clock}:00Z`);

const toSal = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: randomUUID(),
  channel: "sms",
  to: "+61491571266",
  from: "Fernleigh Property",
  subject: "New job",
  text: "Fernleigh Property: new job.\nhttp://localhost:3999/j/first",
  ...change,
});

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "mailbox-"));
  vi.stubEnv("DATA_DIR", home);
});

beforeEach(() => rm(box(), { recursive: true, force: true }));
afterAll(() => rm(home, { recursive: true, force: true }));

test("without keys a message waits in the mailbox, the newest first, with its links", async () => {
  expect(await listMailbox()).toEqual([]);
  await deliver(toSal(), null, never, at("01:52"));
  const email = toSal({ channel: "email", to: "priya@fernleigh.example", html: "<p>Sign in</p>" });
  expect(await deliver(email, null, never, at("02:10"))).toEqual({
    sent: { providerId: email.id, arrived: "now" },
  });
  const [newest, older] = await listMailbox();
  expect(newest).toMatchObject({
    id: email.id,
    to: "priya@fernleigh.example",
    html: "<p>Sign in</p>",
    sentAt: "2026-04-24T02:10:00.000Z",
  });
  expect(older).toMatchObject({ to: "+61491571266", links: ["http://localhost:3999/j/first"] });
  expect(await findLetter(email.id)).toEqual(newest);
});

test("[X3] the same message again leaves the first one in place, however many try at once", async () => {
  const outgoing = toSal();
  const tries = Array.from({ length: 20 }, (_, turn) =>
    deliver({ ...outgoing, text: `http://localhost:3999/j/${turn}` }, null, never, at("01:52")),
  );
  const arrived = (await Promise.all(tries)).map((result) => "sent" in result && result.sent.arrived);
  expect(arrived.filter((when) => when === "now")).toHaveLength(1);
  expect(arrived.filter((when) => when === "earlier")).toHaveLength(19);
  expect(await readdir(box())).toEqual([`${outgoing.id}.json`]);
});

test("what goes with a letter is offered beside it, and no letter without one offers any", async () => {
  const file = { name: "Contract.pdf", contentType: "application/pdf", content: Buffer.from("%PDF-1.7") };
  const [letter, bare] = [toSal({ channel: "email", attachment: file }), toSal()];
  await deliver(letter, null, never, at("01:52"));
  await deliver(letter, null, never, at("01:53"));
  await deliver(bare, null, never, at("01:54"));
  expect((await listMailbox()).map(({ attachment }) => attachment)).toEqual([
    undefined,
    { name: "Contract.pdf", contentType: "application/pdf", bytes: 8 },
  ]);
  expect(await findAttachment(letter.id)).toMatchObject(file);
  expect([await findAttachment(bare.id), await findAttachment("../secret")]).toEqual([undefined, undefined]);
});

test("[A1] only this user may read what is in the mailbox", async () => {
  const outgoing = toSal();
  await deliver(outgoing, null, never, at("01:52"));
  expect((await stat(box())).mode & 0o777).toBe(0o700);
  expect((await stat(join(box(), `${outgoing.id}.json`))).mode & 0o777).toBe(0o600);
});

test("a link that somebody typed comes after our own", async () => {
  const text = "See https://example.com/manual first.\nhttp://localhost:3999/j/ours";
  await deliver(toSal({ text }), null, never, at("01:52"));
  expect((await listMailbox())[0]?.links).toEqual([
    "http://localhost:3999/j/ours",
    "https://example.com/manual",
  ]);
});

test("a file that is no message is left out, and no name leads out of the mailbox", async () => {
  await deliver(toSal(), null, never, at("01:52"));
  await writeFile(join(box(), "half.json"), '{"id":"half"');
  await writeFile(join(home, "secret.json"), "{}");
  expect(await listMailbox()).toHaveLength(1);
  expect(await findLetter("../secret")).toBeUndefined();
  await expect(deliver(toSal({ id: "../secret" }), null, never, at("01:52"))).rejects.toThrow();
});

test("the mailbox opens under this computer's own names only", () => {
  const under = (host: string) => isMailboxOpen(new Headers({ host }));
  for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "localhost"])
    expect(under(host)).toBe(true);
  for (const host of ["evil.example:3000", "localhost.evil.example", "192.168.1.20:3000", ""]) {
    expect(under(host)).toBe(false);
  }
});

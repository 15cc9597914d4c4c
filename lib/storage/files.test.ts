import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { systemScope } from "@/lib/auth/scope";
import { type Accepted, acceptFile } from "./accept";
import { fileResponse, keepFile, keepStaged, readFileOf, storage, sweepStagedFiles } from "./files";

let folder: string;
let database: TestDatabase;
let ours: Fernleigh;
let theirs: Fernleigh;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-kept-"));
  vi.stubEnv("DATA_DIR", folder);
  database = await freshDatabase();
  ours = await makeFernleigh(database.owner);
  theirs = await makeFernleigh(database.owner);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const pdf = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n";

async function invoice(name = "Invoice 2214.pdf"): Promise<Accepted> {
  const accepted = await acceptFile(new File([pdf], name, { type: "application/pdf" }));
  if (!accepted.ok) throw new Error(accepted.reason);
  return accepted.value;
}

const scope = () => systemScope(ours.tenantId);
const contents = () => readdir(join(folder, "files", ours.tenantId)).catch(() => []);

/** Makes a file so old, as if it had been sent that many hours ago. */
const age = (id: string, hours: number) =>
  database.owner`update files set created_at = now() - make_interval(hours => ${hours}) where id = ${id}`;
const keyOf = async (id: string) => {
  const [row] = await database.owner<{ key: string }[]>`select key from files where id = ${id}`;
  return row?.key ?? "";
};

describe("a file that was kept", () => {
  test("comes back with its name, its type and its content", async () => {
    const { id } = await keepFile(scope(), await invoice("Müller’s invoice.pdf"), null);
    const read = await readFileOf(scope(), id);
    expect(read.ok && { ...read.value, content: read.value.content.toString() }).toEqual({
      name: "Müller’s invoice.pdf",
      contentType: "application/pdf",
      content: pdf,
    });
  });

  test("is not found by another business, nor by an id that nobody has", async () => {
    const { id } = await keepFile(scope(), await invoice(), null);
    expect(await readFileOf(systemScope(theirs.tenantId), id)).toMatchObject({ reason: "not-found" });
    expect(await readFileOf(scope(), randomUUID())).toMatchObject({ reason: "not-found" });
  });

  test("lies under a name of ours, in which nothing of the sent name is left", async () => {
    const { id } = await keepFile(scope(), await invoice("../../../tmp/invoice.pdf"), null);
    expect(await keyOf(id)).toMatch(new RegExp(`^${ours.tenantId}/[0-9a-f-]{36}$`));
  });

  test("leaves no content behind if its row can’t be written", async () => {
    const before = await contents();
    const accepted = { ...(await invoice()), name: "a name that Postgres can’t take \0" };
    await expect(keepFile(scope(), accepted, null)).rejects.toThrow();
    expect(await contents()).toEqual(before);
  });

  test("whose content is gone is a failure that is told, not an empty file", async () => {
    const { id } = await keepFile(scope(), await invoice(), null);
    await storage().remove(await keyOf(id));
    await expect(readFileOf(scope(), id)).rejects.toThrow("is gone");
  });
});

describe("what a link may send ahead of its form", () => {
  const stage = (link: string) =>
    keepStaged(scope(), new File([pdf], "invoice.pdf", { type: "application/pdf" }), link, acceptFile);

  test("[A8] is 20 files at a time, and each link has its own room", async () => {
    const [link, another] = [randomUUID(), randomUUID()];
    for (let sent = 0; sent < 20; sent++) expect(await stage(link)).toMatchObject({ ok: true });
    expect(await stage(link)).toMatchObject({
      reason: "too-many-requests",
      detail: { retryAfterSeconds: 24 * 3600, sentence: expect.stringContaining("tomorrow") },
    });
    expect(await stage(another)).toMatchObject({ ok: true });
  });

  test("is 60 MB at a time", async () => {
    const link = randomUUID();
    const { id } = await keepFile(scope(), await invoice(), link);
    const leaves = (bytes: number) =>
      database.owner`update files set size = ${60 * 1024 * 1024 - bytes} where id = ${id}`;
    await leaves(pdf.length - 1);
    expect(await stage(link)).toMatchObject({ reason: "too-many-requests" });
    await leaves(pdf.length);
    expect(await stage(link)).toMatchObject({ ok: true });
  });

  test("[A8] is no more where they arrive at the same moment, and room that a refused one took is free again", async () => {
    const link = randomUUID();
    const sending = Array.from({ length: 24 }, () => stage(link));
    expect((await Promise.all(sending)).filter(({ ok }) => ok)).toHaveLength(20);
    const another = randomUUID();
    for (let times = 0; times < 21; times++) {
      const broken = new File(["no picture"], "photo.jpg", { type: "image/jpeg" });
      expect(await keepStaged(scope(), broken, another, acceptFile)).toMatchObject({
        reason: "unsupported-file",
      });
    }
    expect(await stage(another)).toMatchObject({ ok: true });
    expect(await database.owner`select name from files where staged_by = ${another}`).toEqual([
      { name: "invoice.pdf" },
    ]);
  });

  test("leaves neither row nor content where it could not be kept", async () => {
    const [link, before, put] = [randomUUID(), await contents(), storage().put];
    const lost = vi.spyOn(storage(), "put").mockImplementationOnce(async (...sent) => {
      await put(...sent);
      throw new Error("The connection is gone.");
    });
    await expect(stage(link)).rejects.toThrow("The connection is gone.");
    lost.mockRestore();
    expect(await database.owner`select id from files where staged_by = ${link}`).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  test("has room again once a file belongs to something", async () => {
    const link = randomUUID();
    const { id } = await keepFile(scope(), await invoice(), link);
    await database.owner`update files set size = ${60 * 1024 * 1024} where id = ${id}`;
    expect(await stage(link)).toMatchObject({ ok: false });
    await database.owner`update files set staged_by = null where id = ${id}`;
    expect(await stage(link)).toMatchObject({ ok: true });
  });
});

describe("the sweep", () => {
  test("removes what waited for more than a day, of every business, with its content", async () => {
    const [old, fresh, used] = [
      await keepFile(scope(), await invoice(), randomUUID()),
      await keepFile(scope(), await invoice(), randomUUID()),
      await keepFile(scope(), await invoice(), null),
    ];
    const other = await keepFile(systemScope(theirs.tenantId), await invoice(), randomUUID());
    for (const { id } of [old, used, other]) await age(id, 25);
    await age(fresh.id, 23);
    const key = await keyOf(old.id);
    expect(await sweepStagedFiles(24)).toBe(2);
    expect(await storage().read(key)).toBeUndefined();
    expect(await readFileOf(scope(), old.id)).toMatchObject({ reason: "not-found" });
    expect(await readFileOf(scope(), fresh.id)).toMatchObject({ ok: true });
    expect(await readFileOf(scope(), used.id)).toMatchObject({ ok: true });
    expect(await sweepStagedFiles(24)).toBe(0);
  });

  test("never takes the content of a file that a form takes at the same moment", async () => {
    const { id } = await keepFile(scope(), await invoice(), randomUUID());
    await age(id, 25);
    const sweeping = await database.owner.begin(async (tx) => {
      await tx`update files set staged_by = null where id = ${id}`;
      const sweep = sweepStagedFiles(24);
      await someoneWaitsForALock();
      return { sweep };
    });
    expect(await sweeping.sweep).toBe(0);
    expect(await readFileOf(scope(), id)).toMatchObject({ ok: true });
  });
});

/** Until some statement waits for a row that another transaction holds. */
async function someoneWaitsForALock() {
  for (;;) {
    const [waiting] = await database.owner`
      select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    if (waiting) return;
  }
}

describe("the answer that hands a file out", () => {
  test("saves a PDF, and lets nothing in it run", async () => {
    const answer = fileResponse(await invoice("Müller.pdf"));
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "application/pdf",
      "content-length": String(pdf.length),
      "content-disposition": "attachment; filename=\"M_ller.pdf\"; filename*=UTF-8''M%C3%BCller.pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(await answer.text()).toBe(pdf);
  });

  test("shows a picture on the page, and keeps it for five minutes in this browser alone", () => {
    const { headers } = fileResponse({
      name: "kitchen.jpg",
      contentType: "image/jpeg",
      content: Buffer.from("x"),
    });
    expect(headers.get("content-disposition")).toMatch(/^inline;/);
    expect(headers.get("cache-control")).toBe("private, max-age=300");
  });
});

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { sealOf } from "@/e2e/support/contracts";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { caller, signAndConfirm } from "@/e2e/support/signing";
import { systemScope } from "@/lib/auth/scope";
import { finishContract } from "./finish";
import { readOfficeContract } from "./for-office";
import { countersign } from "./office";
import { readContractPdf } from "./pdf";
import { fingerprintsOf, verdictOf } from "./verify";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "contracts-"));
  vi.stubEnv("DATA_DIR", home);
});
afterAll(() => rm(home, { recursive: true, force: true }));

eachAtReadwell();

const signAll = async (id: string) => {
  await signAndConfirm(database.owner, atDocument(ellenOf(readwell), id));
  await signAndConfirm(database.owner, atDocument(tomOf(readwell), id));
};
const signForOffice = async (id: string) =>
  countersign(sam, { id, name: "Sam Reyes", sha256: await sealOf(database.owner, id) }, caller);

const completed = async () => {
  const id = await makeDocument(database.owner, readwell, "contract");
  await signAll(id);
  await signForOffice(id);
  return id;
};

const jobs = async (id: string) => {
  const rows = await database.owner`
    select 1 from graphile_worker._private_jobs where key = ${`contract:${id}`}`;
  return rows.length;
};

const answer = async (id: string) => {
  const [row] = await database.owner<{ as: string | null; waits: string | null }[]>`
    select answered_as as as, waits_for as waits from documents where id = ${id}`;
  return row;
};

/** The PDF as it is read: of a complete one once its job was done. */
const pdfOf = async (id: string) => {
  await finishContract(systemScope(readwell.tenantId), id);
  const read = await readContractPdf(ellenOf(readwell), id);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

describe("a contract is complete", () => {
  test("[B6] when every client’s person has confirmed and the office has signed, and not before", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await signAll(id);
    expect(await answer(id)).toEqual({ as: "signed", waits: "countersign" });
    expect(await jobs(id)).toBe(0);
    const all = await Promise.all(Array.from({ length: 10 }, () => signForOffice(id)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await answer(id)).toEqual({ as: "complete", waits: null });
    const signed =
      await database.owner`select 1 from contract_signees where document_id = ${id} and member_id is not null`;
    const told =
      await database.owner`select 1 from events where document_id = ${id} and kind = 'contract.completed'`;
    expect([signed.length, told.length, await jobs(id)]).toEqual([1, 1, 1]);
  });

  test("the office may sign ahead: the last of the clients then completes it", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await signForOffice(id);
    expect(await answer(id)).toEqual({ as: null, waits: null });
    await signAll(id);
    expect(await answer(id)).toEqual({ as: "complete", waits: null });
  });

  test("[B6] two workers make one PDF of it, and send one letter to each who signed and one to the office", async () => {
    const id = await completed();
    const system = systemScope(readwell.tenantId);
    await Promise.all([finishContract(system, id), finishContract(system, id)]);
    await finishContract(system, id);
    const letters = await database.owner<{ address: string; fileId: string }[]>`
      select m.address, m.file_id as "fileId" from messages m
      where m.tenant_id = ${readwell.tenantId} and m.file_id is not null order by m.address`;
    expect(letters.map(({ address }) => address)).toEqual(
      [readwell.address.ellen, readwell.address.tom, `sam-${readwell.suffix}@readwell.example`].sort(),
    );
    expect(new Set(letters.map(({ fileId }) => fileId)).size).toBe(1);
    const kept = await database.owner`
      select 1 from files where tenant_id = ${readwell.tenantId} and staged_by is null`;
    expect(kept).toHaveLength(1);
    expect((await readdir(join(home, "files"))).length).toBeGreaterThan(0);
  });

  test("the office is told who could not be sent theirs", async () => {
    const id = await completed();
    await database.owner`
      update contacts set partner_email = null, partner_phone = null where id = ${readwell.ellen}`;
    await finishContract(systemScope(readwell.tenantId), id);
    const [letter] = await database.owner<{ words: string }[]>`
      select detail->>'words' as words from messages
      where tenant_id = ${readwell.tenantId} and file_id is not null and member_id is not null`;
    expect(letter?.words).toMatch(/could not be sent to Tom Marsh/);
  });

  test("[B6] the PDF goes without a link to whom the hour has none left for", async () => {
    const id = await completed();
    await database.owner`
      insert into links (tenant_id, purpose, class, contact_id, document_id, channel, address, expires_at)
      select tenant_id, 'contract-signature', 'single-use', contact_id, id, 'email', ${readwell.address.ellen}, now() + interval '1 day'
      from documents, generate_series(1, 3) where id = ${id}`;
    await finishContract(systemScope(readwell.tenantId), id);
    const [hers] = await database.owner<{ kind: string; fileId: string | null }[]>`
      select kind, file_id as "fileId" from messages
      where tenant_id = ${readwell.tenantId} and address = ${readwell.address.ellen} and file_id is not null`;
    expect(hers).toMatchObject({ kind: "document-over", fileId: expect.any(String) });
  });
});

describe("the signed PDF", () => {
  test("[B6] is tagged, in its language, with its title, and carries the very text that was signed", async () => {
    const { content, name } = await pdfOf(await completed());
    const raw = content.toString("latin1");
    for (const mark of ["/StructTreeRoot", "/Marked true", "/Lang (en-US)", "/DisplayDocTitle true"])
      expect(raw, mark).toContain(mark);
    expect(name).toBe("Kitchen and rear addition, signed.pdf");
    expect(streamsOf(content)).toContain("Cabinets in white oak, to the ceiling.");
  });

  test("[B6] is genuine; once a byte of it is another it is unknown, as any file is that only names its text", async () => {
    const id = await completed();
    const { content } = await pdfOf(id);
    expect(await verdictOf(fingerprintsOf(content))).toMatchObject({
      kind: "genuine",
      shop: "Readwell Builders",
      names: ["Ellen Marsh", "Tom Marsh", "Sam Reyes"],
      text: await sealOf(database.owner, id),
    });
    const changed = Buffer.concat([content, Buffer.from("\n% one more line")]);
    const naming = (text: string) => Buffer.from(`%PDF-1.4 latchkey-sha256:${text}`);
    const guessed = naming(await sealOf(database.owner, id));
    const stranger = naming("0".repeat(64));
    for (const other of [changed, guessed, stranger, Buffer.from("%PDF-1.4"), Buffer.alloc(0)])
      expect(await verdictOf(fingerprintsOf(other))).toEqual({ kind: "unknown" });
  });

  test("[B6] is genuine no more where the text that is stored is not the one that was signed", async () => {
    const id = await completed();
    const { content } = await pdfOf(id);
    await database.owner`update contracts set sealed_text = sealed_text || ' And a fee.' where document_id = ${id}`;
    expect(await verdictOf(fingerprintsOf(content))).toEqual({ kind: "at-odds" });
  });

  test("[B6] is genuine no more where one who signed it is kept as one who did not", async () => {
    const id = await completed();
    const { content } = await pdfOf(id);
    await database.owner`update contract_signees set confirmed_at = null where document_id = ${id} and person = 'partner'`;
    expect(await verdictOf(fingerprintsOf(content))).toEqual({ kind: "at-odds" });
  });

  test("is not made, kept or sent by who reads it before its job was done", async () => {
    const id = await completed();
    const read = await readContractPdf(ellenOf(readwell), id);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.name).toBe("Kitchen and rear addition, copy to read.pdf");
    expect(await verdictOf(fingerprintsOf(read.value.content))).toEqual({ kind: "unknown" });
    expect(await database.owner`select 1 from files where tenant_id = ${readwell.tenantId}`).toHaveLength(0);
    expect(
      await database.owner`select 1 from messages where file_id is not null and tenant_id = ${readwell.tenantId}`,
    ).toHaveLength(0);
  });

  test("of a void contract says so, to the office as well", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
    const read = await readContractPdf(sam, id);
    expect(read).toMatchObject({ value: { name: "Kitchen and rear addition, no longer applies.pdf" } });
    const contract = await readOfficeContract(sam, id, new Date());
    expect(contract?.sealed?.standing).toBe("void");
  });

  test("says that it is not signed yet until it is, and is then nothing that anybody could take for genuine", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await signAndConfirm(database.owner, atDocument(ellenOf(readwell), id));
    const { content, name } = await pdfOf(id);
    expect(name).toBe("Kitchen and rear addition, not signed yet.pdf");
    expect(await verdictOf(fingerprintsOf(content))).toEqual({ kind: "unknown" });
  });
});

/** What the streams of a PDF hold, as text. */
function streamsOf(pdf: Buffer): string {
  const raw = pdf.toString("latin1");
  return Array.from(raw.matchAll(/stream\n/g), ({ index }) => {
    try {
      return inflateSync(pdf.subarray(index + 7)).toString("utf8");
    } catch {
      return "";
    }
  }).join("\n");
}

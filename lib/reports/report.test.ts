import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { photoFile } from "@/e2e/support/reports";
import { atDocument, ellenOf, samOf } from "@/e2e/support/scopes";
import { closeDocument, createDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { sendDocument } from "@/lib/documents/send";
import { sweepStagedFiles } from "@/lib/storage/files";
import { readReportPdf } from "./pdf";
import { addPhoto, readReportPhoto } from "./photos";
import { type ReportEdit, readReport, readReportDraft, saveReport } from "./report";
import { reportForm } from "./sent";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-reports-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterAll(() => rm(folder, { recursive: true }));
eachAtReadwell();

let draft: string;
beforeEach(async () => {
  draft = await begun("");
});

/** A report that Sam has just begun. */
async function begun(body: string, by = sam, contactId = readwell.ellen): Promise<string> {
  const words = { kind: "service-report", title: "Weekly visit", body, projectId: null } as const;
  const made = await createDocument(by, { ...words, contactId });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

const edit = (change: Partial<ReportEdit> = {}): ReportEdit => ({
  id: draft,
  version: 1,
  visitedAt: "2026-04-17T09:40",
  doneBy: "Cal Readwell",
  readings: [{ name: "pH", value: "7.4", unit: "", range: "7.2 to 7.6" }],
  captions: [],
  drop: null,
  ...change,
});

const send = (documentId = draft) => sendDocument(sam, { documentId, address: readwell.address.ellen });
const reader = (documentId = draft, of = readwell) => atDocument(ellenOf(of), documentId);
const photosOf = async (documentId = draft) => (await readReport(sam, documentId)).photos;
const add = async (documentId = draft, by = sam) =>
  addPhoto(by, { documentId, file: await photoFile(), caption: "Skimmer basket" });

describe("a draft of a service report", () => {
  test("keeps its visit by the business’s own clock, its readings and its captions", async () => {
    expect(await add()).toMatchObject({ ok: true });
    const [photo] = await photosOf();
    const captions = [{ id: photo?.id ?? "", caption: "The skimmer, cleaned" }];
    expect(await saveReport(sam, edit({ version: 2, captions }))).toMatchObject({ ok: true });
    expect(await readReport(sam, draft)).toMatchObject({
      visited: "Fri, Apr 17, 9:40 AM",
      doneBy: "Cal Readwell",
      readings: [{ name: "pH", value: "7.4" }],
      photos: [{ caption: "The skimmer, cleaned" }],
    });
    expect(await readReportDraft(sam, { id: draft, version: 3 })).toMatchObject({
      visitedAt: "2026-04-17T09:40",
    });
  });

  test("refuses a change that was made on an older one, and every change once it was sent", async () => {
    expect(await saveReport(sam, edit())).toMatchObject({ ok: true });
    expect(await saveReport(sam, edit())).toMatchObject({ reason: "stale" });
    expect(await send()).toMatchObject({ ok: true });
    expect(await saveReport(sam, edit({ version: 2 }))).toMatchObject({ reason: "not-allowed-now" });
    expect(await add()).toMatchObject({ reason: "not-allowed-now" });
  });

  test("[C9] is not sent while it is empty or a reading is half written, and is sent with whatever it has", async () => {
    expect(await send()).toMatchObject({
      reason: "invalid",
      detail: { sentence: expect.stringContaining("nothing in this report") },
    });
    const half = [{ name: "Chlorine", value: "", unit: "ppm", range: "" }];
    await saveReport(sam, edit({ readings: half }));
    expect(await send()).toMatchObject({ detail: { sentence: "The reading “Chlorine” has no value yet." } });
    await saveReport(
      sam,
      edit({ version: 2, readings: [{ name: "Chlorine", value: "2.1", unit: "ppm", range: "" }] }),
    );
    expect(await send()).toMatchObject({ ok: true, value: { purpose: "service-report", class: "standing" } });
    const [message] =
      await database.owner`select detail from messages where tenant_id = ${readwell.tenantId}`;
    expect(message?.detail).toMatchObject({
      when: "Fri, Apr 17, 9:40 AM",
      by: "Cal Readwell",
      occasion: "sent",
    });
    expect(await send(await begun("Skimmed and vacuumed."))).toMatchObject({ ok: true });
  });

  test("is another business’s to change for nobody else", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    expect(await saveReport(samOf(other), edit())).toMatchObject({ reason: "not-found" });
    expect(await add(draft, samOf(other))).toMatchObject({ reason: "not-found" });
  });

  test("shows twelve photos at the most, and nothing that is none", async () => {
    const text = new File(["hello"], "pool.jpg", { type: "image/jpeg" });
    expect(await addPhoto(sam, { documentId: draft, file: text, caption: "" })).toMatchObject({
      reason: "unsupported-file",
    });
    await add();
    const [one] = await photosOf();
    await database.owner`insert into report_photos (tenant_id, document_id, file_id)
      select ${readwell.tenantId}, ${draft}, ${one?.fileId ?? ""} from generate_series(1, 11)`;
    expect(await add()).toMatchObject({ reason: "not-allowed-now" });
  });
});

describe("a photo", () => {
  test("is read by who may read its report, of that report alone, until it is withdrawn", async () => {
    await add();
    await send();
    const other = await begun("Another visit.");
    await add(other);
    const [[mine], [theirs]] = [await photosOf(), await photosOf(other)];
    const id = mine?.fileId ?? "";
    expect(await readReportPhoto(reader(), id)).toMatchObject({
      ok: true,
      value: { contentType: "image/jpeg" },
    });
    expect(await readReportPhoto(reader(), theirs?.fileId ?? "")).toMatchObject({ reason: "not-found" });
    expect(await readReportPhoto(reader(), "../../etc")).toMatchObject({ reason: "not-found" });
    const shop = await makeReadwell(database.owner, {}, "Greenline Lawns");
    expect(await readReportPhoto(reader(draft, shop), id)).toMatchObject({ reason: "not-found" });
    await closeDocument(sam, { id: draft, as: "withdrawn" });
    expect(await readReportPhoto(reader(), id)).toMatchObject({ reason: "not-found" });
    expect(await readReportPdf(reader())).toMatchObject({ reason: "not-found" });
  });

  test("that is taken out of a draft is swept, unless a copy shows it too", async () => {
    await add();
    const copy = await duplicateDocument(sam, { id: draft, contactId: readwell.ellen, projectId: null });
    const copyId = copy.ok ? copy.value.id : "";
    const drop = async (documentId: string, version: number) => {
      const [photo] = await photosOf(documentId);
      return saveReport(sam, edit({ id: documentId, version, drop: photo?.id ?? null }));
    };
    expect(await drop(copyId, 1)).toMatchObject({ ok: true });
    await sweepStagedFiles(0);
    expect(await photosOf(copyId)).toEqual([]);
    const [left] = await photosOf();
    expect(await readReportPhoto(reader(), left?.fileId ?? "")).toMatchObject({ ok: true });
    expect(await drop(draft, 2)).toMatchObject({ ok: true });
    await sweepStagedFiles(0);
    const rows = await database.owner`select 1 from files where tenant_id = ${readwell.tenantId}`;
    expect(rows).toHaveLength(0);
  });
});

test("an empty row keeps its place between others in a draft, and is nothing to a reader", async () => {
  const [ph, chlorine] = ["pH", "Chlorine"].map((name) => ({ name, value: "2.1", unit: "", range: "" }));
  if (!ph || !chlorine) throw new Error("Nothing was measured.");
  const rows = [ph, { name: "", value: "", unit: "", range: "" }, chlorine];
  const column = (of: "name" | "value") => [...rows.map((row) => row[of]), "", "", ""];
  const typed = { id: draft, version: "1", readingName: column("name"), readingValue: column("value") };
  expect(await saveReport(sam, reportForm.parse(typed))).toMatchObject({ ok: true });
  expect((await readReportDraft(sam, { id: draft, version: 2 })).readings).toEqual(rows);
  expect((await readReport(sam, draft)).readings).toEqual([ph, chlorine]);
  expect(await send()).toMatchObject({ ok: true });
});

test("a copy has all of a report but its visit and its values, and for another client no photo", async () => {
  await add();
  await saveReport(sam, edit({ version: 2 }));
  const copy = async (contactId: string) => {
    const made = await duplicateDocument(sam, { id: draft, contactId, projectId: null });
    return readReport(sam, made.ok ? made.value.id : "");
  };
  const left = {
    visited: null,
    doneBy: "Cal Readwell",
    readings: [{ name: "pH", value: "", range: "7.2 to 7.6" }],
  };
  expect(await copy(readwell.ellen)).toMatchObject({ ...left, photos: [{ caption: "Skimmer basket" }] });
  const [other] = await database.owner<{ id: string }[]>`
    insert into contacts (tenant_id, kind, name, email) values (${readwell.tenantId}, 'client', 'Ada Lund', 'ada@lund.example')
    returning id`;
  expect(await copy(other?.id ?? "")).toMatchObject({ ...left, photos: [] });
});

test("[C9] the PDF has a title and a language, real headings, a table of the readings, and what each photo shows", async () => {
  await add();
  await saveReport(sam, edit({ version: 2, captions: [] }));
  await send();
  const pdf = await readReportPdf(reader());
  if (!pdf.ok) throw new Error(pdf.reason);
  expect(pdf.value).toMatchObject({ name: "Weekly visit.pdf", contentType: "application/pdf" });
  const text = plainOf(pdf.value.content);
  expect(text.startsWith("%PDF-1.7")).toBe(true);
  for (const part of [
    "/Lang (en-US)",
    "/Marked true",
    "/S /H1",
    "/S /H2",
    "/S /Table",
    "/S /TH",
    "/S /Figure",
    "/Alt (Skimmer basket)",
    "/DisplayDocTitle true",
  ])
    expect(text).toContain(part);
});

/** A PDF with what was packed in it laid open. */
function plainOf(content: Buffer): string {
  const text = content.toString("latin1");
  const packed = [...text.matchAll(/\/FlateDecode[\s\S]*?stream\n([\s\S]*?)\nendstream/g)];
  return [text, ...packed.map(([, bytes = ""]) => unpacked(Buffer.from(bytes, "latin1")))].join("\n");
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

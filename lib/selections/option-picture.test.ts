import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import { eachAtSheetDraft, id, sheet } from "@/e2e/support/at-sheet";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { sweepStagedFiles } from "@/lib/storage/files";
import { saveSheet } from "./draft";
import { sheetDraft } from "./draft-sent";
import { readOfficeSheet } from "./for-office";
import { putOptionPicture } from "./option-picture";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-pictures-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterAll(() => rm(folder, { recursive: true }));

eachAtSheetDraft();

const show = async (option: string, colour: string) => {
  const create = { width: 9, height: 6, channels: 3, background: colour } as const;
  const file = new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], "slab.jpg");
  expect(await putOptionPicture(sam, { documentId: sheet, option: id(option), file })).toMatchObject({
    ok: true,
  });
};

const act = async (tap: string) => {
  const [row] = await database.owner<
    { version: number }[]
  >`select version from documents where id = ${sheet}`;
  const sent = { id: sheet, version: String(row?.version), act: tap };
  expect(await saveSheet(sam, sheetDraft.parse(sent))).toMatchObject({ ok: true });
};

const shown = async (of = sheet) =>
  (await readOfficeSheet(sam, of, new Date())).items
    .flatMap(({ options }) => options.map(({ pictureId }) => pictureId))
    .filter((picture) => picture !== null);

/** How many files are swept two days later. */
const swept = async () => {
  await database.owner`update files set created_at = now() - interval '2 days'`;
  return sweepStagedFiles(24);
};

describe("a picture of an option", () => {
  test("is swept once another takes its place, and once its option or its item is taken away", async () => {
    await show("Soapstone, oiled", "#222222");
    await show("Soapstone, oiled", "#333333");
    expect([await swept(), (await shown()).length]).toEqual([1, 1]);
    await show("White zellige", "#eeeeee");
    await show("Painted wall", "#dddddd");
    await act(`remove:${id("Painted wall")}`);
    expect([await swept(), (await shown()).length]).toEqual([1, 2]);
    await act(`remove:${id("Backsplash")}`);
    expect([await swept(), (await shown()).length]).toEqual([1, 1]);
  });

  test("stays for as long as a copy of the sheet shows it", async () => {
    await show("Soapstone, oiled", "#222222");
    const copy = await duplicateDocument(sam, { id: sheet, contactId: readwell.ellen, projectId: null });
    const copied = copy.ok ? copy.value.id : "";
    await act(`remove:${id("Countertops")}`);
    expect([await swept(), (await shown(copied)).length]).toEqual([0, 1]);
  });

  test("let go of while the sheet is copied is never swept from under the copy", async () => {
    for (const colour of ["#222222", "#333333", "#444444", "#555555"]) {
      await show("Soapstone, oiled", colour);
      const [copy] = await Promise.all([
        duplicateDocument(sam, { id: sheet, contactId: readwell.ellen, projectId: null }),
        show("Soapstone, oiled", "#ffffff"),
      ]);
      await swept();
      expect(await shown(copy.ok ? copy.value.id : "")).toHaveLength(1);
    }
  });
});

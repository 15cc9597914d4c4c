import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import { eachAtSheet, ellen, happened, id, pick, readAs, sendIn, sheet, tom } from "@/e2e/support/at-sheet";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import { idsOn } from "@/e2e/support/sheets";
import { closeDocument } from "@/lib/documents/document";
import { sweepStagedFiles } from "@/lib/storage/files";
import { choose } from "./choose";
import { addOwnPhoto, dropOwnPhoto, readSheetFile } from "./pictures";
import { skip, totalOf } from "./total";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-selections-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterAll(() => rm(folder, { recursive: true }));

eachAtSheet();

describe("choosing", () => {
  test("[B8] is one choice for each of the two, whom both see, and what only one chose counts", async () => {
    await pick(ellen, "Countertops", "Calder quartz, honed");
    await pick(ellen, "Countertops", "Soapstone, oiled");
    const { items, other } = await readAs(tom);
    expect(other).toBe("Ellen");
    expect(items[0]).toMatchObject({
      mine: null,
      theirs: { name: "Ellen", pick: id("Soapstone, oiled") },
      verdict: { state: "decided", pick: id("Soapstone, oiled") },
    });
    expect(totalOf(items)).toMatchObject({ overCents: 126_000, open: 1 });
  });

  test("[B8] differently stands out until one takes the other’s choice, and counts for nothing till then", async () => {
    await pick(ellen, "Countertops", "Soapstone, oiled");
    await pick(tom, "Countertops", "Maple butcher block");
    expect((await readAs(ellen)).items[0]?.verdict).toEqual({ state: "differ" });
    expect(totalOf((await readAs(ellen)).items)).toMatchObject({ overCents: 0, differ: 1 });
    await pick(ellen, "Backsplash", skip);
    expect(await sendIn(ellen)).toMatchObject({
      reason: "not-allowed-now",
      detail: { sentence: "The two of you chose differently: Countertops. Agree on one, then send." },
    });
    await pick(ellen, "Countertops", "Maple butcher block");
    expect(totalOf((await readAs(tom)).items)).toMatchObject({ overCents: -98_000, differ: 0, open: 0 });
  });

  test("is over with the partner: what they chose no longer stands against the one who is left", async () => {
    await pick(ellen, "Countertops", "Soapstone, oiled");
    await pick(tom, "Countertops", "Maple butcher block");
    await database.owner`update contacts set partner_name = null, partner_email = null, partner_phone = null where id = ${readwell.ellen}`;
    expect((await readAs(ellen)).items[0]?.verdict).toEqual({
      state: "decided",
      pick: id("Soapstone, oiled"),
    });
  });

  test("is over with a partner who was replaced: the next one begins with nothing of theirs", async () => {
    await pick(ellen, "Countertops", "Soapstone, oiled");
    await pick(tom, "Countertops", "Maple butcher block");
    await database.owner`update contacts set partner_name = 'Kim Marsh' where id = ${readwell.ellen}`;
    const kim = { ...tom, actor: { ...tom.actor, name: "Kim Marsh" } };
    expect((await readAs(kim)).items[0]).toMatchObject({ mine: null, verdict: { state: "decided" } });
    await choose(kim, { item: id("Countertops"), note: "I like it." });
    expect((await readAs(kim)).items[0]?.mine).toMatchObject({ name: "Kim", pick: null, note: "I like it." });
  });

  test("the same again is told once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => pick(ellen, "Countertops", "Soapstone, oiled")));
    expect(await happened("selections.chosen")).toBe(1);
  });

  test("an item or an option of another sheet, another item, another client or another shop is refused", async () => {
    const elsewhere = await makeDocument(database.owner, readwell, "selections");
    const others = await idsOn(database.owner, elsewhere);
    const [item, option] = [others.get("Countertops") ?? "", others.get("Soapstone, oiled") ?? ""];
    for (const sent of [
      { item, choice: option },
      { item: id("Countertops"), choice: option },
      { item: id("Countertops"), choice: id("White zellige") },
    ])
      expect(await choose(ellen, sent)).toMatchObject({ reason: "not-found" });
    const greenline = await makeReadwell(database.owner, {}, "Greenline Lawn");
    const stranger = atDocument(ellenOf(greenline), sheet);
    expect(await pick(stranger, "Countertops", "Soapstone, oiled")).toMatchObject({ reason: "not-found" });
    expect(await sendIn(stranger)).toMatchObject({ reason: "not-found" });
    const [row] =
      await database.owner`select count(*)::int as n from selection_choices where tenant_id = ${readwell.tenantId}`;
    expect(row?.n).toBe(0);
  });

  test("is over once the sheet is withdrawn", async () => {
    await closeDocument(sam, { id: sheet, as: "withdrawn" });
    expect(await pick(ellen, "Countertops", "Soapstone, oiled")).toMatchObject({ reason: "not-allowed-now" });
    expect(await sendIn(ellen)).toMatchObject({ reason: "not-allowed-now" });
  });
});

describe("a note and a photo of their own", () => {
  const paint = async (colour: string) => {
    const create = { width: 9, height: 6, channels: 3, background: colour } as const;
    return new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], "ours.jpg");
  };

  test("a note is written to whoever looks after the sheet, the same one once and a second not at once", async () => {
    for (const note of ["A darker one?", "A darker one?", "Or a lighter one?", ""])
      await choose(tom, { item: id("Countertops"), note });
    const [sent, ...more] =
      await database.owner`select detail ->> 'words' as words, detail ->> 'person' as person
      from messages where kind = 'client-said' and tenant_id = ${readwell.tenantId}`;
    expect([sent, more]).toEqual([{ words: "Countertops: A darker one?", person: "Tom Marsh" }, []]);
  });

  test("a note goes along with a choice, and one that the page already showed takes no newer one away", async () => {
    const item = id("Countertops");
    const [note, choice] = ["A darker one?", id("Soapstone, oiled")];
    await choose(ellen, { item, choice, note, noted: "", next: id("Backsplash") });
    expect((await readAs(ellen)).items[0]?.mine).toMatchObject({ pick: choice, note });
    await choose(ellen, { item, choice: skip, note: "", noted: "" });
    expect((await readAs(ellen)).items[0]?.mine).toMatchObject({ pick: skip, note });
    await choose(ellen, { item, note: "", noted: note });
    expect((await readAs(ellen)).items[0]?.mine).toMatchObject({ pick: skip, note: "" });
  });

  test("a photo is handed out to the people of its sheet alone, and swept once another takes its place", async () => {
    const own = async () => (await readAs(ellen)).items[0]?.mine?.photoId ?? "";
    await addOwnPhoto(ellen, { item: id("Countertops"), file: await paint("#a4772a") });
    const first = await own();
    expect(await readSheetFile(tom, first)).toMatchObject({ ok: true, value: { contentType: "image/jpeg" } });
    const other = await makeDocument(database.owner, readwell, "selections");
    expect(await readSheetFile(atDocument(ellen, other), first)).toMatchObject({ reason: "not-found" });
    const greenline = await makeReadwell(database.owner, {}, "Greenline Lawn");
    const theirs = await makeDocument(database.owner, greenline, "selections");
    expect(await readSheetFile(atDocument(ellenOf(greenline), theirs), first)).toMatchObject({
      reason: "not-found",
    });
    await addOwnPhoto(ellen, { item: id("Countertops"), file: await paint("#12493b") });
    expect(await readSheetFile(ellen, first)).toMatchObject({ reason: "not-found" });
    const second = await own();
    await database.owner`update files set created_at = now() - interval '2 days'`;
    expect([await sweepStagedFiles(24), (await readSheetFile(ellen, second)).ok]).toEqual([1, true]);
    await dropOwnPhoto(ellen, { item: id("Countertops") });
    expect(await own()).toBe("");
  });

  test("what is no photo is refused", async () => {
    const notes = new File(["%PDF-1.4\n%%EOF"], "notes.pdf", { type: "application/pdf" });
    const added = await addOwnPhoto(ellen, { item: id("Countertops"), file: notes });
    expect(added).toMatchObject({ reason: "unsupported-file" });
  });
});

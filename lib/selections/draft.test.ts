import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import { eachAtSheetDraft, id, sheet } from "@/e2e/support/at-sheet";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { createDocument, readDocument } from "@/lib/documents/document";
import { kinds } from "@/lib/documents/kinds";
import { sendDocument } from "@/lib/documents/send";
import { saveSheet } from "./draft";
import { sheetDraft } from "./draft-sent";
import { readOfficeSheet } from "./for-office";

eachAtSheetDraft();

const save = async (fields: Record<string, string>, version: number, of = sheet) => {
  const parsed = sheetDraft.safeParse({ id: of, version: String(version), ...fields });
  if (!parsed.success) throw new Error(parsed.error.message);
  return saveSheet(sam, parsed.data);
};

const read = async (of = sheet) => (await readOfficeSheet(sam, of, new Date())).items;
const names = async () => (await read()).map(({ name, options }) => [name, ...options.map((o) => o.name)]);
const versionOf = async (of = sheet) => {
  const found = await readDocument(sam, of, new Date());
  return found.ok ? found.value.version : 0;
};

const itemFields = (of: string, { name = "Sink", about = "", allowance = "", due = "" } = {}) => ({
  [`item:name:${of}`]: name,
  [`item:about:${of}`]: about,
  [`item:allowance:${of}`]: allowance,
  [`item:due:${of}`]: due,
});
const optionFields = (of: string, { name = "Farmhouse", about = "", price = "1" } = {}) => ({
  [`option:name:${of}`]: name,
  [`option:about:${of}`]: about,
  [`option:price:${of}`]: price,
});

describe("a draft’s items and options", () => {
  test("are kept as they were typed, to the cent, and an older form is stale", async () => {
    const fields = {
      ...itemFields(id("Backsplash"), { name: "Tiles", allowance: "$1,050.05", due: "2026-04-30" }),
      ...optionFields(id("Painted wall"), { name: "Paint", price: "0" }),
    };
    expect(await save(fields, 1)).toMatchObject({ ok: true });
    const [, tiles] = await read();
    expect(tiles).toMatchObject({ name: "Tiles", allowanceCents: 105_005, dueOn: "2026-04-30" });
    expect(tiles?.options[1]).toMatchObject({ name: "Paint", priceCents: 0 });
    expect(await save(fields, 1)).toMatchObject({ reason: "stale" });
    expect(await versionOf()).toBe(2);
  });

  test("are added, moved and taken away by taps of the same form, which keep what was typed beside them", async () => {
    await save(
      { ...itemFields(id("Backsplash"), { name: "Tiles", allowance: "900" }), act: `up:${id("Backsplash")}` },
      1,
    );
    await save({ act: `add-option:${id("Backsplash")}` }, 2);
    await save({ act: `down:${id("Calder quartz, honed")}` }, 3);
    await save({ act: `remove:${id("Soapstone, oiled")}` }, 4);
    await save({ act: "add-item" }, 5);
    expect(await names()).toEqual([
      ["Tiles", "White zellige", "Painted wall", ""],
      ["Countertops", "Calder quartz, honed", "Maple butcher block"],
      [""],
    ]);
    expect((await read())[0]?.options[2]).toMatchObject({ priceCents: 90_000 });
    await save({ act: `up:${id("Backsplash")}` }, 6);
    await save({ act: `remove:${id("Backsplash")}` }, 7);
    expect((await names()).map(([name]) => name)).toEqual(["Countertops", ""]);
  });

  test("refuse what is no amount, by the field that it was typed into", () => {
    const [item, option] = [id("Countertops"), id("Soapstone, oiled")];
    const parsed = sheetDraft.safeParse({
      ...{ id: sheet, version: "1" },
      ...itemFields(item, { allowance: "lots" }),
      ...optionFields(option, { price: "" }),
    });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([
      [`item:allowance:${item}`],
      [`option:price:${option}`],
    ]);
  });

  test("of another sheet or another shop are refused, and a sheet that was sent stays as it was sent", async () => {
    const other = await makeDocument(database.owner, readwell, "selections", { draft: true });
    expect(await save(itemFields(id("Countertops")), 1, other)).toMatchObject({ reason: "not-found" });
    expect(await save({ act: `remove:${id("Countertops")}` }, 1, other)).toMatchObject({
      reason: "not-found",
    });
    const greenline = await makeReadwell(database.owner, {}, "Greenline Lawn");
    const theirs = await makeDocument(database.owner, greenline, "selections", { draft: true });
    expect(await save({ act: "add-item" }, 1, theirs)).toMatchObject({ reason: "not-found" });
    expect(await sendDocument(sam, { documentId: sheet, address: readwell.address.ellen })).toMatchObject({
      ok: true,
    });
    expect(await save(itemFields(id("Countertops")), 1)).toMatchObject({ reason: "not-allowed-now" });
  });
});

test("a sheet is not sent without items, nor with an item that has no options or no name", async () => {
  const send = () => sendDocument(sam, { documentId: sheet, address: readwell.address.ellen });
  await save({ act: "add-item" }, 1);
  expect(await send()).toMatchObject({ detail: { sentence: expect.stringMatching(/^Item 3 has no name/) } });
  const [, , added] = await read();
  await save(itemFields(added?.id ?? ""), 2);
  expect(await send()).toMatchObject({
    detail: { sentence: expect.stringMatching(/^“Sink” has no options/) },
  });
  await save({ act: `remove:${added?.id}` }, 3);
  expect(await send()).toMatchObject({ ok: true });
  const empty = await createDocument(sam, {
    ...{ kind: "selections", contactId: readwell.ellen, projectId: null },
    ...{ title: "Selections", body: "", dueOn: null },
  });
  const sent =
    empty.ok && (await sendDocument(sam, { documentId: empty.value.id, address: readwell.address.ellen }));
  expect(sent).toMatchObject({ detail: { sentence: "Add something to choose before you send it." } });
});

test("a copy has the same items and options, and nothing that anybody chose", async () => {
  await database.owner`insert into selection_choices (tenant_id, item_id, contact_id, person, name, skipped)
    values (${readwell.tenantId}, ${id("Countertops")}, ${readwell.ellen}, 'primary', 'Ellen Marsh', true)`;
  const copy = await createDocument(sam, {
    ...{ kind: "selections", contactId: readwell.ellen, projectId: null },
    ...{ title: "Again", body: "", dueOn: null },
  });
  const from = await readDocument(sam, sheet, new Date());
  if (!copy.ok || !from.ok) throw new Error("Nothing to copy.");
  await inTenant(sam, (tx) => kinds.selections.copy(tx, from.value, copy.value));
  const words = (items: Awaited<ReturnType<typeof read>>) =>
    items.map(({ name, about, allowanceCents, options }) => [
      ...[name, about, allowanceCents],
      ...options.map((option) => [option.name, option.priceCents]),
    ]);
  const copied = await read(copy.value.id);
  expect(words(copied)).toEqual(words(await read()));
  expect(copied.flatMap(({ choices }) => choices)).toEqual([]);
});

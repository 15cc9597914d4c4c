import { describe, expect, test } from "vitest";
import { database, readwell, sam } from "@/e2e/support/at-readwell";
import {
  bothChoose,
  eachAtSheet,
  ellen,
  happened,
  id,
  pick,
  readAs,
  seen,
  sendIn,
  sheet,
  tom,
} from "@/e2e/support/at-sheet";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { readKeptForm } from "@/lib/auth/kept-form";
import { approveItems, returnItems } from "./approve";
import { handIn } from "./hand-in";
import { skip } from "./total";

eachAtSheet();

const stood = async (item: string) => {
  const [row] = await database.owner<{ state: string; name: string | null; returned: string | null }[]>`
    select i.state, o.name, i.returned from selection_items i left join selection_options o on o.id = i.option_id
    where i.id = ${id(item)}`;
  return row;
};

const waits = async () => {
  const [row] = await database.owner<{ waitsFor: string | null; answeredAs: string | null }[]>`
    select waits_for as "waitsFor", answered_as as "answeredAs" from documents where id = ${sheet}`;
  return row;
};

const letters = (address: string) => database.owner<{ kind: string; occasion: string; words: string }[]>`
  select kind, detail ->> 'occasion' as occasion, detail ->> 'words' as words from messages
  where tenant_id = ${readwell.tenantId} and address = ${address} order by queued_at`;

describe("sending a sheet in", () => {
  test("is refused while something is open, and takes the last choice of its own form along", async () => {
    await pick(ellen, "Countertops", "Soapstone, oiled");
    expect(await sendIn(ellen)).toMatchObject({
      detail: { sentence: "Still open: Backsplash. Choose one, or say “Not for us”, then send." },
    });
    expect(await sendIn(ellen, { item: id("Backsplash"), choice: skip })).toMatchObject({ ok: true });
    expect([await stood("Countertops"), await stood("Backsplash")]).toEqual([
      { state: "selected", name: "Soapstone, oiled", returned: null },
      { state: "skipped", name: null, returned: null },
    ]);
    expect(await waits()).toEqual({ waitsFor: "choices", answeredAs: "chosen" });
  });

  test("[B8] by two people a hundred times at once is sending it in once", async () => {
    await bothChoose();
    const asSeen = await seen();
    const taps = Array.from({ length: 100 }, (_, at) => handIn(at % 2 ? ellen : tom, { seen: asSeen }));
    expect((await Promise.all(taps)).every(({ ok }) => ok)).toBe(true);
    expect(await happened("selections.handed-in")).toBe(1);
    expect(await letters(`sam-${readwell.suffix}@readwell.example`)).toHaveLength(1);
  });

  test("against a choice at the same moment keeps what was sent in, whichever came first", async () => {
    await bothChoose();
    const [, changed] = await Promise.all([sendIn(ellen), pick(tom, "Countertops", "Maple butcher block")]);
    const [state, { items }] = [await stood("Countertops"), await readAs(ellen)];
    if (changed.ok) expect(items[0]?.verdict).toEqual({ state: "differ" });
    else expect(state).toMatchObject({ state: "selected", name: "Soapstone, oiled" });
  });

  test("[B8] is of what its page showed: another’s change in between is refused with what it comes to now", async () => {
    await bothChoose();
    const asSeen = await seen();
    await pick(tom, "Countertops", "Maple butcher block");
    await pick(ellen, "Countertops", "Maple butcher block");
    expect(await handIn(ellen, { seen: asSeen })).toMatchObject({
      reason: "stale",
      detail: {
        sentence: expect.stringMatching(/nothing was sent. With your choices it comes to \$[\d,.]+ now/),
      },
    });
    expect(await stood("Countertops")).toMatchObject({ state: "pending" });
    expect(await handIn(ellen, { seen: await seen() })).toMatchObject({ ok: true });
  });

  test("after the other one did says that the last choice came too late, unless it is the same", async () => {
    await bothChoose();
    await sendIn(tom);
    const late = (choice: string) => sendIn(ellen, { item: id("Countertops"), choice: id(choice) });
    expect(await late("Maple butcher block")).toMatchObject({
      reason: "not-allowed-now",
      detail: { sentence: expect.stringMatching(/^Tom Marsh sent this in .*Soapstone, oiled/) },
    });
    expect(await late("Soapstone, oiled")).toMatchObject({ ok: true });
    expect((await readAs(ellen)).sentInBy).toBe("Tom");
  });

  test("takes the note of its own form along, and says so of one that came after the other one’s", async () => {
    await bothChoose();
    const noted = { item: id("Countertops"), note: "A darker one?", noted: "" };
    expect(await sendIn(ellen, noted)).toMatchObject({ ok: true });
    expect((await readAs(ellen)).items[0]?.mine?.note).toBe("A darker one?");
    expect(await sendIn(ellen, noted), "the same tap again").toMatchObject({ ok: true });
    expect(await sendIn(tom, { ...noted, note: "" }), "nothing was written").toMatchObject({ ok: true });
    expect(await sendIn(tom, noted)).toMatchObject({
      detail: { sentence: expect.stringMatching(/^Ellen Marsh sent this in .*Your note came after it/) },
    });
  });

  test("locks the choices until the office gives them back", async () => {
    await bothChoose();
    await sendIn(ellen);
    const late = await pick(tom, "Countertops", "Maple butcher block");
    expect(late).toMatchObject({ reason: "not-allowed-now" });
    expect((await readAs(ellen)).items[0]?.verdict).toEqual({
      state: "decided",
      pick: id("Soapstone, oiled"),
    });
  });
});

describe("the office", () => {
  test("[B8] approves everything as it saw it, twice as once, and both are told", async () => {
    await bothChoose();
    await sendIn(tom);
    const asSeen = await seen();
    const approvals = await Promise.all(
      Array.from({ length: 5 }, () => approveItems(sam, { id: sheet, seen: asSeen })),
    );
    expect(approvals.every(({ ok }) => ok)).toBe(true);
    expect(await happened("selections.approved")).toBe(2);
    expect(await waits()).toEqual({ waitsFor: null, answeredAs: "approved" });
    for (const address of [readwell.address.ellen, readwell.address.tom])
      expect(await letters(address)).toMatchObject([{ kind: "document", occasion: "approved" }]);
    expect(await pick(ellen, "Countertops", skip)).toMatchObject({
      detail: { sentence: expect.stringContaining("approved") },
    });
  });

  test("reads on the page whom no link could be sent to", async () => {
    await bothChoose();
    await sendIn(tom);
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    const said = await approveItems(sam, { id: sheet, seen: await seen() });
    if (!said.ok) throw new Error(said.reason);
    expect(said.value).toMatchObject({ told: [], untold: ["Ellen Marsh", "Tom Marsh"] });
    const kept = await readKeptForm(sam, sam.actor.sessionId, said.value.notice ?? "");
    expect(kept?.problem).toMatch(/^Approved, but no link could be sent to Ellen Marsh and Tom Marsh now/);
  });

  test("approves one by one, and tells them when the last one is", async () => {
    await bothChoose();
    await sendIn(tom);
    const [first, second] = await seen();
    if (!first || !second) throw new Error("Nothing was sent in.");
    expect(await approveItems(sam, { id: sheet, seen: [first] })).toMatchObject({
      value: { told: [], untold: [], notice: null },
    });
    expect([await waits(), await letters(readwell.address.ellen)]).toEqual([
      { waitsFor: "choices", answeredAs: "chosen" },
      [],
    ]);
    expect(await approveItems(sam, { id: sheet, seen: [second] })).toMatchObject({
      value: { told: ["Ellen Marsh", "Tom Marsh"] },
    });
  });

  test("[B8] gives one item back with its reason, keeps what was chosen of it, and gets it again", async () => {
    await bothChoose();
    await sendIn(tom);
    const before = await seen();
    const words = "Soapstone is out until June.";
    expect(await returnItems(sam, { id: sheet, item: id("Countertops"), words })).toMatchObject({ ok: true });
    expect(await letters(readwell.address.ellen)).toMatchObject([
      { occasion: "returned", words: `Countertops: ${words}` },
    ]);
    expect(await waits()).toEqual({ waitsFor: "choices", answeredAs: null });
    const { items } = await readAs(ellen);
    expect(items[0]).toMatchObject({
      state: "pending",
      returned: words,
      mine: { pick: id("Soapstone, oiled") },
    });
    expect(await approveItems(sam, { id: sheet, seen: before }), "what was seen is gone").toMatchObject({
      reason: "stale",
    });
    await pick(ellen, "Countertops", "Calder quartz, honed");
    expect(await pick(ellen, "Backsplash", "Painted wall"), "not given back").toMatchObject({
      reason: "not-allowed-now",
    });
    await sendIn(ellen);
    expect(await approveItems(sam, { id: sheet, seen: before })).toMatchObject({ reason: "stale" });
    expect(await approveItems(sam, { id: sheet, seen: await seen() })).toMatchObject({ ok: true });
    expect(await stood("Countertops")).toEqual({
      state: "approved",
      name: "Calder quartz, honed",
      returned: null,
    });
  });

  test("gives everything back at once, and then nothing waits for it", async () => {
    await bothChoose();
    await sendIn(tom);
    expect(await returnItems(sam, { id: sheet, words: "Please look again." })).toMatchObject({ ok: true });
    expect(await waits()).toEqual({ waitsFor: null, answeredAs: null });
    expect(await returnItems(sam, { id: sheet, words: "And again." })).toMatchObject({
      reason: "not-allowed-now",
    });
  });

  test("of another shop finds no such sheet, and no item of another sheet is approved with this one", async () => {
    await bothChoose();
    await sendIn(tom);
    const greenline = await makeReadwell(database.owner, {}, "Greenline Lawn");
    const theirs = await makeDocument(database.owner, greenline, "selections");
    const asSeen = await seen();
    const stranger = samOf(greenline);
    expect(await approveItems(stranger, { id: sheet, seen: asSeen })).toMatchObject({ reason: "not-found" });
    expect(await approveItems(stranger, { id: theirs, seen: asSeen })).toMatchObject({ reason: "not-found" });
    expect(await returnItems(stranger, { id: sheet, words: "No." })).toMatchObject({ reason: "not-found" });
    expect(await returnItems(sam, { id: theirs, words: "No." })).toMatchObject({ reason: "not-found" });
  });
});

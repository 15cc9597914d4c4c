import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { comment, linesOf, messagesTo, save, sendNext, sentScope, trunkOf } from "@/e2e/support/at-scope";
import { makeDocument } from "@/e2e/support/clients";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { createDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { sendDocument } from "@/lib/documents/send";
import { requestChanges } from "./answer";
import { reviseScope, saveDraft } from "./draft";
import { readScopeForClient } from "./for-client";
import { readScopeForOffice } from "./for-office";
import { mostLines } from "./lines";
import { draftForm } from "./sent";
import type { ScopeLine } from "./views";

eachAtReadwell(20);

const now = () => new Date();

describe("the draft of a scope", () => {
  test("begins with an empty line, keeps itself, and is sent only once it says something", async () => {
    const made = await createDocument(sam, {
      ...{ kind: "scope", title: "Electrical scope", body: "", dueOn: null },
      ...{ contactId: readwell.ellen, projectId: readwell.kitchen },
    });
    const id = made.ok ? made.value.id : "";
    const send = () => sendDocument(sam, { documentId: id, address: readwell.address.ellen });
    const [blank] = await linesOf(id, 1);
    if (!blank) throw new Error("A new scope has a line to write in.");
    expect(await send()).toMatchObject({ detail: { sentence: expect.stringMatching(/at least one line/) } });
    expect(await save(id, [{ ...blank, amountCents: 500 }])).toMatchObject({ ok: true });
    expect(await send()).toMatchObject({ detail: { sentence: expect.stringMatching(/Line 1.1/) } });
    expect(await save(id, [{ ...blank, words: "Fan box" }], `add:${blank.key}`)).toMatchObject({ ok: true });
    expect(await linesOf(id, 1)).toHaveLength(2);
    expect(await send()).toMatchObject({ ok: true });
    expect(await linesOf(id, 1), "an empty line goes unsent").toMatchObject([{ words: "Fan box" }]);
  });

  test("does what is tapped: a line up, down, out, a group more, a table pasted", async () => {
    const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
    const before = await linesOf(id, 1);
    const [first, second] = before;
    if (!first || !second) throw new Error("There are no lines.");
    const order = async () => (await linesOf(id, 1)).map(({ key }) => key);
    await save(id, before, `down:${first.key}`);
    expect((await order()).slice(0, 2)).toEqual([second.key, first.key]);
    await save(id, await linesOf(id, 1), `remove:${second.key}`);
    expect(await order()).toEqual(before.map(({ key }) => key).filter((key) => key !== second.key));
    await save(id, await linesOf(id, 1), "group");
    expect((await linesOf(id, 1)).at(-1)).toMatchObject({ group: "New group", words: "" });
    await save(id, await linesOf(id, 1), "paste", { pasted: "Credit\nOld panel taken back\t-120" });
    expect((await linesOf(id, 1)).at(-1)).toMatchObject({
      ...{ group: "Credit", words: "Old panel taken back", amountCents: -12_000 },
    });
    expect(await save(id, await linesOf(id, 1), "paste", { pasted: "a\tb\nc\td" })).toMatchObject({
      ok: false,
    });
  });

  test("never grows past its most lines, by a tap or a paste, and one may be taken out of it then", async () => {
    const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
    const many = Array.from({ length: mostLines }, (_, at) => `Outlet ${at}\t10`);
    const [line] = await linesOf(id, 1);
    if (!line) throw new Error("There are no lines.");
    expect(await save(id, [], "paste", { pasted: many.join("\n") })).toMatchObject({ ok: true });
    const full = await linesOf(id, 1);
    for (const act of [`add:${full[0]?.key}`, "group"])
      expect(await save(id, full, act)).toMatchObject({
        detail: { sentence: expect.stringMatching(/at most 300 lines, and this would make 301/) },
      });
    expect(await save(id, full, "paste", { pasted: "One more\t5" })).toMatchObject({ ok: false });
    expect(await linesOf(id, 1)).toEqual(full);
    expect(await save(id, [...full, line], `remove:${line.key}`)).toMatchObject({ ok: true });
  });

  test("refuses a form that was filled in before another’s change, and an amount that is none", async () => {
    const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
    const lines = await linesOf(id, 1);
    const stale = draftForm.parse({ id, version: "1" });
    expect(await save(id, lines)).toMatchObject({ ok: true });
    expect(await saveDraft(sam, stale)).toMatchObject({ reason: "stale" });
    expect(await linesOf(id, 1)).toEqual(lines);
    const key = lines[0]?.key ?? "";
    const wrong = { id, version: "2", [`words.${key}`]: "Fan", [`amount.${key}`]: "about 5" };
    const parsed = draftForm.safeParse(wrong);
    expect(parsed.error?.issues[0]).toMatchObject({ path: [`amount.${key}`] });
  });

  test("is copied into another document with lines of its own, and neither answers nor comments", async () => {
    const id = await sentScope();
    const [line] = await linesOf(id, 1);
    await comment(atDocument(ellenOf(readwell), id), line?.key ?? "", "Can we have eight?");
    await requestChanges(atDocument(ellenOf(readwell), id), { revision: 1 });
    const copy = await duplicateDocument(sam, { id, contactId: readwell.ellen, projectId: readwell.kitchen });
    const copied = copy.ok ? copy.value.id : "";
    const plain = (lines: ScopeLine[]) => lines.map(({ key: _, ...rest }) => rest);
    expect(plain(await linesOf(copied, 1))).toEqual(plain(await linesOf(id, 1)));
    expect((await readScopeForOffice(sam, { id: copied, now: now() })).sent).toBeNull();
    const keys = new Set((await linesOf(id, 1)).map(({ key }) => key));
    expect((await linesOf(copied, 1)).some(({ key }) => keys.has(key))).toBe(false);
  });
});

describe("[B7] [X12] a revision", () => {
  test("that was sent is changed by nothing; the next one begins with its lines, and a lost link brings no draft", async () => {
    const id = await sentScope();
    const before = await linesOf(id, 1);
    expect(await save(id, before.slice(1))).toMatchObject({ reason: "not-allowed-now" });
    expect(await linesOf(id, 1)).toEqual(before);
    const begun = await Promise.all(Array.from({ length: 5 }, () => reviseScope(sam, { documentId: id })));
    expect(begun.map((each) => each.ok && each.value.number)).toEqual([2, 2, 2, 2, 2]);
    expect(await linesOf(id, 2)).toEqual(before);
    await save(id, before.slice(1));
    await sendDocument(sam, { documentId: id, address: readwell.address.tomPhone });
    expect(await messagesTo(readwell.address.tomPhone)).toEqual([{ occasion: "sent", revision: null }]);
    const seen = await readScopeForClient(ellenOf(readwell), { id, now: now() });
    expect(seen).toMatchObject({ revision: 1, total: "$6,480.00" });
    expect(await linesOf(id, 1)).toEqual(before);
  });

  test("goes to everybody who had the one before, asks again, and takes along what was not sent yet", async () => {
    const id = await sentScope();
    const [ellen, tom] = [ellenOf, tomOf].map((of) => atDocument(of(readwell), id));
    if (!ellen || !tom) throw new Error("Nobody is there.");
    const [first, second] = await linesOf(id, 1);
    await comment(ellen, first?.key ?? "", "Can we have eight?");
    await requestChanges(ellen, { revision: 1 });
    expect(await trunkOf(id)).toMatchObject({ answeredAs: "changes-requested", waitsFor: "changes" });
    await sendNext(id);
    expect(await trunkOf(id)).toMatchObject({ answeredAs: null, waitsFor: null });
    for (const address of [readwell.address.ellen, readwell.address.tom])
      expect((await messagesTo(address)).at(-1)).toEqual({ occasion: "revised", revision: "2" });
    await comment(tom, second?.key ?? "", "The island is 9 ft long.", 2);
    await sendNext(id);
    const seen = await readScopeForClient(tom, { id, now: now() });
    expect(seen).toMatchObject({ revision: 3, unsent: 1, own: [{ words: "The island is 9 ft long." }] });
  });

  test("that can reach nobody stays a draft", async () => {
    const id = await sentScope();
    await reviseScope(sam, { documentId: id });
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    expect(await save(id, await linesOf(id, 2), "send")).toMatchObject({
      detail: { sentence: expect.stringMatching(/stays a draft/) },
    });
    expect((await readScopeForOffice(sam, { id, now: now() })).draft).toMatchObject({ revision: 2 });
  });

  test("opens on what is new for whoever has said nothing of it, and an older one is not to be had", async () => {
    const id = await sentScope();
    await sendNext(id, ([first, ...rest]) =>
      first
        ? [{ ...first, words: `${first.words}, tested`, amountCents: 80_000 }, ...rest.slice(0, -1)]
        : rest,
    );
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    const seen = await readScopeForClient(ellen, { id, now: now() });
    expect(seen.differences).toMatchObject({
      ...{ since: 1, summary: "1 line changed, 1 removed" },
      total: { was: "$6,480.00", now: "$5,350.00", change: "−$1,130.00" },
    });
    await comment(ellen, (await linesOf(id, 2))[0]?.key ?? "", "Thank you.", 2);
    expect((await readScopeForClient(ellen, { id, now: now() })).differences).toBeNull();
    expect((await readScopeForClient(ellen, { id, compare: 1, now: now() })).differences).not.toBeNull();
    expect((await readScopeForClient(tom, { id, now: now() })).differences).not.toBeNull();
    expect((await readScopeForClient(tom, { id, compare: 0, now: now() })).differences).toBeNull();
    expect((await readScopeForClient(tom, { id, compare: 7, now: now() })).differences).toBeNull();
    await reviseScope(sam, { documentId: id });
    expect(await readScopeForClient(tom, { id, now: now() }), "a draft is the office’s own").toMatchObject({
      ...{ revision: 2, olderRevision: 1 },
    });
  });
});

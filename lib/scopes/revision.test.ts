import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { comment, linesOf, save, sendNext, sentScope, trunkOf } from "@/e2e/support/at-scope";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf, samOf } from "@/e2e/support/scopes";
import { readKeptForm } from "@/lib/auth/kept-form";
import { approveScope, requestChanges } from "./answer";
import { discardRevision, reviseScope } from "./draft";
import { readScopeForClient } from "./for-client";
import { readScopeForOffice } from "./for-office";

eachAtReadwell(20);

const discard = async (id: string) => discardRevision(sam, { id, version: (await trunkOf(id)).version });

const office = (id: string, newIn?: number) => readScopeForOffice(sam, { id, newIn, now: new Date() });

const dueOf = async (id: string) => {
  const [row] = await database.owner<{ due: string | null }[]>`
    select due_on::text as due from documents where id = ${id}`;
  return row?.due;
};

const dayIn = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

describe("[B7] a revision that was begun", () => {
  test("is discarded for good, is told in the trail, and what was sent stands as before", async () => {
    const id = await sentScope();
    const before = await linesOf(id, 1);
    await comment(atDocument(ellenOf(readwell), id), before[0]?.key ?? "", "Can we have eight?");
    await requestChanges(atDocument(ellenOf(readwell), id), { revision: 1 });
    await reviseScope(sam, { documentId: id });
    await save(id, before.slice(1));
    expect(await discard(id)).toMatchObject({ ok: true });
    expect((await office(id)).draft).toBeNull();
    expect((await office(id)).revisions.map(({ number }) => number)).toEqual([1]);
    expect([await linesOf(id, 1), await linesOf(id, 2)]).toEqual([before, []]);
    expect(await trunkOf(id)).toMatchObject({ answeredAs: "changes-requested", waitsFor: "changes" });
    const told = await database.owner`
      select actor_name as by, detail ->> 'revision' as revision from events
      where document_id = ${id} and kind = 'scope.discarded'`;
    expect([...told]).toEqual([{ by: "Sam Reyes", revision: "2" }]);
    expect(await discard(id)).toMatchObject({ reason: "not-allowed-now" });
  });

  test("that was discarded takes nothing that was still on its way, and the next one begins anew", async () => {
    const id = await sentScope();
    const before = await linesOf(id, 1);
    await reviseScope(sam, { documentId: id });
    const { version } = await trunkOf(id);
    await save(id, before.slice(1));
    expect(await discardRevision(sam, { id, version }), "written on meanwhile").toMatchObject({
      reason: "stale",
    });
    await discard(id);
    expect(await save(id, before.slice(2))).toMatchObject({ reason: "not-allowed-now" });
    expect(await approveScope(atDocument(ellenOf(readwell), id), { revision: 1 })).toMatchObject({
      ok: true,
    });
    expect(await reviseScope(sam, { documentId: id })).toMatchObject({ value: { number: 2, sentAt: null } });
    expect(await linesOf(id, 2)).toEqual(before);
    expect(await sendNext(id)).toBe(2);
  });

  test("keeps a line to write in when its last one is taken out", async () => {
    const id = await sentScope();
    await reviseScope(sam, { documentId: id });
    const [line] = await linesOf(id, 2);
    if (!line) throw new Error("There are no lines.");
    await save(id, [line], `remove:${line.key}`);
    expect(await linesOf(id, 2)).toMatchObject([{ words: "", amountCents: 0 }]);
    expect((await office(id)).draft).toMatchObject({ revision: 2 });
  });

  test("is none while it is the first, once it was sent, and for another shop", async () => {
    const first = await makeDocument(database.owner, readwell, "scope", { draft: true });
    expect(await discard(first)).toMatchObject({ reason: "not-allowed-now" });
    const id = await sentScope();
    expect(await discard(id)).toMatchObject({ reason: "not-allowed-now" });
    await reviseScope(sam, { documentId: id });
    const stranger = samOf(await makeReadwell(database.owner, {}, "Greenline Lawn"));
    expect(await discardRevision(stranger, { id, version: 1 })).toMatchObject({ reason: "not-found" });
    expect(await linesOf(id, 2)).not.toEqual([]);
  });
});

describe("[B7] the day by which a revision is to be answered", () => {
  test("is its own: the one before it is proposed only while it lies ahead", async () => {
    const id = await sentScope();
    await database.owner`update documents set due_on = '2026-01-05' where id = ${id}`;
    await reviseScope(sam, { documentId: id });
    expect((await office(id)).draft?.answerBy).toMatchObject({ proposed: "" });
    await database.owner`update documents set due_on = ${dayIn(9)} where id = ${id}`;
    expect((await office(id)).draft?.answerBy).toMatchObject({ proposed: dayIn(9) });
    const lines = await linesOf(id, 2);
    expect(await save(id, lines, "", { answerBy: dayIn(12) })).toMatchObject({ ok: true });
    expect(await dueOf(id), "it is asked for once it is sent").toBe(dayIn(9));
    expect(await save(id, lines, "send", { answerBy: "2026-01-05" })).toMatchObject({
      detail: { fields: { answerBy: expect.stringMatching(/has passed/) } },
    });
    expect((await office(id)).draft).not.toBeNull();
    expect(await save(id, lines, "send", { answerBy: dayIn(12) })).toMatchObject({ ok: true });
    expect(await dueOf(id)).toBe(dayIn(12));
    await sendNext(id);
    expect(await dueOf(id), "none was asked for").toBeNull();
  });
});

test("what was new is told of the newest revision, or of the one that is asked for", async () => {
  const id = await sentScope();
  await sendNext(id, (lines) => lines.slice(1));
  await sendNext(id, (lines) => lines.slice(1));
  const told = async (newIn?: number) =>
    (await office(id, newIn)).revisions.map(({ differences }) => differences?.since ?? null);
  expect(await told()).toEqual([2, null, null]);
  expect(await told(2)).toEqual([null, 1, null]);
  expect(await told(9)).toEqual([2, null, null]);
});

test("whom a revision could not be sent to is kept for the page to say", async () => {
  const id = await sentScope();
  await reviseScope(sam, { documentId: id });
  await database.owner`update contacts set partner_email = ${`new-${readwell.address.tom}`} where id = ${readwell.ellen}`;
  const alone = await save(id, await linesOf(id, 2), "send");
  expect(alone).toMatchObject({ value: { told: ["Ellen Marsh"], untold: [], notice: null } });
  await sendNext(id);
  await database.owner`update documents set addressed_to = addressed_to || ${[readwell.address.tomPhone]} where id = ${id}`;
  await reviseScope(sam, { documentId: id });
  const said = await save(id, await linesOf(id, 4), "send");
  if (!said.ok) throw new Error(said.detail.sentence);
  expect(said.value).toMatchObject({ told: ["Tom Marsh"], untold: ["Ellen Marsh"] });
  const kept = await readKeptForm(sam, sam.actor.sessionId, said.value.notice ?? "");
  expect(kept?.problem).toMatch(/^Sent, but no link could be sent to Ellen Marsh now/);
  expect((await readScopeForClient(ellenOf(readwell), { id, now: new Date() })).revision).toBe(4);
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { comment, linesOf, messagesTo, save, sendNext, sentScope, trunkOf } from "@/e2e/support/at-scope";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf, samOf, tomOf } from "@/e2e/support/scopes";
import type { AtDocument } from "@/lib/auth/scope";
import { closeDocument } from "@/lib/documents/document";
import { approveScope, requestChanges } from "./answer";
import { replyToLine, saveComment } from "./comment";
import { reviseScope } from "./draft";
import { readScopeForClient } from "./for-client";
import { readScopeForOffice } from "./for-office";
import { commenting } from "./sent";

eachAtReadwell(20);

const now = () => new Date();

describe("[B7] [X12] an approval", () => {
  test("is one, however often and by whomever it is tapped at once", async () => {
    const id = await sentScope();
    const both = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    const taps = Array.from({ length: 200 }, (_, place) =>
      approveScope(both[place % 2] ?? (both[0] as AtDocument), { revision: 1 }),
    );
    expect((await Promise.all(taps)).every(({ ok }) => ok)).toBe(true);
    const told = await database.owner<{ by: string }[]>`
      select actor_name as by from events where kind = 'scope.approved' and document_id = ${id}`;
    expect(told).toHaveLength(1);
    const [revision] =
      await database.owner`select approved_by as by from scope_revisions where document_id = ${id}`;
    expect(revision?.by).toBe(told[0]?.by);
    expect(await messagesTo(`sam-${readwell.suffix}@readwell.example`)).toHaveLength(1);
    expect(await trunkOf(id)).toMatchObject({ answeredAs: "approved", waitsFor: null });
  });

  test("is of the revision that was shown, whatever is sent at the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await sentScope();
      const ellen = atDocument(ellenOf(readwell), id);
      await reviseScope(sam, { documentId: id });
      const lines = await linesOf(id, 2);
      const [sent, ...taps] = await Promise.all([
        save(id, lines.slice(2), "send"),
        ...Array.from({ length: 10 }, () => approveScope(ellen, { revision: 1 })),
      ]);
      expect(sent).toMatchObject({ ok: true });
      const revisions = await database.owner<{ number: number; approved: boolean }[]>`
        select number, approved_at is not null as approved from scope_revisions where document_id = ${id} order by 1`;
      expect(revisions[1], "nobody saw the second").toMatchObject({ approved: false });
      const done = taps.filter(({ ok }) => ok).length;
      expect(done > 0, "an approval came first, or none did").toBe(revisions[0]?.approved);
      expect((await trunkOf(id)).answeredAs, "the second waits for an answer").toBeNull();
      await database.owner`delete from link_requests`;
      await database.owner`update messages set queued_at = queued_at - interval '2 hours'`;
      await database.owner`update links set issued_at = issued_at - interval '2 hours'`;
    }
  });

  test("stays on its revision when a later one is sent, which has to be approved again", async () => {
    const id = await sentScope();
    const ellen = atDocument(ellenOf(readwell), id);
    expect(await approveScope(ellen, { revision: 1 })).toMatchObject({ ok: true });
    await sendNext(id, (lines) => lines.slice(1));
    expect(await trunkOf(id)).toMatchObject({ answeredAs: null });
    expect(await approveScope(ellen, { revision: 1 })).toMatchObject({
      ...{ reason: "stale", detail: { sentence: expect.stringMatching(/Here is revision 2/) } },
    });
    const { revisions } = await readScopeForOffice(sam, { id, now: now() });
    expect(revisions).toMatchObject([
      { number: 2, answered: null },
      { number: 1, answered: { as: "approved", by: "Ellen Marsh" } },
    ]);
    expect(await approveScope(ellen, { revision: 2 })).toMatchObject({ ok: true });
    const key = (await linesOf(id, 2))[0]?.key ?? "";
    expect(await comment(ellen, key, "One more thing", 2)).toMatchObject({ reason: "not-allowed-now" });
    expect(await requestChanges(ellen, { revision: 2 })).toMatchObject({ reason: "not-allowed-now" });
  });

  test("is of the revision as it is: what was written and not sent is its writer’s alone, there and in the next", async () => {
    const id = await sentScope();
    const ellen = atDocument(ellenOf(readwell), id);
    await comment(ellen, (await linesOf(id, 1))[0]?.key ?? "", "Never mind.");
    await approveScope(ellen, { revision: 1 });
    const said = async () => {
      const { groups, unsent } = await readScopeForClient(ellen, { id, now: now() });
      return { unsent, said: groups[0]?.lines[0]?.said };
    };
    const left = { unsent: 0, said: [{ words: "Never mind.", isLeft: true }] };
    expect(await said()).toMatchObject(left);
    await sendNext(id, ([, ...rest]) => rest);
    const after = await readScopeForClient(ellen, { id, compare: 0, now: new Date() });
    expect(after, "its line is gone").toMatchObject({ unsent: 0, gone: [{ said: left.said }] });
    const others = await readScopeForClient(tomOf(readwell), { id, compare: 0, now: new Date() });
    expect(others.gone).toEqual([]);
  });

  test("is for nobody else’s document, for no draft, and for none that was withdrawn", async () => {
    const id = await sentScope();
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    const stranger = atDocument(ellenOf(other), id);
    expect(await approveScope(stranger, { revision: 1 })).toMatchObject({ reason: "not-found" });
    const draft = await makeDocument(database.owner, readwell, "scope", { draft: true });
    expect(await approveScope(atDocument(ellenOf(readwell), draft), { revision: 1 })).toMatchObject({
      reason: "not-found",
    });
    await closeDocument(sam, { id, as: "withdrawn" });
    for (const act of [approveScope, requestChanges])
      expect(await act(atDocument(tomOf(readwell), id), { revision: 1 })).toMatchObject({
        reason: "not-allowed-now",
      });
    expect(await reviseScope(samOf(other), { documentId: id })).toMatchObject({ reason: "not-found" });
  });
});

describe("[X12] comments on lines", () => {
  test("are kept as they are written, one each, seen by both, and by the office once they are sent", async () => {
    const id = await sentScope();
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    const key = (await linesOf(id, 1))[3]?.key ?? "";
    await comment(ellen, key, "Can we have six?");
    await comment(ellen, key, "Can we have eight?");
    await comment(tom, key, "The island is 9 ft long.");
    const ofLine = async () => {
      const { groups } = await readScopeForClient(tom, { id, now: now() });
      return groups[0]?.lines[3]?.said.map(({ by, words }) => `${by}: ${words}`);
    };
    expect(await ofLine()).toEqual(["Ellen Marsh: Can we have eight?", "You: The island is 9 ft long."]);
    const office = async () =>
      (await readScopeForOffice(sam, { id, now: now() })).sent?.groups[0]?.lines[3]?.said;
    expect(await office()).toEqual([]);
    const asked = await Promise.all(Array.from({ length: 20 }, () => requestChanges(ellen, { revision: 1 })));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect((await office())?.map(({ words }) => words)).toEqual([
      "Can we have eight?",
      "The island is 9 ft long.",
    ]);
    const [told, ...more] = await database.owner<{ words: string }[]>`
      select detail->>'words' as words from messages where kind = 'client-said' and detail->>'documentId' = ${id}`;
    expect(more).toEqual([]);
    expect(told?.words).toBe(
      "1.4 Six recessed lights, 4 in\nEllen Marsh: Can we have eight?\n\n1.4 Six recessed lights, 4 in\nTom Marsh: The island is 9 ft long.",
    );
    expect(await comment(tom, key, "And one more", 1)).toMatchObject({ reason: "not-allowed-now" });
    expect(await approveScope(tom, { revision: 1 })).toMatchObject({ reason: "not-allowed-now" });
  });

  test("are taken back with empty words, and without one there is nothing to ask for", async () => {
    const id = await sentScope();
    const ellen = atDocument(ellenOf(readwell), id);
    const key = (await linesOf(id, 1))[0]?.key ?? "";
    await comment(ellen, key, "Can we have eight?");
    await comment(ellen, key, "");
    expect(await requestChanges(ellen, { revision: 1 })).toMatchObject({
      detail: { sentence: expect.stringMatching(/^Comment on a line first/) },
    });
    expect(await trunkOf(id)).toMatchObject({ answeredAs: null, waitsFor: null });
  });

  test("are kept by the tap that opens another line, which is open to be written about then", async () => {
    const id = await sentScope();
    const ellen = atDocument(ellenOf(readwell), id);
    const [first, next] = (await linesOf(id, 1)).map(({ key }) => key);
    if (!first || !next) throw new Error("There are no lines.");
    const sent = commenting.parse({
      line: first,
      revision: "1",
      compare: "0",
      words: "Can we have eight?",
      next,
    });
    expect(await saveComment(ellen, sent)).toMatchObject({
      value: { page: `/portal/scopes/${id}?compare=0&line=${next}#line-${next}` },
    });
    const { own } = await readScopeForClient(ellen, { id, now: now() });
    expect(own).toEqual([{ key: first, words: "Can we have eight?" }]);
  });

  test("are on lines of this revision of this scope, and nobody else reads them", async () => {
    const [id, another] = [await sentScope(), await makeDocument(database.owner, readwell, "scope")];
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    const ellen = atDocument(ellenOf(readwell), id);
    const [mine, theirs] = [(await linesOf(id, 1))[0]?.key ?? "", (await linesOf(another, 1))[0]?.key ?? ""];
    expect(await comment(ellen, theirs, "Here")).toMatchObject({ reason: "not-found" });
    expect(await comment(atDocument(ellenOf(other), id), mine, "Here")).toMatchObject({
      reason: "not-found",
    });
    await comment(ellen, mine, "Can we have eight?");
    await expect(readScopeForClient(ellenOf(other), { id, now: now() })).rejects.toThrow();
    expect((await readScopeForOffice(samOf(other), { id, now: now() })).sent).toBeNull();
  });

  test("get the office’s reply on the page, and keep it beside the line in the next revision", async () => {
    const id = await sentScope();
    const ellen = atDocument(ellenOf(readwell), id);
    const key = (await linesOf(id, 1))[3]?.key ?? "";
    await comment(ellen, key, "Can we have eight?");
    await requestChanges(ellen, { revision: 1 });
    const reply = { documentId: id, line: key, words: "Eight fit, for $360 more." };
    expect(await replyToLine(sam, reply)).toMatchObject({ ok: true });
    expect(await replyToLine(sam, { ...reply, line: readwell.ellen })).toMatchObject({ reason: "not-found" });
    await sendNext(id);
    const { groups } = await readScopeForClient(ellen, { id, now: now() });
    expect(groups[0]?.lines[3]?.said).toMatchObject([
      { by: "You", words: "Can we have eight?", ofRevision: 1, isOffice: false },
      { by: "Sam Reyes", words: "Eight fit, for $360 more.", ofRevision: 1, isOffice: true },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { atDocument, ellenOf, samOf, tomOf } from "@/e2e/support/scopes";
import { closeDocument } from "./document";
import { answerQuestion, askQuestion, readOwnQuestions, readQuestions } from "./questions";

eachAtReadwell(12);

const words = "Can the island be 9 ft long?";
const ask = (documentId: string, said = words, who = ellenOf(readwell)) =>
  askQuestion(atDocument(who, documentId), { words: said });

const trunk = async (id: string) =>
  (await database.owner`select waits_for as "waitsFor" from documents where id = ${id}`)[0];

const letters = () => database.owner<{ kind: string; address: string; occasion: string; words: string }[]>`
  select kind, address, detail->>'occasion' as occasion, detail->>'words' as words from messages
  where tenant_id = ${readwell.tenantId} order by created_at`;

describe("a question about a document", () => {
  test("waits for the office, whose member is told, and its answer goes to the address that it came from", async () => {
    const id = await makeDocument(database.owner, readwell, "scope");
    await database.owner`update documents set member_id = ${readwell.sam} where id = ${id}`;
    expect(await ask(id, words, tomOf(readwell))).toMatchObject({ ok: true });
    expect(await trunk(id)).toEqual({ waitsFor: "question" });
    const [question] = await readQuestions(sam, id);
    expect(question).toMatchObject({ asked: words, askedBy: "Tom Marsh", answer: null });
    const answered = await answerQuestion(sam, { questionId: question?.id ?? "", words: "Yes, it can." });
    expect(answered).toMatchObject({ ok: true, value: { documentId: id, unsent: null } });
    expect(await trunk(id)).toEqual({ waitsFor: null });
    expect(await letters()).toMatchObject([
      { kind: "client-said", words },
      { kind: "document", address: readwell.address.tom, occasion: "answered", words: "Yes, it can." },
    ]);
    expect(await readOwnQuestions(ellenOf(readwell), id)).toMatchObject([
      { asked: words, answer: "Yes, it can.", answeredBy: "Sam Reyes" },
    ]);
  });

  test("asked a hundred times at once is asked once, and an eleventh that waits is refused", async () => {
    const id = await makeDocument(database.owner, readwell, "invoice");
    const all = await Promise.all(Array.from({ length: 100 }, () => ask(id)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await readQuestions(sam, id)).toHaveLength(1);
    const more = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(id, `${words} ${n}`)));
    expect(more.filter(({ ok }) => ok)).toHaveLength(9);
    expect(more.find(({ ok }) => !ok)).toMatchObject({ reason: "not-allowed-now" });
  });

  test("leaves what waited before, and goes on waiting when that is done", async () => {
    const id = await makeDocument(database.owner, readwell, "scope");
    await database.owner`update documents set waits_for = 'changes', waits_since = now() where id = ${id}`;
    await ask(id);
    expect(await trunk(id)).toEqual({ waitsFor: "changes" });
  });

  test("goes on waiting when the document is closed; its answer is told to who asked, without a link", async () => {
    const id = await makeDocument(database.owner, readwell, "scope");
    await ask(id);
    await database.owner`update documents set waits_for = 'changes' where id = ${id}`;
    expect(await closeDocument(sam, { id, as: "withdrawn" })).toMatchObject({ ok: true });
    expect(await trunk(id)).toEqual({ waitsFor: "question" });
    const [question] = await readQuestions(sam, id);
    expect(await answerQuestion(sam, { questionId: question?.id ?? "", words: "Yes." })).toMatchObject({
      value: { unsent: null },
    });
    expect(await trunk(id)).toEqual({ waitsFor: null });
    expect((await letters()).at(-1)).toMatchObject({
      ...{ kind: "document-over", address: readwell.address.ellen, words: "Sam Reyes: “Yes.”" },
    });
  });

  test("is answered once, and by its own office alone", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await ask(id);
    const [question] = await readQuestions(sam, id);
    const answer = (who = sam) => answerQuestion(who, { questionId: question?.id ?? "", words: "Yes." });
    const other = samOf(await makeReadwell(database.owner));
    expect(await answer(other)).toMatchObject({ reason: "not-found" });
    const both = await Promise.all([answer(), answer()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "not-allowed-now" });
  });

  test("has its answer on the page even where no message can be sent, and the office is told so", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    await ask(id);
    await database.owner`update contacts set email = 'ellen@elsewhere.example' where id = ${readwell.ellen}`;
    const [question] = await readQuestions(sam, id);
    expect(await answerQuestion(sam, { questionId: question?.id ?? "", words: "Yes." })).toMatchObject({
      value: { unsent: expect.stringContaining("not theirs any more") },
    });
    expect((await readQuestions(sam, id))[0]?.answer).toBe("Yes.");
  });

  test("is refused of a document that is over, was not sent to them, or is another client’s", async () => {
    const other = await makeReadwell(database.owner);
    const [theirs, draft, over] = [
      await makeDocument(database.owner, other, "invoice"),
      await makeDocument(database.owner, readwell, "scope", { draft: true }),
      await makeDocument(database.owner, readwell, "invoice"),
    ];
    await database.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${over}`;
    expect([await ask(theirs), await ask(draft), await ask(over)]).toMatchObject([
      { reason: "not-found" },
      { reason: "not-found" },
      { reason: "not-allowed-now" },
    ]);
    expect(await readOwnQuestions(ellenOf(other), over)).toEqual([]);
  });
});

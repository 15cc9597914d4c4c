import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { at, day, reminded, run, sent } from "@/e2e/support/reminders";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { answerQuestion, askQuestion, readQuestions } from "@/lib/documents/questions";
import { sendDocument } from "@/lib/documents/send";
import { readReminders } from "@/lib/reminders/office";
import { disputeInvoice, settleDispute } from "./dispute";
import { voidInvoice } from "./void";

eachAtReadwell(20);

const words = "You came three times in April, not four.";

const invoice = () => sent("invoice", day(4));
const ellen = (id: string) => atDocument(ellenOf(readwell), id);
const tom = (id: string) => atDocument(tomOf(readwell), id);

const rowOf = async (id: string) => {
  const [row] = await database.owner`
    select i.disputed_by as "by", i.dispute_reason as reason, d.waits_for as "waitsFor"
    from invoices i join documents d on d.id = i.document_id where d.id = ${id}`;
  return row;
};

/** Whom the office means to remind of anything in the week ahead. */
const plannedAhead = async (now = new Date()) =>
  (await readReminders(sam, now)).days.flatMap(({ reminders }) => reminders.map(({ person }) => person));

describe("a disagreement", () => {
  test("waits for the office, which is told what isn’t right, and is settled with words to everybody", async () => {
    const id = await invoice();
    expect(await disputeInvoice(ellen(id), { words })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toEqual({ by: "Ellen Marsh", reason: words, waitsFor: "disputed" });
    const [toOffice] = await database.owner`
      select detail from messages where tenant_id = ${readwell.tenantId} and kind = 'client-said'`;
    expect(toOffice?.detail).toMatchObject({ did: "disagrees with", words, person: "Ellen Marsh" });
    const settled = await settleDispute(sam, { id, words: "You are right. We take one visit off." });
    expect(settled).toMatchObject({ ok: true, value: { told: ["Ellen Marsh", "Tom Marsh"], untold: [] } });
    expect(await rowOf(id)).toEqual({ by: null, reason: null, waitsFor: null });
    const letters = await database.owner<{ detail: Record<string, string> }[]>`
      select detail from messages where tenant_id = ${readwell.tenantId} and kind = 'document'`;
    expect(letters.map(({ detail }) => [detail.occasion, detail.words])).toEqual(
      Array.from({ length: 2 }, () => ["settled", "You are right. We take one visit off."]),
    );
    const told = await database.owner`
      select kind from events where document_id = ${id} and kind like 'invoice.dispute%' order by id`;
    expect(told.map(({ kind }) => kind)).toEqual(["invoice.disputed", "invoice.dispute-settled"]);
    expect(await settleDispute(sam, { id, words })).toMatchObject({ reason: "not-allowed-now" });
  });

  test("is one, however often it is tapped and by whom at once", async () => {
    const id = await invoice();
    const taps = await Promise.all(Array.from({ length: 6 }, () => disputeInvoice(ellen(id), { words })));
    expect(taps.every(({ ok }) => ok)).toBe(true);
    expect(await disputeInvoice(tom(id), { words: "And the filter is not ours." })).toMatchObject({
      reason: "not-allowed-now",
    });
    const told =
      await database.owner`select 1 from events where document_id = ${id} and kind = 'invoice.disputed'`;
    expect(told).toHaveLength(1);
  });

  test("leaves a question that waits for its reply waiting, and is of no other kind, nor of what is over", async () => {
    const id = await invoice();
    await askQuestion(ellen(id), { words: "Which visit was the fourth?" });
    await disputeInvoice(ellen(id), { words });
    await settleDispute(sam, { id, words: "We take it off." });
    expect(await rowOf(id)).toMatchObject({ waitsFor: "question" });
    const scope = await sent("scope", day(4));
    expect(await disputeInvoice(ellen(scope), { words })).toMatchObject({ reason: "not-found" });
    await voidInvoice(sam, { id, reason: "Written twice" });
    expect(await disputeInvoice(ellen(id), { words })).toMatchObject({ reason: "not-allowed-now" });
  });
});

describe("reminders of an invoice", () => {
  test("pause while its client disagrees, and go on once that is settled", async () => {
    const id = await invoice();
    expect(await plannedAhead()).toHaveLength(4);
    await disputeInvoice(ellen(id), { words });
    expect(await plannedAhead()).toEqual([]);
    expect(await run(id, at(1))).toEqual([]);
    await settleDispute(sam, { id, words: "It is right as it is." });
    expect(await plannedAhead()).not.toEqual([]);
    expect(await run(id, at(5))).toEqual([readwell.address.ellen, readwell.address.tom].sort());
  });

  test("pause while a question waits for its reply, also where something else is waited for first", async () => {
    const id = await invoice();
    await disputeInvoice(ellen(id), { words });
    await askQuestion(tom(id), { words: "And what is the filter?" });
    await database.owner`update invoices set disputed_at = null where document_id = ${id}`;
    expect(await rowOf(id)).toMatchObject({ waitsFor: "disputed" });
    expect(await plannedAhead()).toEqual([]);
    const [question] = await readQuestions(sam, id);
    await answerQuestion(sam, { questionId: question?.id ?? "", words: "The cartridge." });
    expect(await plannedAhead()).not.toEqual([]);
  });

  test("pause while a bank is sending all that is left, and come of the deposit until it is there", async () => {
    const id = await invoice();
    await database.owner`update invoices set pending_cents = 39944 where document_id = ${id}`;
    expect(await plannedAhead()).toEqual([]);
    await database.owner`update invoices set pending_cents = 0 where document_id = ${id}`;
    expect(await plannedAhead()).toHaveLength(4);
    await database.owner`update documents set due_on = ${day(90)} where id = ${id}`;
    expect(await plannedAhead()).toEqual([]);
    await database.owner`update invoices set deposit_cents = 10000, deposit_due_on = ${day(4)} where document_id = ${id}`;
    expect(await plannedAhead()).toHaveLength(4);
    await database.owner`update invoices set paid_cents = 10000 where document_id = ${id}`;
    expect(await plannedAhead()).toEqual([]);
    expect(await reminded(id)).toEqual([]);
  });
});

describe("an invoice that is made void", () => {
  const over = async (id: string) => {
    const [row] = await database.owner`
      select d.closed_as as "closedAs", i.void_reason as reason, i.number from documents d join invoices i on i.document_id = d.id
      where d.id = ${id}`;
    return row;
  };

  test("keeps its number, and everybody who was sent it reads why; twice is once", async () => {
    const id = await invoice();
    const both = await Promise.all([1, 2].map(() => voidInvoice(sam, { id, reason: "Written twice" })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await over(id)).toEqual({ closedAs: "void", reason: "Written twice", number: "INV-1001" });
    const letters = await database.owner`
      select address, detail from messages where tenant_id = ${readwell.tenantId} and kind = 'document-over' order by address`;
    expect(letters.map(({ address }) => address)).toEqual(
      [readwell.address.ellen, readwell.address.tom].sort(),
    );
    expect(letters[0]?.detail).toMatchObject({
      ...{ heading: "Invoice INV-1001 was cancelled", words: "Written twice" },
    });
    const [event] = await database.owner`
      select detail from events where document_id = ${id} and kind = 'document.closed'`;
    expect(event?.detail).toMatchObject({ closedAs: "void", words: "Written twice" });
  });

  test("is refused while money of it is here, and as a draft", async () => {
    const id = await invoice();
    await database.owner`update invoices set paid_cents = 100 where document_id = ${id}`;
    expect(await voidInvoice(sam, { id, reason: "Written twice" })).toMatchObject({
      detail: { sentence: expect.stringMatching(/Refund that first/) },
    });
    expect(await over(id)).toMatchObject({ closedAs: null });
    await database.owner`update invoices set paid_cents = 0 where document_id = ${id}`;
    expect(await voidInvoice(sam, { id, reason: "Written twice" })).toMatchObject({ ok: true });
    const draft = await makeDocument(database.owner, readwell, "invoice", { draft: true });
    expect(await voidInvoice(sam, { id: draft, reason: "No" })).toMatchObject({ reason: "not-allowed-now" });
    expect(await sendDocument(sam, { documentId: id, address: readwell.address.ellen })).toMatchObject({
      reason: "not-allowed-now",
    });
  });
});

import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { ellenOf, samOf } from "@/e2e/support/scopes";
import { readHistory } from "@/lib/activity/activity";
import type { Event } from "@/lib/events/stream";
import { voidInvoice } from "@/lib/invoices/void";
import { recordDelivery } from "@/lib/links/delivered";
import { countInbox, readLane } from "@/lib/work-orders/inbox";
import { describeForInbox } from "@/lib/work-orders/live";
import { noteWait } from "./note-wait";
import { answerQuestion, askQuestion, readQuestions } from "./questions";
import { sendDocument } from "./send";
import { tellByLink } from "./tell-by-link";
import { answered, lockDocument, waitForOffice } from "./trunk";

eachAtReadwell(10);

const needsYou = async (scope = sam) => (await readLane(scope, "needs-you")).rows;

/** A document of Ellen's that was sent to her, and her, at it. */
async function sentToEllen(kind: Parameters<typeof makeDocument>[2] = "scope", to = readwell.address.ellen) {
  const id = await makeDocument(database.owner, readwell, kind, { draft: true });
  expect(await sendDocument(sam, { documentId: id, address: to })).toMatchObject({ ok: true });
  return id;
}

const ask = (documentId: string, words: string) =>
  askQuestion({ ...ellenOf(readwell), documentId }, { words });

/** What the mail provider says of the newest message to that address. */
async function bounce(address: string) {
  const [message] = await database.owner<{ id: string }[]>`
    update messages set sent_at = now() where id = (select id from messages where tenant_id = ${readwell.tenantId}
      and address = ${address} and link_id is not null order by queued_at desc limit 1) returning id`;
  await recordDelivery({
    what: "bounced",
    messageId: message?.id ?? null,
    providerId: "",
    at: new Date(),
    reason: "No such box.",
  });
}

describe("a document that waits for the office", () => {
  test("[A4] stands under “Needs you” with who, what, of which project and what they said, until it is answered", async () => {
    const id = await sentToEllen("invoice");
    expect(await needsYou()).toEqual([]);
    await database.owner`update documents set title = 'Deposit' where id = ${id}`;
    await ask(id, "Is this with tax?");
    expect(await needsYou()).toMatchObject([
      {
        id,
        opens: { document: id, client: readwell.ellen },
        title: "Deposit",
        under: "Ellen Marsh · Kitchen and rear addition",
        chip: { text: "Question" },
        line: "Is this with tax?",
      },
    ]);
    expect(await countInbox(sam)).toEqual({ needsYou: 1, inMotion: 0, doneToday: 0, open: 0 });
    const [question] = await readQuestions(sam, id);
    await answerQuestion(sam, { questionId: question?.id ?? "", words: "Yes." });
    expect(await needsYou()).toEqual([]);
    expect(await countInbox(sam)).toMatchObject({ needsYou: 0 });
  });

  test("[A4] is told to an open inbox as its row now, with the pages that show it, also once it is closed, and drops out of it once it is answered", async () => {
    const id = await sentToEllen("invoice");
    await ask(id, "Is this with tax?");
    expect(await describeForInbox(await newestEvent("document.asked"))).toMatchObject({
      subject: id,
      pages: [id, readwell.ellen, readwell.kitchen],
      row: { id, line: "Is this with tax?" },
      counts: { needsYou: 1 },
      sentence: "Ellen Marsh asked a question: Kitchen and rear addition",
      by: null,
    });
    await voidInvoice(sam, { id, reason: "Written twice" });
    expect(await describeForInbox(await newestEvent("document.closed"))).toMatchObject({
      row: { id, line: "Is this with tax?" },
      counts: { needsYou: 1 },
      by: { id: readwell.sam, name: "Sam Reyes" },
    });
    const [question] = await readQuestions(sam, id);
    await answerQuestion(sam, { questionId: question?.id ?? "", words: "Yes." });
    expect(await describeForInbox(await newestEvent("document.answered"))).toMatchObject({
      row: null,
      counts: { needsYou: 0 },
    });
  });

  test("says of several questions the one that has waited longest for its reply", async () => {
    const id = await sentToEllen("invoice");
    for (const words of ["Is this with tax?", "By card?", "By when?"]) await ask(id, words);
    const [first] = await readQuestions(sam, id);
    await database.owner`update document_questions set answered_at = now(), answer = 'Yes.' where id = ${first?.id ?? ""}`;
    expect(await needsYou()).toMatchObject([{ id, line: "By card?" }]);
  });

  test("is nobody else’s: another shop sees neither the row nor the count", async () => {
    await ask(await sentToEllen("invoice"), "Is this with tax?");
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    expect([await needsYou(other), (await countInbox(other)).needsYou]).toEqual([[], 0]);
  });

  test("is narrowed to what a member looks after, and left out where a contractor or a trade is asked for", async () => {
    const [mine, theirs] = [await sentToEllen("invoice"), await sentToEllen("invoice", readwell.address.tom)];
    for (const id of [mine, theirs]) await ask(id, "When?");
    await database.owner`update documents set member_id = ${readwell.sam} where id = ${mine}`;
    const ids = async (filter: Parameters<typeof readLane>[2]) =>
      (await readLane(sam, "needs-you", filter)).rows.map(({ id }) => id);
    expect(await ids({ mine: true })).toEqual([mine]);
    expect(await ids({ trade: "Plumbing" })).toEqual([]);
    expect((await ids({})).toSorted()).toEqual([mine, theirs].toSorted());
  });

  test("is led through once each with the others, page by page, the newest first", async () => {
    await database.owner`insert into documents (tenant_id, contact_id, kind, title, sent_at, waits_since, waits_for)
      select ${readwell.tenantId}, ${readwell.ellen}, 'scope', 'Scope ' || n, now(),
        timestamptz '2026-04-24' + n / 7 * interval '1 hour', 'changes' from generate_series(1, 70) n`;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readLane(sam, "needs-you", {}, cursor);
      seen.push(...page.rows.map(({ rank }) => rank.split("~")[1] ?? ""));
      cursor = page.cursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(70);
    expect(seen).toEqual(seen.toSorted().reverse());
  });

  test("tells by each cause what it waits for, also where nothing more is known of it", async () => {
    const lines: string[] = [];
    for (const why of ["changes", "countersign", "choices", "declined", "moved", "cancelled"] as const) {
      const id = await sentToEllen("invoice");
      await database.owner`update documents set sent_at = now() where id = ${id}`;
      await inTenant(sam, (tx) => waitForOffice(tx, id, why));
      lines.push((await needsYou()).find((row) => row.id === id)?.line ?? "");
      await voidInvoice(sam, { id, reason: "Written twice" });
      await database.owner`update links set issued_at = issued_at - interval '2 hours' where document_id = ${id}`;
    }
    expect(lines).toEqual([
      "Asks for changes",
      "Waits for your signature",
      "Waits for your approval",
      "No reason given",
      "Chose another time",
      "Cancelled by the client",
    ]);
  });
});

describe("a message that did not arrive", () => {
  test("[X2] [B18] puts its document under “Needs you”, with the address, until it is sent again", async () => {
    const id = await sentToEllen();
    await bounce(readwell.address.ellen);
    expect(await needsYou()).toMatchObject([
      { id, chip: { text: "Undelivered" }, line: `Email to ${readwell.address.ellen} bounced` },
    ]);
    await sendDocument(sam, { documentId: id, address: readwell.address.ellenPhone });
    expect(await needsYou()).toEqual([]);
  });

  test("waits no more once the office has noted it, which does away with nothing else and with nobody else’s", async () => {
    const id = await sentToEllen();
    await bounce(readwell.address.ellen);
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    expect(await noteWait(other, { id, waited: "undelivered" })).toMatchObject({ reason: "not-found" });
    expect(await noteWait(sam, { id, waited: "moved" })).toMatchObject({ ok: true });
    expect(await needsYou()).toHaveLength(1);
    const note = () => noteWait(sam, { id, waited: "undelivered" });
    expect((await Promise.all([note(), note()])).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await needsYou()).toEqual([]);
    const days = await readHistory(sam, { documentId: id }, new Date());
    const sentences = days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence));
    expect(sentences.filter((each) => each === "Noted that a link did not get there")).toHaveLength(1);
  });

  test("is no matter once its client has answered, or everybody was sent a later link", async () => {
    const answeredOne = await sentToEllen("invoice");
    await bounce(readwell.address.ellen);
    await inTenant(sam, (tx) => answered(tx, answeredOne, "confirmed"));
    expect(await needsYou()).toEqual([]);
    const told = await sentToEllen("invoice", readwell.address.tom);
    await bounce(readwell.address.tom);
    expect(await needsYou()).toHaveLength(1);
    await inTenant(sam, async (tx) => {
      const locked = await lockDocument(tx, told, "invoice");
      if (locked.ok) await tellByLink(tx, sam, locked.value, { occasion: "settled", says: {} });
    });
    expect(await needsYou()).toEqual([]);
  });

  test("is each person’s own: what the other one was sent later does not stand in for it", async () => {
    const id = await sentToEllen();
    await sendDocument(sam, { documentId: id, address: readwell.address.tom });
    await bounce(readwell.address.ellen);
    expect(await needsYou()).toHaveLength(1);
  });

  test("is no matter where the same person has a newer link, where it is closed, or beside a question", async () => {
    const newer = await sentToEllen();
    await sendDocument(sam, { documentId: newer, address: readwell.address.ellenPhone });
    await bounce(readwell.address.ellen);
    expect(await needsYou()).toEqual([]);
    const asked = await sentToEllen("invoice", readwell.address.tom);
    await ask(asked, "When?");
    await bounce(readwell.address.tom);
    expect((await needsYou()).map(({ chip }) => chip.text)).toEqual(["Question"]);
  });
});

async function newestEvent(kind: string): Promise<Event> {
  const [event] = await database.owner<Event[]>`
    select id, tenant_id as "tenantId", kind, actor, actor_id as "actorId", actor_name as "actorName",
      work_order_id as "workOrderId", document_id as "documentId" from events
    where tenant_id = ${readwell.tenantId} and kind = ${kind} order by id desc limit 1`;
  if (!event) throw new Error(`Nothing of the kind ${kind} happened.`);
  return event;
}

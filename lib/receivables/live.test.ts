import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeOwed } from "@/e2e/support/receivables";
import type { Event } from "@/lib/events/stream";
import { readLane } from "@/lib/work-orders/inbox";
import { describeForInbox } from "@/lib/work-orders/live";

eachAtReadwell(10);

/** Something that happened to an invoice’s money, as an open page is told of it. */
async function told(
  kind: string,
  actor: "contact" | "member" | "system",
  detail: Record<string, string | number>,
) {
  const id = await makeOwed(database.owner, readwell, { totalCents: 39_944, title: "April invoice" });
  const name = { contact: "Ellen Marsh", member: "Sam Reyes", system: "" }[actor];
  await database.owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, document_id, detail)
    values (${readwell.tenantId}, ${kind}, ${actor}, ${name}, ${readwell.ellen}, ${id}, ${database.owner.json(detail)})`;
  return { id, describe: await describeForInbox(await newestEvent()) };
}

async function newestEvent() {
  const [event] = await database.owner<Event[]>`
    select id::int, tenant_id as "tenantId", tx::text, at, kind, actor, actor_id as "actorId", actor_name as "actorName",
      work_order_id as "workOrderId", document_id as "documentId", contact_id as "contactId", detail
    from events order by id desc limit 1`;
  if (!event) throw new Error("Nothing happened.");
  return event;
}

const waitFor = (id: string, why: string) =>
  database.owner`update documents set waits_since = now(), waits_for = ${why} where id = ${id}`;

const rowOf = async (id: string) => (await readLane(sam, "needs-you")).rows.find((row) => row.id === id);

describe("money that moves", () => {
  test("is said to an open inbox with its amount, and reads the page of the money anew", async () => {
    const { id, describe } = await told("payment.received", "contact", { amountCents: 39_944 });
    expect(describe).toMatchObject({
      sentence: "Ellen Marsh paid $399.44",
      pages: [id, readwell.ellen, readwell.kitchen, "money"],
      row: null,
    });
    const { describe: pending } = await told("payment.pending", "contact", { amountCents: 39_944 });
    expect(pending.sentence).toBe("Ellen Marsh paid $399.44, which is on its way from a bank");
    const { describe: reversed } = await told("payment.reversed", "system", { amountCents: 39_944 });
    expect(reversed.sentence).toBe("A bank took $399.44 back: April invoice");
    const { describe: won } = await told("payment.received", "system", { amountCents: 39_944 });
    expect(won.sentence).toBe("A bank gave $399.44 back: April invoice");
  });

  test("is not said to those who did it themselves, and changes their page as well", async () => {
    const { describe } = await told("payment.received", "member", { amountCents: 39_944 });
    expect(describe).toMatchObject({ sentence: "", pages: expect.arrayContaining(["money"]) });
  });

  test("leaves the page of the money alone where only words were said", async () => {
    const { describe } = await told("document.asked", "contact", { words: "Is this with tax?" });
    expect(describe.pages).not.toContain("money");
  });
});

describe("an invoice that waits for the office", () => {
  test("says whose words they are when its client disagrees", async () => {
    const { id } = await told("invoice.disputed", "contact", { words: "You came three times." });
    await waitFor(id, "disputed");
    expect(await rowOf(id)).toMatchObject({
      ...{ title: "April invoice", under: "Ellen Marsh · Kitchen and rear addition" },
      ...{ chip: { text: "Disputed" }, line: "You came three times." },
    });
  });

  test("says how much did not come, and why: refused, or taken back later", async () => {
    const detail = { amountCents: 39_944, words: "The card was declined." };
    const { id } = await told("payment.failed", "contact", detail);
    await waitFor(id, "payment-failed");
    expect(await rowOf(id)).toMatchObject({
      chip: { text: "Not paid" },
      line: "$399.44. The card was declined.",
    });
    const { id: other } = await told("payment.reversed", "system", {
      amountCents: 10_000,
      words: "Returned unpaid.",
    });
    await waitFor(other, "payment-failed");
    expect(await rowOf(other)).toMatchObject({
      line: "$100.00. Returned unpaid.",
      under: expect.stringMatching(/^Ellen Marsh/),
    });
    const { id: back } = await told("refund.failed", "system", { amountCents: 2_000 });
    await waitFor(back, "refund-failed");
    expect(await rowOf(back)).toMatchObject({
      ...{ chip: { text: "Not refunded" }, line: "$20.00. A refund did not go through" },
    });
  });
});

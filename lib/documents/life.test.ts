import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { closeAsPaid, makePayment } from "@/e2e/support/payments";
import { samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { readHistory } from "@/lib/activity/activity";
import { noteLook } from "@/lib/links/life";
import { peekLinkById } from "@/lib/links/link";
import { editDocument, readDocument } from "./document";
import { giveTo, readLinks, setDue } from "./life";
import { sendDocument } from "./send";
import { standingOf } from "./view";

eachAtReadwell(10);

const moment = () => ({ now: new Date(), zone: "America/Chicago", locale: "en-US" });

async function sent(id: string, address = readwell.address.ellen) {
  const issued = await sendDocument(sam, { documentId: id, address });
  const link = issued.ok ? await peekLinkById(issued.value.id) : undefined;
  if (!link) throw new Error("It was not sent.");
  return link;
}

const standing = async (id: string) => {
  const read = await readDocument(sam, id, new Date());
  return read.ok ? standingOf(read.value).standing : read.reason;
};

test("[X2] the life of each link to a document is told by person, the newest first: a machine’s look, then a person’s", async () => {
  const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
  const first = await sent(id);
  await sent(id, readwell.address.tomPhone);
  await noteLook(first, true);
  const words = async () =>
    (await readLinks(sam, { documentId: id }, moment())).rows.map(({ name, marks: { opened, used } }) => [
      ...[name, opened.words, used.words],
    ]);
  expect(await words()).toEqual([
    ["Tom Marsh", "Not opened", "Not used"],
    ["Ellen Marsh", "A machine looked", "A machine looked"],
  ]);
  await noteLook(first, false);
  expect((await words())[1]?.[1]).toMatch(/^\d+:\d\d [AP]M$/);
  expect(await standing(id)).toBe("opened");
});

test("[X2] the link that an invoice was paid by ends with that, and the others with that it is settled", async () => {
  const id = await makeDocument(database.owner, readwell, "invoice");
  const [hers] = [await sent(id), await sent(id, readwell.address.tom)];
  await makePayment(database.owner, id, { linkId: hers.id });
  await closeAsPaid(database.owner, id);
  const { rows } = await readLinks(sam, { documentId: id }, moment());
  expect(rows.map(({ name, marks: { used } }) => [name, used.words])).toEqual([
    ["Tom Marsh", "Settled"],
    ["Ellen Marsh", expect.stringMatching(/^Paid \d+:\d\d [AP]M$/)],
  ]);
});

test("[X2] the links to a document are told page by page, each once, whatever moment they share", async () => {
  const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
  await database.owner`
    insert into links (tenant_id, purpose, contact_id, document_id, class, channel, address, issued_at, expires_at)
    select ${readwell.tenantId}, 'scope-review', ${readwell.ellen}, ${id}, 'single-use', 'email', ${readwell.address.ellen},
      timestamptz '2026-04-24' + n / 9 * interval '1 day', timestamptz '2026-06-24' from generate_series(1, 230) n`;
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await readLinks(sam, { documentId: id, after }, moment());
    seen.push(...page.rows.map((row) => row.id));
    after = page.after ?? undefined;
  } while (after);
  expect([seen.length, new Set(seen).size]).toEqual([230, 230]);
});

test("[X2] what happened to a document and to its links is one history, and what one member changes on end is told once", async () => {
  const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
  for (const version of [1, 2, 3])
    await editDocument(sam, id, { title: "Rear addition", body: "Oak.", version });
  await noteLook(await sent(id), false);
  const days = await readHistory(sam, { documentId: id }, new Date());
  const sentences = days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence));
  expect(sentences.filter((each) => each === "Rear addition changed")).toHaveLength(1);
  expect(sentences).toContain("Scope review link opened");
  expect(await readHistory(sam, { projectId: readwell.kitchen }, new Date())).toEqual(days);
  const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
  expect(await readHistory(other, { documentId: id }, new Date())).toEqual([]);
  expect((await readLinks(other, { documentId: id }, moment())).rows).toEqual([]);
});

test("what a member changes of a document is told apart: its words, its day, and who keeps it", async () => {
  const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
  const june = await insert(database.owner, "members", {
    ...{ tenant_id: readwell.tenantId, name: "June Okafor", email: "june@readwell.example", role: "manager" },
  });
  const words = { title: "Rear addition", body: "Oak." };
  await editDocument(sam, id, { ...words, version: 1 });
  for (const dueOn of ["2026-05-03", "2026-05-07", "2026-05-07", null]) await setDue(sam, { id, dueOn });
  for (const memberId of [june, june]) await giveTo(sam, { id, memberId });
  for (const version of [2, 3]) await editDocument(sam, id, { ...words, version });
  const days = await readHistory(sam, { documentId: id }, new Date());
  expect(days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence))).toEqual([
    "Rear addition changed",
    "Rear addition changed: now kept by June Okafor",
    "Rear addition changed: due day from Thu, May 7 to none",
    "Rear addition changed: due day from Sun, May 3 to Thu, May 7",
    "Rear addition changed: due day from none to Sun, May 3",
    "Rear addition changed",
  ]);
});

test("a document’s day and its keeper change after it was sent, and no more once it is closed", async () => {
  const id = await makeDocument(database.owner, readwell, "invoice");
  const june = await insert(database.owner, "members", {
    ...{ tenant_id: readwell.tenantId, name: "June Okafor", email: "june@readwell.example", role: "manager" },
  });
  expect(await setDue(sam, { id, dueOn: "2026-05-01" })).toMatchObject({ value: { dueOn: "2026-05-01" } });
  expect(await setDue(sam, { id, dueOn: null })).toMatchObject({ value: { dueOn: null, version: 1 } });
  expect(await giveTo(sam, { id, memberId: june })).toMatchObject({ value: { memberId: june } });
  const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
  expect(await giveTo(sam, { id, memberId: other.sam })).toMatchObject({ reason: "invalid" });
  expect(await setDue(samOf(other), { id, dueOn: "2026-05-01" })).toMatchObject({ reason: "not-found" });
  await database.owner`update members set active = false where id = ${june}`;
  expect(await giveTo(sam, { id, memberId: june })).toMatchObject({ reason: "invalid" });
  await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
  expect(await setDue(sam, { id, dueOn: "2026-05-01" })).toMatchObject({ reason: "not-allowed-now" });
});

test("where a contract stands counts those who signed it, before it is answered and after", async () => {
  const id = await makeDocument(database.owner, readwell, "contract");
  await database.owner`delete from contract_signees where document_id = ${id}`;
  for (const [place, person] of (["primary", "partner"] as const).entries())
    await database.owner`insert into contract_signees ${database.owner({
      ...{ tenant_id: readwell.tenantId, document_id: id, contact_id: readwell.ellen, person, place },
      name: person === "primary" ? "Ellen Marsh" : "Tom Marsh",
    })}`;
  expect(await standing(id)).toBe("sent");
  await database.owner`update contract_signees set confirmed_at = now() where document_id = ${id} and person = 'primary'`;
  expect(await standing(id)).toBe("part-signed");
  await database.owner`update documents set answered_at = now(), answered_as = 'complete' where id = ${id}`;
  expect(await standing(id)).toBe("complete");
});

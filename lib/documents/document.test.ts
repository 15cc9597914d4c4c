import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { peekLinkById } from "@/lib/links/link";
import type { DocumentEnd } from "@/lib/links/policy";
import { closeDocument, createDocument, editDocument, endsOf, listDocuments } from "./document";
import { sendDocument } from "./send";

eachAtReadwell(20);

const send = (documentId: string, address = readwell.address.ellen) =>
  sendDocument(sam, { documentId, address });

const list = async (whose: { contactId: string } | { projectId: string }) =>
  (await listDocuments(sam, { ...whose, now: new Date() })).rows;

const messages = () => database.owner<{ address: string; kind: string; title: string }[]>`
  select address, kind, detail->>'title' as title from messages where tenant_id = ${readwell.tenantId}`;

describe("sending a document", () => {
  test("[B18] issues a link of its purpose to the one address, and from then on it is addressed to that address", async () => {
    const contract = await makeDocument(database.owner, readwell, "contract");
    const sent = await send(contract, readwell.address.tomPhone);
    expect(sent).toMatchObject({ ok: true, value: { purpose: "contract-signature" } });
    expect(await messages()).toEqual([
      { address: readwell.address.tomPhone, kind: "document", title: "Kitchen and rear addition" },
    ]);
    const [document] = await list({ contactId: readwell.ellen });
    expect(document).toMatchObject({
      addressedTo: [readwell.address.tomPhone],
      sent: [{ address: readwell.address.tomPhone, state: "queued" }],
    });
  });

  test("works for a client without portal access, and not for one who is not active", async () => {
    const scope = await makeDocument(database.owner, readwell, "scope");
    await database.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
    expect(await send(scope)).toMatchObject({ ok: true });
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    expect(await send(scope)).toMatchObject({ ok: false, reason: "contact-inactive" });
  });

  test("[B14] [B18] again is sent three times an hour to one address, and the fourth is told the clock time", async () => {
    const invoice = await makeDocument(database.owner, readwell, "invoice");
    const all = await Promise.all(Array.from({ length: 10 }, () => send(invoice)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(3);
    const refused = all.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ reason: "too-many-requests" });
    expect(!refused || refused.ok || refused.detail.sentence).toMatch(
      /You can send again at \d+:\d\d [AP]M\.$/,
    );
    expect(await send(invoice, readwell.address.tom)).toMatchObject({ ok: true });
  });

  test("[B16] to another shop’s document, or to somebody else’s address, is refused", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    const theirs = await makeDocument(database.owner, other, "invoice");
    expect(await send(theirs)).toMatchObject({ reason: "not-found" });
    const ours = await makeDocument(database.owner, readwell, "invoice");
    expect(await send(ours, other.address.ellen)).toMatchObject({ reason: "no-address" });
  });
});

describe("a document that is closed", () => {
  test("[C5] opens by none of its links, is sent no more, and closing it once more as the same is no error", async () => {
    const sheet = await makeDocument(database.owner, readwell, "selections");
    const sent = await send(sheet);
    const close = (as: DocumentEnd) => closeDocument(sam, { id: sheet, as });
    expect(await close("closed")).toMatchObject({ ok: true, value: { closedAs: "closed" } });
    expect(await peekLinkById(sent.ok ? sent.value.id : "")).toMatchObject({ state: "settled" });
    expect(await send(sheet)).toMatchObject({ reason: "not-allowed-now" });
    expect([(await close("closed")).ok, (await close("withdrawn")).ok]).toEqual([true, false]);
    const told =
      await database.owner`select 1 from events where kind = 'document.closed' and detail->>'documentId' = ${sheet}`;
    expect(told).toHaveLength(1);
  });

  test.each([
    ["contract", "paid"],
    ["service-report", "void"],
    ["scope", "cancelled"],
    ["invoice", "paid"],
  ] as const)("of the kind %s is never closed as %s", async (kind, as) => {
    const draft = kind === "contract" || kind === "invoice";
    const id = await makeDocument(database.owner, readwell, kind, { draft });
    expect(await closeDocument(sam, { id, as })).toMatchObject({ reason: "not-allowed-now" });
    expect(await closeDocument(sam, { id, as: endsOf[kind][0] })).toMatchObject({ ok: true });
  });

  test.each(["contract", "invoice"] as const)(
    "one of the kind %s that was sent ends in its own room, where everybody reads why",
    async (kind) => {
      const id = await makeDocument(database.owner, readwell, kind);
      expect(await closeDocument(sam, { id, as: "void" })).toMatchObject({ reason: "not-allowed-now" });
    },
  );
});

describe("the words of a document", () => {
  const words = { title: "Bathroom", body: "Tiles to the ceiling." };

  test("are changed until it is sent, and stay as they were sent", async () => {
    const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
    expect(await editDocument(sam, id, { ...words, version: 1 })).toMatchObject({ ok: true, value: words });
    const again = { ...words, title: "Laundry", version: 1 };
    expect(await editDocument(sam, id, again)).toMatchObject({ reason: "stale" });
    await send(id);
    expect(await editDocument(sam, id, { ...again, version: 2 })).toMatchObject({
      reason: "not-allowed-now",
    });
  });

  test("are written for one of the client’s own projects, or for none", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    const write = (projectId: string | null, contactId = readwell.ellen) =>
      createDocument(sam, { ...words, kind: "contract", contactId, projectId });
    expect(await write(null)).toMatchObject({ ok: true });
    expect(await write(readwell.kitchen)).toMatchObject({ ok: true, value: { projectId: readwell.kitchen } });
    expect(await write(other.kitchen)).toMatchObject({ reason: "invalid", detail: { field: "projectId" } });
    expect(await write(null, other.ellen)).toMatchObject({ reason: "not-found" });
    expect(await list({ projectId: readwell.kitchen })).toHaveLength(1);
  });

  test("[B18] are saved and sent in one, and saved all the same when they can’t be sent", async () => {
    const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
    expect(await editDocument(sam, id, { ...words, version: 1, to: "eve@elsewhere.example" })).toMatchObject({
      reason: "no-address",
    });
    expect(await list({ contactId: readwell.ellen })).toMatchObject([{ ...words, sentAt: null }]);
    const last = { ...words, title: "Laundry", version: 2, to: readwell.address.tom };
    expect(await editDocument(sam, id, last)).toMatchObject({ ok: true });
    expect(await messages()).toEqual([{ address: readwell.address.tom, kind: "document", title: "Laundry" }]);
    expect(await editDocument(sam, id, last)).toMatchObject({ reason: "not-allowed-now" });
    expect(await messages()).toHaveLength(1);
  });
});

test("the documents of a client are led through once each, the newest first, whatever moment they share", async () => {
  await database.owner`insert into documents (tenant_id, contact_id, kind, title, created_at)
    select ${readwell.tenantId}, ${readwell.ellen}, 'invoice', 'Invoice ' || n, timestamptz '2026-04-24' + n / 7 * interval '1 day'
    from generate_series(1, 230) n`;
  const seen: Date[] = [];
  let after: string | undefined;
  do {
    const page = await listDocuments(sam, { contactId: readwell.ellen, now: new Date(), after });
    seen.push(...page.rows.map(({ createdAt }) => createdAt));
    after = page.after ?? undefined;
  } while (after);
  expect(seen).toHaveLength(230);
  expect(seen).toEqual(seen.toSorted((one, other) => other.getTime() - one.getTime()));
});

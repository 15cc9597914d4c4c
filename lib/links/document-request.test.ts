import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { makeDocument, makeReadwell, type Readwell } from "@/e2e/support/clients";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { answerRequests } from "@/e2e/support/queue";
import { insert } from "@/e2e/support/world";
import { theSystem } from "@/lib/events/record";
import { linksAskedBy } from "./link";
import type { DocumentKind, Purpose } from "./policy";
import { requestLink } from "./request";
import { sendLink } from "./send";

let database: TestDatabase;
let readwell: Readwell;
let contract: string;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  readwell = await makeReadwell(database.owner);
  contract = await makeDocument(database.owner, readwell, "contract");
});
afterAll(() => database.drop());

function ask(address: string, documentId = contract, kind: DocumentKind = "contract") {
  const askedBy = randomBytes(32);
  const request = requestLink({ documentId, kind }, { address, askedBy, askedFrom: "Safari on iOS" });
  return { request, askedBy };
}

/** What was sent to whoever asks for the contract with that address. */
async function sent(address: string, documentId = contract, kind: DocumentKind = "contract") {
  const { request, askedBy } = ask(address, documentId, kind);
  expect((await request).ok).toBe(true);
  await answerRequests(database.owner);
  return linksAskedBy(askedBy);
}

/** The office sends the contract, as its page does. */
const officeSends = (address: string, documentId = contract, purpose: Purpose = "contract-signature") =>
  gate().transaction(async (tx) => {
    const { id, kind, title, contactId, tenantId } = documents;
    const [document] = await tx
      .select({ id, kind, title, contactId, tenantId })
      .from(documents)
      .where(eq(documents.id, documentId));
    const [contact] = await tx
      .select()
      .from(contacts)
      .where(eq(contacts.id, document?.contactId ?? ""));
    const [tenant] = await tx
      .select()
      .from(tenants)
      .where(eq(tenants.id, document?.tenantId ?? ""));
    if (!document || !contact || !tenant) throw new Error("The document is gone.");
    const to = { tenant, contact, channel: "email" as const, address };
    return sendLink(tx, to, {
      purpose,
      document: purpose === "portal-login" ? null : document,
      by: theSystem,
    });
  });

const change = (row: Record<string, string | boolean>) =>
  database.owner`update contacts set ${database.owner(row)} where id = ${readwell.ellen}`;

describe("asking for a document's link again", () => {
  test("[B15] brings a link to the same document, to the primary and to the partner each their own", async () => {
    for (const address of [readwell.address.ellen, readwell.address.tom]) {
      const [link, ...others] = await sent(address);
      expect(others).toEqual([]);
      expect(link).toMatchObject({ purpose: "contract-signature", address, document: { id: contract } });
    }
    const [row] = await database.owner`select addressed_to from documents where id = ${contract}`;
    expect(row?.addressed_to).toEqual([readwell.address.ellen, readwell.address.tom]);
  });

  test("[B15] works without portal access", async () => {
    await change({ portal_access: false });
    expect(await sent(readwell.address.ellen)).toHaveLength(1);
  });

  test("[B3] brings nothing to a stranger, to another client, to an inactive one, or of a settled document", async () => {
    const other = await makeReadwell(database.owner);
    expect(await sent("eve@elsewhere.example")).toEqual([]);
    expect(await sent(other.address.ellen)).toEqual([]);
    await change({ active: false });
    expect(await sent(readwell.address.ellen)).toEqual([]);
    await change({ active: true });
    await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${contract}`;
    expect(await sent(readwell.address.ellen)).toEqual([]);
  });

  test("of a document that is none, or of another kind, is counted and answered like any, and brings nothing", async () => {
    for (const [id, kind] of [
      [randomUUID(), "contract"],
      [contract, "invoice"],
    ] as const) {
      for (let times = 0; times < 3; times += 1)
        expect(await sent(readwell.address.ellen, id, kind)).toEqual([]);
      expect(await ask(readwell.address.ellen, id, kind).request).toMatchObject({
        reason: "too-many-requests",
      });
    }
  });

  test("[B6] with the address of two people brings the link of the one who signs", async () => {
    const { tenantId, suffix, address } = readwell;
    const dana = await insert(database.owner, "contacts", {
      ...{ tenant_id: tenantId, kind: "client", name: `Dana ${suffix}`, email: address.tom },
    });
    await database.owner`
      update contract_signees set contact_id = ${dana}, person = 'primary' where document_id = ${contract} and person = 'partner'`;
    expect(await sent(address.tom)).toHaveLength(1);
    const issued = await database.owner`select contact_id from links where address = ${address.tom}`;
    expect([...issued]).toEqual([{ contact_id: dana }]);
  });

  test.each([
    { answered: null, occasion: "sent" },
    { answered: "signed", occasion: "again" },
    { answered: "declined", occasion: "again" },
  ])("of a contract that is answered $answered says so: $occasion", async ({ answered, occasion }) => {
    await database.owner`
      update documents set answered_as = ${answered}, answered_at = case when ${answered}::text is not null then now() end
      where id = ${contract}`;
    await sent(readwell.address.ellen);
    const letters = await database.owner`
      select m.detail->>'occasion' as occasion from messages m join links l on l.id = m.link_id where l.document_id = ${contract}`;
    expect([...letters]).toEqual([{ occasion }]);
  });

  test("of a draft brings nothing, and leaves it a draft", async () => {
    const draft = await makeDocument(database.owner, readwell, "contract", { draft: true });
    expect(await sent(readwell.address.ellen, draft)).toEqual([]);
    expect([...(await database.owner`select sent_at from documents where id = ${draft}`)]).toEqual([
      { sent_at: null },
    ]);
  });

  test.each(["ellen", "stranger"])(
    "[B14] of a hundred requests at once by %s three are taken",
    async (who) => {
      const address = who === "ellen" ? readwell.address.ellen : "eve@elsewhere.example";
      const answers = await Promise.all(Array.from({ length: 100 }, () => ask(address).request));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    },
  );

  test("[B14] [B18] what the office sends counts with what is asked for, and it is told how long to wait", async () => {
    const { ellen, tom } = readwell.address;
    expect((await officeSends(ellen)).ok).toBe(true);
    expect(await sent(ellen)).toHaveLength(1);
    expect((await officeSends(ellen)).ok).toBe(true);
    const fourth = await officeSends(ellen);
    expect(fourth).toMatchObject({ ok: false, reason: "too-many-requests" });
    expect(!fourth.ok && fourth.detail.retryAfterSeconds).toBeGreaterThan(3_500);
    expect((await ask(ellen).request).ok).toBe(false);
    expect((await officeSends(tom)).ok).toBe(true);
  });

  test("[B14] another business, and another purpose, have counts of their own", async () => {
    const { ellen } = readwell.address;
    for (let times = 0; times < 3; times += 1) expect((await officeSends(ellen)).ok).toBe(true);
    const scope = await makeDocument(database.owner, readwell, "scope");
    expect(await sent(ellen, scope, "scope")).toHaveLength(1);
    const elsewhere = await makeReadwell(database.owner, { email: ellen }, "Bluewater Pools");
    const theirs = await makeDocument(database.owner, elsewhere, "contract");
    expect(await sent(ellen, theirs)).toHaveLength(1);
  });

  test("[B14] a sign-in link of the office counts with those asked for at the clients' door", async () => {
    const { ellen } = readwell.address;
    const request = { address: ellen, askedBy: randomBytes(32), askedFrom: "Safari on iOS" };
    expect((await requestLink("portal-login", request)).ok).toBe(true);
    expect((await officeSends(ellen, contract, "portal-login")).ok).toBe(true);
    expect((await requestLink("portal-login", request)).ok).toBe(true);
    expect(await officeSends(ellen, contract, "portal-login")).toMatchObject({ reason: "too-many-requests" });
    expect(await requestLink("portal-login", request)).toMatchObject({ reason: "too-many-requests" });
  });

  test("nothing is sent to an address that is not this client's", async () => {
    expect(await officeSends("eve@elsewhere.example")).toMatchObject({ reason: "no-address" });
    expect(await database.owner`select 1 from links where contact_id = ${readwell.ellen}`).toHaveLength(0);
  });
});

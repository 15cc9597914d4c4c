import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { kindsOfDocument } from "@/lib/links/policy";
import { createDocument } from "./document";
import { duplicateDocument } from "./duplicate";

eachAtReadwell(10);

const again = (id: string, to: Partial<Parameters<typeof duplicateDocument>[1]> = {}) =>
  duplicateDocument(sam, { id, contactId: readwell.ellen, projectId: readwell.kitchen, ...to });

async function begun(kind: Parameters<typeof createDocument>[1]["kind"]) {
  const words = { title: "Rear addition", body: "Cabinets in white oak." };
  const whose = { contactId: readwell.ellen, projectId: readwell.kitchen };
  const begun = await createDocument(sam, { kind, ...words, ...whose });
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value.id;
}

for (const kind of kindsOfDocument) {
  test(`a ${kind} is written once more as a draft with the same words, and nothing of what came of it`, async () => {
    const id = await begun(kind);
    await database.owner`update documents set sent_at = now(), addressed_to = array['a@b.example'], answered_at = now(),
      answered_as = 'approved', waits_since = now(), waits_for = 'question', due_on = '2026-05-01', closed_at = now(),
      closed_as = 'void' where id = ${id}`;
    const made = await again(id);
    expect(made).toMatchObject({
      ok: true,
      value: {
        ...{ kind, title: "Rear addition", body: "Cabinets in white oak.", memberId: readwell.sam },
        ...{ contactId: readwell.ellen, projectId: readwell.kitchen, version: 1, addressedTo: [] },
        ...{ sentAt: null, answeredAt: null, answeredAs: null, waitsSince: null, waitsFor: null },
        ...{ closedAt: null, closedAs: null, dueOn: null },
      },
    });
    expect(made.ok && made.value.id).not.toBe(id);
  });
}

test("a scope’s lines are written once more, of its newest revision, without what was said of them", async () => {
  const id = await begun("scope");
  const of = { tenant_id: readwell.tenantId, document_id: id };
  const key = crypto.randomUUID();
  await database.owner`insert into scope_lines ${database.owner({
    ...of,
    ...{ revision: 1, key, group: "Kitchen", place: 1, words: "Cabinets", amount_cents: 648_000 },
  })}`;
  await database.owner`insert into scope_comments ${database.owner({
    ...of,
    ...{
      revision: 1,
      line_key: key,
      contact_id: readwell.ellen,
      person: "primary",
      name: "Ellen Marsh",
      words: "Oak?",
    },
  })}`;
  const made = await again(id);
  const copy = made.ok ? made.value.id : "";
  const lines = await database.owner`
    select revision, "group", words, amount_cents::int from scope_lines where document_id = ${copy}`;
  expect([...lines]).toEqual([{ revision: 1, group: "Kitchen", words: "Cabinets", amount_cents: 648_000 }]);
  expect(await database.owner`select 1 from scope_comments where document_id = ${copy}`).toHaveLength(0);
});

test("a contract’s signatures stay with it: those who sign the new one have not", async () => {
  const id = await begun("contract");
  await database.owner`update contract_signees set signed_at = now(), confirmed_at = now(),
    signature = '{"kind": "typed", "name": "Ellen Marsh"}' where document_id = ${id}`;
  const made = await again(id);
  const signees = await database.owner<{ name: string; signed: boolean }[]>`
    select name, signature is not null or signed_at is not null or confirmed_at is not null as signed
    from contract_signees where document_id = ${made.ok ? made.value.id : ""} order by place`;
  expect([...signees]).toEqual([
    { name: "Ellen Marsh", signed: false },
    { name: "Tom Marsh", signed: false },
  ]);
});

test("an appointment goes to where its client is: only for the same client and project to the same place", async () => {
  const whose = { tenant_id: readwell.tenantId };
  const rui = await insert(database.owner, "contacts", {
    ...{ ...whose, kind: "client", name: "Rui Costa", time_zone: "America/Denver" },
  });
  const place = async (client: string, at: string) =>
    insert(database.owner, "projects", { ...whose, contact_id: client, name: at, place: at });
  const [bath, deck] = [await place(rui, "7 Larimer St"), await place(readwell.ellen, "2 Lake Rd")];
  const id = await begun("appointment");
  await database.owner`update appointments set place = '118 Quarry Bend', zone = 'America/New_York', stays = 'an hour'
    where document_id = ${id}`;
  const madeFor = async (to: Parameters<typeof again>[1]) => {
    const made = await again(id, to);
    const [row] = await database.owner`
      select place, zone, stays from appointments where document_id = ${made.ok ? made.value.id : ""}`;
    return row;
  };
  const stays = "an hour";
  expect(await madeFor({})).toEqual({ place: "118 Quarry Bend", zone: "America/New_York", stays });
  expect(await madeFor({ projectId: deck })).toEqual({ place: "2 Lake Rd", zone: "America/Chicago", stays });
  const ruis = { contactId: rui, projectId: bath };
  expect(await madeFor(ruis)).toEqual({ place: "7 Larimer St", zone: "America/Denver", stays });
  expect(await madeFor({ ...ruis, projectId: null })).toEqual({ place: "", zone: "America/Denver", stays });
});

test("a document goes over to another client and their project, and never to somebody else’s", async () => {
  const id = await makeDocument(database.owner, readwell, "invoice");
  const whose = { tenant_id: readwell.tenantId };
  const rui = await insert(database.owner, "contacts", { ...whose, kind: "client", name: "Rui Costa" });
  const bath = await insert(database.owner, "projects", { ...whose, contact_id: rui, name: "Bath" });
  expect(await again(id, { contactId: rui, projectId: bath })).toMatchObject({
    ok: true,
    value: { contactId: rui, projectId: bath },
  });
  expect(await again(id, { contactId: rui })).toMatchObject({ reason: "invalid" });
  const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
  expect(await again(id, { contactId: other.ellen, projectId: null })).toMatchObject({ reason: "not-found" });
  const taken = { id, contactId: other.ellen, projectId: null };
  expect(await duplicateDocument(samOf(other), taken)).toMatchObject({ reason: "not-found" });
});

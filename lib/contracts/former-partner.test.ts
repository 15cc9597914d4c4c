import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { answerRequests } from "@/e2e/support/queue";
import { atDocument, tomOf } from "@/e2e/support/scopes";
import { signAndConfirm } from "@/e2e/support/signing";
import { insert } from "@/e2e/support/world";
import { seenBy } from "@/lib/auth/may-see";
import { type ClientScope, scopeOf } from "@/lib/auth/scope";
import { linksAskedBy } from "@/lib/links/link";
import { requestLink } from "@/lib/links/request";
import { editClient } from "@/lib/people/clients";
import { readPortalHome } from "@/lib/portal/home";
import { readSigning } from "./for-client";

eachAtReadwell();

/** A contract of Dana’s, another client, which Tom has signed as well. */
let danas: string;

beforeEach(async () => {
  danas = await makeDocument(database.owner, readwell, "contract");
  const dana = await insert(database.owner, "contacts", {
    ...{ tenant_id: readwell.tenantId, kind: "client", name: "Dana Whitfield" },
    email: `dana-${readwell.suffix}@whitfield.example`,
  });
  await database.owner`update documents set contact_id = ${dana}, project_id = null where id = ${danas}`;
  await database.owner`delete from contract_signees where document_id = ${danas} and person = 'primary'`;
  await signAndConfirm(database.owner, atDocument(tomOf(readwell), danas));
});

/** Saves Ellen’s partner as another, by this name and where they are reached; answers with them, signed in. */
async function partnerIs(name: string, email: string, phone: string | null): Promise<ClientScope> {
  const { ellen, ellenPhone } = readwell.address;
  const people = { name: "Ellen Marsh", email: ellen, phone: ellenPhone };
  const partner = { partnerName: name, partnerEmail: email, partnerPhone: phone };
  const details = { ...people, ...partner, timeZone: null, active: true, portalAccess: true, version: 1 };
  expect(await editClient(sam, readwell.ellen, details)).toMatchObject({ ok: true });
  return scopeOf(readwell.tenantId, { ...tomOf(readwell).actor, name, address: email });
}

const kim = () => partnerIs("Kim Marsh", `kim-${readwell.suffix}@marsh.example`, null);
const thomas = () => partnerIs("Thomas Marsh", `new-${readwell.address.tom}`, readwell.address.tomPhone);

async function linksFor(address: string, documentId: string) {
  const askedBy = randomBytes(32);
  const request = { address, askedBy, askedFrom: "Safari on iOS" };
  expect(await requestLink({ documentId, kind: "contract" }, request)).toMatchObject({ ok: true });
  await answerRequests(database.owner);
  return (await linksAskedBy(askedBy)).length;
}

const recentOf = async (scope: ClientScope) =>
  (await readPortalHome(scope, { now: new Date(), projectId: undefined })).recent.length;

describe("another client’s contract that a partner signed", () => {
  test("[B6] [B13] is neither read, heard of nor asked for by the partner who came after", async () => {
    const scope = await kim();
    expect(await seenBy([scope], { kind: "contract", id: danas })).toBeUndefined();
    expect(await recentOf(scope)).toBe(0);
    expect(await linksFor(scope.actor.address, danas)).toBe(0);
  });

  test("[B6] [B13] stays theirs where only their name was corrected", async () => {
    const scope = await thomas();
    expect(await seenBy([scope], { kind: "contract", id: danas })).toBeDefined();
    expect(await recentOf(scope)).toBe(1);
    expect(await linksFor(scope.actor.address, danas)).toBe(1);
    const { act, signees } = await readSigning(scope, danas);
    expect([act.kind, signees.map(({ name, isMe }) => [name, isMe])]).toEqual([
      "signed",
      [["Tom Marsh", true]],
    ]);
  });
});

test("[B6] a client’s new partner reads its contracts, and is none of those who signed them", async () => {
  const id = await makeDocument(database.owner, readwell, "contract");
  await signAndConfirm(database.owner, atDocument(tomOf(readwell), id));
  const scope = await kim();
  expect(await seenBy([scope], { kind: "contract", id })).toBeDefined();
  const { act, signees } = await readSigning(scope, id);
  expect(act).toEqual({ kind: "read", names: ["Ellen Marsh"] });
  expect(signees.some(({ isMe }) => isMe)).toBe(false);
});

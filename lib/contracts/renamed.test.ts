import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { at, day, run, sent } from "@/e2e/support/reminders";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import { sign, signAndConfirm } from "@/e2e/support/signing";
import { type ClientScope, scopeOf } from "@/lib/auth/scope";
import { readPortalHome } from "@/lib/portal/home";
import { readSigning } from "./for-client";

eachAtReadwell();

/** The office corrects a name, and whoever has it goes on under the new one. */
const ellenIs = (name: string) => renamed(ellenOf(readwell), name, "name");
const tomIs = async (name: string) => {
  await database.owner`update contacts set partner_once = array[partner_name] where id = ${readwell.ellen}`;
  return renamed(tomOf(readwell), name, "partner_name");
};

async function renamed(scope: ClientScope, name: string, column: string): Promise<ClientScope> {
  await database.owner`update contacts set ${database.owner({ [column]: name })} where id = ${readwell.ellen}`;
  return scopeOf(readwell.tenantId, { ...scope.actor, name });
}

const homeOf = (scope: ClientScope) => readPortalHome(scope, { now: new Date(), projectId: undefined });
const contract = () => makeDocument(database.owner, readwell, "contract");

describe("[B6] who is called something else than a sealed contract names", () => {
  test("is told what a signature would be refused with, and is asked for none on the home", async () => {
    const id = await contract();
    const ellen = await ellenIs("Ellen Okafor");
    const { act, signees } = await readSigning(ellen, id);
    expect(act).toEqual({ kind: "renamed", name: "Ellen Marsh" });
    expect(signees.map(({ name, isMe, words }) => [name, isMe, words])).toEqual([
      ["Ellen Marsh", false, "Can’t be signed under this name"],
      ["Tom Marsh", false, "Waiting. Signs from a link of their own"],
    ]);
    expect(await homeOf(ellen)).toMatchObject({
      tasks: [],
      filed: [{ row: { state: "It names Ellen Marsh, so you can’t sign it" } }],
    });
    expect((await readSigning(tomOf(readwell), id)).act.kind, "the other signs on").toBe("sign");
  });

  test("is told so as a partner, before their turn, and instead of being asked to confirm", async () => {
    const id = await contract();
    await sign(database.owner, atDocument(tomOf(readwell), id));
    const tom = await tomIs("Thomas Marsh");
    const actOf = async () => (await readSigning(tom, id)).act;
    expect(await actOf()).toEqual({ kind: "renamed", name: "Tom Marsh" });
    await database.owner`update contract_signees set signed_at = null, signature = null where document_id = ${id}`;
    await database.owner`update contracts set "order" = 'set' where document_id = ${id}`;
    expect(await actOf()).toEqual({ kind: "renamed", name: "Tom Marsh" });
    expect((await homeOf(tom)).tasks).toEqual([]);
  });

  test("stays one who has signed where that was before", async () => {
    const id = await contract();
    await signAndConfirm(database.owner, atDocument(ellenOf(readwell), id));
    const ellen = await ellenIs("Ellen Okafor");
    expect((await readSigning(ellen, id)).act).toEqual({ kind: "signed", names: ["Tom Marsh"] });
    expect((await homeOf(ellen)).filed).toMatchObject([{ row: { state: "Waiting for Tom Marsh to sign" } }]);
  });

  test("is reminded of it no more, while others are", async () => {
    const { ellen, tom } = readwell.address;
    const id = await sent("contract", day(3));
    await database.owner`update contracts set "order" = 'any' where document_id = ${id}`;
    await ellenIs("Ellen Okafor");
    expect(await run(id, at(1))).toEqual([tom]);
    const other = await sent("contract", day(3));
    await database.owner`update contracts set "order" = 'any' where document_id = ${other}`;
    await ellenIs("Ellen Marsh");
    await tomIs("Thomas Marsh");
    expect(await run(other, at(1))).toEqual([ellen]);
  });
});

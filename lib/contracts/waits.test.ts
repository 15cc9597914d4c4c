import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import { signAndConfirm as signAndConfirmAs } from "@/e2e/support/signing";
import type { AtDocument } from "@/lib/auth/scope";
import { askQuestion } from "@/lib/documents/questions";
import { readLane } from "@/lib/work-orders/inbox";
import { readOfficeContract } from "./for-office";
import { voidContract } from "./office";
import { sendContract } from "./send";

eachAtReadwell();

const sentContract = () => makeDocument(database.owner, readwell, "contract");
const signAndConfirm = (scope: AtDocument) => signAndConfirmAs(database.owner, scope);

const trunk = async (id: string) =>
  (await database.owner`select waits_for, closed_as from documents where id = ${id}`)[0];

describe("whoever comes next and can’t be reached", () => {
  const inOrder = async () => {
    const id = await sentContract();
    await database.owner`update contracts set "order" = 'set' where document_id = ${id}`;
    return id;
  };
  const unreached = async (id: string) => {
    const contract = await readOfficeContract(sam, id, new Date());
    return contract?.sealed?.signees.map(({ name, unreached: why }) => [name, why]);
  };

  test("[B6] leaves the contract under “Needs you”, and its page says why, until they are sent a link", async () => {
    const id = await inOrder();
    await database.owner`update contacts set partner_email = null, partner_phone = null where id = ${readwell.ellen}`;
    await signAndConfirm(atDocument(ellenOf(readwell), id));
    expect(await trunk(id)).toMatchObject({ waits_for: "undelivered" });
    expect((await readLane(sam, "needs-you")).rows).toMatchObject([
      { id, chip: { text: "Undelivered" }, line: "No link could be sent to Tom Marsh" },
    ]);
    expect(await unreached(id)).toEqual([
      ["Ellen Marsh", null],
      ["Tom Marsh", "No address, so no link can be sent. Add one to the client, then send it from here."],
    ]);
    const { tom } = readwell.address;
    await database.owner`update contacts set partner_email = ${tom} where id = ${readwell.ellen}`;
    expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
    expect(await trunk(id)).toMatchObject({ waits_for: null });
    expect((await unreached(id))?.at(-1)).toEqual(["Tom Marsh", null]);
  });

  test("who is not active or has another name by now is told apart", async () => {
    const id = await inOrder();
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    const inactive =
      "Not active, so no link can be sent. Make the client active again, then send it from here.";
    expect(await unreached(id)).toEqual([
      ["Ellen Marsh", inactive],
      ["Tom Marsh", null],
    ]);
    await database.owner`update contacts set active = true, name = 'Ellen Okafor' where id = ${readwell.ellen}`;
    expect((await unreached(id))?.[0]?.[1]).toMatch(/^Called Ellen Okafor now, so no link can be sent/);
  });

  test("goes before a question, which waits again once they are sent a link; a link that they are sent ends a bounce before", async () => {
    const id = await inOrder();
    await database.owner`update contacts set partner_email = null, partner_phone = null where id = ${readwell.ellen}`;
    await askQuestion(atDocument(ellenOf(readwell), id), { words: "Who signs next?" });
    await signAndConfirm(atDocument(ellenOf(readwell), id));
    expect(await trunk(id)).toMatchObject({ waits_for: "undelivered" });
    const { tom } = readwell.address;
    await database.owner`update contacts set partner_email = ${tom} where id = ${readwell.ellen}`;
    await sendContract(sam, { id });
    expect(await trunk(id)).toMatchObject({ waits_for: "question" });
    const bounced = await inOrder();
    await database.owner`update documents set waits_for = 'undelivered', waits_since = now() where id = ${bounced}`;
    await signAndConfirm(atDocument(ellenOf(readwell), bounced));
    expect(await trunk(bounced)).toMatchObject({ waits_for: null });
  });
});

test("void: a question that has no reply goes on waiting, and nothing else does", async () => {
  const [asked, quiet] = [await sentContract(), await sentContract()];
  await askQuestion(atDocument(ellenOf(readwell), asked), { words: "Is this with tax?" });
  await database.owner`update documents set waits_for = 'declined', waits_since = now() where id = ${quiet}`;
  for (const id of [asked, quiet]) await voidContract(sam, { id, reason: "The plans changed." });
  expect([await trunk(asked), await trunk(quiet)]).toMatchObject([
    { waits_for: "question", closed_as: "void" },
    { waits_for: null, closed_as: "void" },
  ]);
});

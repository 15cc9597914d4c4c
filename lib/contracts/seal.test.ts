import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { sealOf } from "@/e2e/support/contracts";
import { atDocument, ellenOf, samOf } from "@/e2e/support/scopes";
import { caller, editOf, sign as signAs } from "@/e2e/support/signing";
import { insert } from "@/e2e/support/world";
import { type AtDocument, scopeOf } from "@/lib/auth/scope";
import { createDocument } from "@/lib/documents/document";
import { sendDocument } from "@/lib/documents/send";
import { sha256 } from "@/lib/sha256";
import { saveContract } from "./edit";
import { countersign, reopenContract, voidContract } from "./office";
import { sendContract } from "./send";

eachAtReadwell();

const sign = (scope: AtDocument) => signAs(database.owner, scope);

const letters = () => database.owner<{ address: string }[]>`
  select address from messages where tenant_id = ${readwell.tenantId} order by created_at`;

describe("sealing", () => {
  const draft = async (body: string) => {
    const words = { title: "Construction contract", body, dueOn: null };
    const made = await createDocument(sam, {
      ...words,
      kind: "contract",
      contactId: readwell.ellen,
      projectId: readwell.kitchen,
    });
    if (!made.ok) throw new Error(made.reason);
    return made.value;
  };

  test("fills the fields in, and keeps the hash of exactly that text", async () => {
    const { id } = await draft("{{client.name}} and {{partner.name}}, {{project.name}}, by {{shop.name}}.");
    expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
    const [row] = await database.owner<{ text: string; hash: Buffer }[]>`
      select sealed_text as text, sealed_sha256 as hash from contracts where document_id = ${id}`;
    expect(row?.text).toBe("Ellen Marsh and Tom Marsh, Kitchen and rear addition, by Readwell Builders.");
    expect(row?.hash.equals(sha256(row.text))).toBe(true);
    expect((await letters()).map(({ address }) => address).sort()).toEqual(
      [readwell.address.ellen, readwell.address.tom].sort(),
    );
  });

  test.each([
    ["", /It says nothing yet/],
    ["For {{client.nam}}.", /\{\{client\.nam\}\} is no field/],
    ["At {{project.place}}.", /\{\{project\.place\}\} is empty/],
  ])("refuses %j, says why, and sends nothing", async (body, why) => {
    const { id } = await draft(body);
    const refused = await sendContract(sam, { id });
    expect(!refused.ok && refused.detail.sentence).toMatch(why);
    expect(await sendDocument(sam, { documentId: id, address: readwell.address.ellen })).toMatchObject({
      ok: false,
    });
    expect([await letters(), await sealOf(database.owner, id)]).toEqual([[], ""]);
  });

  test("refuses a contract that nobody signs, and leaves it open where a link can’t be sent", async () => {
    const { id, version } = await draft("Text.");
    await saveContract(sam, editOf(readwell, { id, version, body: "Text." }, { signs: [] }));
    expect(await sendContract(sam, { id })).toMatchObject({ ok: false });
    await saveContract(sam, editOf(readwell, { id, version: version + 1, body: "Text." }));
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    expect(await sendContract(sam, { id })).toMatchObject({ ok: false });
    expect(await sealOf(database.owner, id)).toBe("");
  });

  test("refuses to send a draft that somebody changed since it was shown, and to name two templates alike", async () => {
    const { id, version } = await draft("Text.");
    await saveContract(sam, editOf(readwell, { id, version, body: "Another text." }, { next: "template" }));
    expect(await sendContract(sam, { id, version })).toMatchObject({ ok: false, reason: "stale" });
    expect([await letters(), await sealOf(database.owner, id)]).toEqual([[], ""]);
    const again = { id, version: version + 1, body: "A third text." };
    expect(await saveContract(sam, editOf(readwell, again, { next: "template" }))).toMatchObject({
      reason: "busy",
    });
    expect(await sendContract(sam, { id, version: version + 2 }), "the draft was kept").toMatchObject({
      ok: true,
    });
    expect(await sendContract(sam, { id, version }), "one that is sealed stays as it is").toMatchObject({
      ok: true,
    });
  });

  test("[B6] somebody of another client who signs gets a link of their own, and signs as themselves", async () => {
    const { id, version } = await draft("Text.");
    const nora = await insert(database.owner, "contacts", {
      tenant_id: readwell.tenantId,
      kind: "client",
      name: "Nora Quist",
      email: `nora-${readwell.suffix}@quist.example`,
    });
    const more = {
      person: [`${nora}:primary`],
      role: ["Guarantor"],
      place: ["1"],
      signs: [`${nora}:primary`],
    };
    expect(
      await saveContract(sam, editOf(readwell, { id, version, body: "Text." }, { ...more, next: "send" })),
    ).toMatchObject({
      ok: true,
    });
    expect(await letters()).toMatchObject([{ address: `nora-${readwell.suffix}@quist.example` }]);
    const actor = { kind: "client", contactId: nora, person: "primary", name: "Nora Quist" } as const;
    const sessionId = "00000000-0000-4000-8000-000000000001";
    const session = { portal: false, officeSawLink: false, sessionId };
    const address = `nora-${readwell.suffix}@quist.example`;
    const hers = atDocument(scopeOf(readwell.tenantId, { ...actor, ...session, address }), id);
    expect(await sign(hers)).toMatchObject({ ok: true });
    expect(await sign(atDocument(ellenOf(readwell), id))).toMatchObject({ reason: "not-allowed" });
  });

  test("another business’s contract is not there for the office", async () => {
    const id = await makeDocument(database.owner, readwell, "contract");
    const elsewhere = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    const refused = [
      await sendContract(elsewhere, { id }),
      await reopenContract(elsewhere, { id }),
      await voidContract(elsewhere, { id, reason: "No." }),
      await saveContract(elsewhere, editOf(readwell, { id, version: 1, body: "Text." })),
      await countersign(elsewhere, { id, name: "Sam", sha256: await sealOf(database.owner, id) }, caller),
    ];
    expect(refused.map((each) => !each.ok && each.reason)).toEqual(Array(5).fill("not-found"));
  });
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { sealOf } from "@/e2e/support/contracts";
import { atDocument, ellenOf, tomOf } from "@/e2e/support/scopes";
import {
  caller,
  editOf,
  signAndConfirm as signAndConfirmAs,
  sign as signAs,
  typedAs,
} from "@/e2e/support/signing";
import { insert } from "@/e2e/support/world";
import type { AtDocument } from "@/lib/auth/scope";
import { sendDocument } from "@/lib/documents/send";
import { sha256 } from "@/lib/sha256";
import { confirmSignature, declineContract } from "./confirm";
import { saveContract } from "./edit";
import { countersign, reopenContract, voidContract } from "./office";
import { sendContract } from "./send";
import { signAgain, signContract } from "./sign";

eachAtReadwell(20);

const sentContract = () => makeDocument(database.owner, readwell, "contract");

const sign = (scope: AtDocument, hash?: string) => signAs(database.owner, scope, hash);
const signAndConfirm = (scope: AtDocument) => signAndConfirmAs(database.owner, scope);
const confirm = async (scope: AtDocument) =>
  confirmSignature(scope, { sha256: await sealOf(database.owner, scope.documentId) });

const signees = (id: string) => database.owner<
  {
    name: string;
    signed: boolean;
    confirmed: boolean;
    signature: { name: string } | null;
    address: string | null;
  }[]
>`
  select name, signed_at is not null as signed, confirmed_at is not null as confirmed, signature, address
  from contract_signees where document_id = ${id} order by place, name`;

const trunk = async (id: string) => {
  const [row] = await database.owner`
    select answered_as, waits_for, closed_as from documents where id = ${id}`;
  return row;
};

const told = async (id: string, kind: string) => {
  const rows = await database.owner`select 1 from events where document_id = ${id} and kind = ${kind}`;
  return rows.length;
};

const letters = (id: string) => database.owner<{ address: string; kind: string; occasion: string }[]>`
  select m.address, m.kind, m.detail->>'occasion' as occasion from messages m left join links l on l.id = m.link_id
  where m.tenant_id = ${readwell.tenantId} and (l.document_id = ${id} or m.kind <> 'document') order by m.created_at`;

describe("signing", () => {
  test("[B6] binds each person’s own signature to the very text, and counts once they confirm", async () => {
    const id = await sentContract();
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    expect(await sign(ellen)).toMatchObject({ ok: true });
    expect(await signees(id)).toMatchObject([
      { name: "Ellen Marsh", signed: true, confirmed: false, address: readwell.address.ellen },
      { name: "Tom Marsh", signed: false },
    ]);
    expect(await confirm(tom), "who has not signed has nothing to confirm").toMatchObject({ ok: false });
    expect((await confirm(ellen)).ok && (await signAndConfirm(tom)).ok).toBe(true);
    expect((await signees(id)).map(({ confirmed }) => confirmed)).toEqual([true, true]);
    expect(await trunk(id)).toMatchObject({ answered_as: "signed", waits_for: "countersign" });
    const [row] = await database.owner<{ same: boolean }[]>`
      select bool_and(s.text_sha256 = c.sealed_sha256 and c.sealed_sha256 = sha256(convert_to(c.sealed_text, 'UTF8'))) as same
      from contract_signees s join contracts c using (tenant_id, document_id) where s.document_id = ${id}`;
    expect(row?.same).toBe(true);
  });

  test("[B6] a hundred times at once is one signature, and confirming it a hundred times is once", async () => {
    const id = await sentContract();
    const ellen = atDocument(ellenOf(readwell), id);
    const hash = await sealOf(database.owner, id);
    const all = await Promise.all(Array.from({ length: 100 }, () => sign(ellen, hash)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(100);
    await Promise.all(Array.from({ length: 100 }, () => confirmSignature(ellen, { sha256: hash })));
    expect([await told(id, "contract.signed"), await told(id, "contract.confirmed")]).toEqual([1, 1]);
  });

  test("[B6] for somebody else is refused: another client, the same client of another shop, a reader", async () => {
    const id = await sentContract();
    const other = await makeReadwell(database.owner, { email: readwell.address.ellen }, "Greenline Lawns");
    expect(await sign(atDocument(ellenOf(other), id), await sealOf(database.owner, id))).toMatchObject({
      reason: "not-found",
    });
    const neighbour = await insert(database.owner, "contacts", {
      tenant_id: readwell.tenantId,
      kind: "client",
      name: "Nell Marsh",
      email: `nell-${readwell.suffix}@marsh.example`,
    });
    const nell = { ...readwell, ellen: neighbour };
    expect(await sign(atDocument(ellenOf(nell), id))).toMatchObject({ reason: "not-found" });
    await database.owner`delete from contract_signees where document_id = ${id} and person = 'partner'`;
    expect(await sign(atDocument(tomOf(readwell), id))).toMatchObject({ reason: "not-allowed" });
    expect((await signees(id)).some(({ signed }) => signed)).toBe(false);
  });

  test("[B6] another text than the one that the page showed is refused", async () => {
    const id = await sentContract();
    const other = sha256("Another text.").toString("hex");
    expect(await sign(atDocument(ellenOf(readwell), id), other)).toMatchObject({ reason: "stale" });
  });

  test("a signature may be given anew until it is confirmed, and not after", async () => {
    const id = await sentContract();
    const ellen = atDocument(ellenOf(readwell), id);
    await sign(ellen);
    await signAgain(ellen);
    expect(await signees(id)).toMatchObject([{ signed: false, signature: null }, {}]);
    for (let times = 0; times < 3; times += 1) {
      await sign(ellen);
      await signAgain(ellen);
    }
    await signAndConfirm(ellen);
    await signAgain(ellen);
    expect(await signees(id)).toMatchObject([{ signed: true, confirmed: true }, {}]);
    expect(await told(id, "contract.signed"), "that they signed, and that they signed anew").toBe(2);
  });

  test.each(["", "M 1 1 <script>", "L 1 1", "M 1 1 A 2 2 0 0 1 3 3", `M ${"1 1 ".repeat(9000)}`])(
    "drawn as something that is no stroke is refused: %#",
    async (path) => {
      const id = await sentContract();
      const sent = { ...typedAs("", await sealOf(database.owner, id)), kind: "drawn" as const, path };
      expect(await signContract(atDocument(ellenOf(readwell), id), sent, caller)).toMatchObject({
        reason: "invalid",
      });
    },
  );

  test("drawn is kept as its strokes, under the person’s own name", async () => {
    const id = await sentContract();
    const path = "M 10 20 C 30 40 50 60 70.5 80 L 90 100";
    const sent = {
      ...typedAs("Somebody Else", await sealOf(database.owner, id)),
      kind: "drawn" as const,
      path,
    };
    await signContract(atDocument(ellenOf(readwell), id), sent, caller);
    const [ellen] = await signees(id);
    expect(ellen?.signature).toEqual({ kind: "drawn", name: "Ellen Marsh", path });
  });
});

describe("a set order", () => {
  test("[B6] lets each sign when those before have confirmed, and sends the next one a link by itself", async () => {
    const id = await sentContract();
    await database.owner`update contracts set "order" = 'set' where document_id = ${id}`;
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    expect(await sign(tom)).toMatchObject({ reason: "not-allowed-now" });
    expect(await sendDocument(sam, { documentId: id, address: readwell.address.tom })).toMatchObject({
      reason: "not-allowed-now",
    });
    await sign(ellen);
    expect(await sign(tom), "a signature that is not confirmed does not count").toMatchObject({ ok: false });
    await confirm(ellen);
    const toTom = (await letters(id)).filter(({ kind }) => kind === "document");
    expect(toTom).toMatchObject([{ address: readwell.address.tom, occasion: "sent" }]);
    expect(await sign(tom)).toMatchObject({ ok: true });
  });
});

describe("a contract that nobody may sign", () => {
  test("[B6] void: neither signed, confirmed nor declined; everybody who was sent it is told why", async () => {
    const id = await sentContract();
    await sendContract(sam, { id });
    const ellen = atDocument(ellenOf(readwell), id);
    await sign(ellen);
    const done = [await voidContract(sam, { id, reason: "The plans changed." })];
    done.push(await voidContract(sam, { id, reason: "The plans changed." }));
    expect(done.map(({ ok }) => ok)).toEqual([true, true]);
    const refused = [
      await confirm(ellen),
      await sign(atDocument(tomOf(readwell), id)),
      await declineContract(ellen, { reason: "No." }),
    ];
    expect(refused.map((each) => !each.ok && each.reason)).toEqual(Array(3).fill("not-allowed-now"));
    const over = (await letters(id)).filter(({ kind }) => kind === "document-over");
    expect(over.map(({ address }) => address).sort()).toEqual(
      [readwell.address.ellen, readwell.address.tom].sort(),
    );
  });

  test("declined: the office hears the reason, the others that it was, and nobody signs", async () => {
    const id = await sentContract();
    await sendContract(sam, { id });
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    await signAndConfirm(ellen);
    expect(await declineContract(ellen, { reason: "Late." }), "after confirming").toMatchObject({
      ok: false,
    });
    expect(await declineContract(tom, { reason: "The price is wrong." })).toMatchObject({ ok: true });
    expect(await trunk(id)).toMatchObject({ answered_as: "declined", waits_for: "declined" });
    expect(await sign(tom)).toMatchObject({ reason: "not-allowed-now" });
    expect(
      await countersign(sam, { id, name: "Sam", sha256: await sealOf(database.owner, id) }, caller),
    ).toMatchObject({
      ok: false,
    });
    const over = (await letters(id)).filter(({ kind }) => kind === "document-over");
    expect(over.map(({ address }) => address)).toEqual([readwell.address.ellen]);
    expect(await sendContract(sam, { id })).toMatchObject({ ok: false });
  });

  test("[B6] its text changed: what was signed counts no more, and only a new sending makes it ready again", async () => {
    const id = await sentContract();
    await sendContract(sam, { id });
    const [ellen, tom] = [atDocument(ellenOf(readwell), id), atDocument(tomOf(readwell), id)];
    const before = await sealOf(database.owner, id);
    await signAndConfirm(ellen);
    expect(await reopenContract(sam, { id })).toMatchObject({ ok: true });
    expect((await signees(id)).some(({ signed, confirmed }) => signed || confirmed)).toBe(false);
    expect(await sign(tom, before)).toMatchObject({ reason: "not-allowed-now" });
    const [{ version } = { version: 0 }] = await database.owner<{ version: number }[]>`
      select version from documents where id = ${id}`;
    const edit = editOf(readwell, { id, version, body: "Cabinets in walnut, to the ceiling." });
    expect(await saveContract(sam, edit)).toMatchObject({ ok: true });
    expect(await saveContract(sam, edit), "a form of before").toMatchObject({ reason: "stale" });
    await database.owner`update links set issued_at = issued_at - interval '2 hours' where document_id = ${id}`;
    expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
    expect((await letters(id)).at(-1)).toMatchObject({ kind: "document", occasion: "revised" });
    expect(await sign(tom, before), "the page of before").toMatchObject({ reason: "stale" });
    expect(await sign(tom)).toMatchObject({ ok: true });
    expect(await saveContract(sam, { ...edit, version: version + 1 })).toMatchObject({
      reason: "not-allowed-now",
    });
  });
});

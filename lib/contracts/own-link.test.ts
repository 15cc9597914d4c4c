import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { sentScope } from "@/e2e/support/at-scope";
import { makeDocument } from "@/e2e/support/clients";
import { sealOf } from "@/e2e/support/contracts";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import { sign, signAndConfirm } from "@/e2e/support/signing";
import { issueRecovery } from "@/lib/activity/recovery";
import { type ClientScope, scopeOf } from "@/lib/auth/scope";
import { currentSession, startSession } from "@/lib/auth/session";
import { askQuestion } from "@/lib/documents/questions";
import { peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { approveScope } from "@/lib/scopes/answer";
import { confirmSignature, declineContract } from "./confirm";
import { signAgain } from "./sign";

eachAtReadwell();

const device = "Safari on iOS";

/** The link that Sam is shown, opened by whoever has it: who they are here, as the session says. */
async function byRecovery(): Promise<ClientScope> {
  const shown = await issueRecovery(sam, { client: readwell.ellen, address: readwell.address.ellen });
  const token = shown.ok ? readToken(shown.value.split("/").at(-1) ?? "", tokenRing()) : undefined;
  const link = token && (await peekLink(token.hash));
  const entered = link && (await startSession(link, { nonce: randomBytes(32).toString("hex"), device }));
  // Links are swept before the days of a session are over.
  await database.owner`update sessions set link_id = null where tenant_id = ${readwell.tenantId}`;
  await database.owner`delete from links where tenant_id = ${readwell.tenantId} and purpose = 'recovery'`;
  const session = entered?.ok ? await currentSession(entered.value.secret, device) : undefined;
  if (typeof session !== "object") throw new Error("The recovery link let nobody in.");
  return scopeOf(readwell.tenantId, { ...ellenOf(readwell).actor, officeSawLink: session.officeSawLink });
}

const refused = {
  reason: "not-allowed",
  detail: { sentence: expect.stringMatching(/your own email or phone/) },
};

test("[B6] [C7] whoever came by a link that the office saw neither signs, confirms nor declines", async () => {
  const id = await makeDocument(database.owner, readwell, "contract");
  const sha256 = await sealOf(database.owner, id);
  const shown = atDocument(await byRecovery(), id);
  expect(await sign(database.owner, shown)).toMatchObject(refused);
  expect(await declineContract(shown, { reason: "No." })).toMatchObject(refused);
  const ellen = atDocument(ellenOf(readwell), id);
  await sign(database.owner, ellen);
  expect(await signAgain(shown), "nor takes hers back").toMatchObject(refused);
  expect(await confirmSignature(shown, { sha256 })).toMatchObject(refused);
  expect(await signAndConfirm(database.owner, ellen), "by a link of her own").toMatchObject({ ok: true });
});

test("[B7] [C7] nor do they approve a scope", async () => {
  const id = await sentScope();
  const shown = atDocument(await byRecovery(), id);
  expect(await approveScope(shown, { revision: 1 })).toMatchObject(refused);
  expect(await approveScope(atDocument(ellenOf(readwell), id), { revision: 1 })).toMatchObject({ ok: true });
});

test("[C7] what they do besides is on the record as done in such a browser, and so is how it began", async () => {
  const id = await makeDocument(database.owner, readwell, "contract");
  await askQuestion(atDocument(await byRecovery(), id), { words: "When does it begin?" });
  const told = await database.owner`
    select kind, detail->>'letInBy' as by, detail->>'purpose' as purpose from events
    where tenant_id = ${readwell.tenantId} and kind in ('link.spent', 'document.asked') order by id`;
  expect([...told]).toEqual([
    { kind: "link.spent", by: null, purpose: "recovery" },
    { kind: "document.asked", by: "recovery", purpose: null },
  ]);
});

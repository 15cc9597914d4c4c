import { expect, test } from "vitest";
import { readwell, sam } from "@/e2e/support/at-readwell";
import { comment, linesOf, sentScope } from "@/e2e/support/at-scope";
import { eachAtSheet, ellen, id, pick, readAs, tom } from "@/e2e/support/at-sheet";
import { atDocument } from "@/e2e/support/scopes";
import type { AtDocument } from "@/lib/auth/scope";
import { readScopeForClient } from "@/lib/scopes/for-client";
import { editClient } from "./clients";

eachAtSheet();

/** Saves Ellen’s partner as another form of hers would. */
async function rename(partnerName: string | null, partnerEmail: string | null, partnerPhone: string | null) {
  const { address } = readwell;
  const people = { name: "Ellen Marsh", email: address.ellen, phone: address.ellenPhone };
  const partner = { partnerName, partnerEmail, partnerPhone };
  const details = { ...people, ...partner, timeZone: null, active: true, portalAccess: true, version: 1 };
  expect(await editClient(sam, readwell.ellen, details)).toMatchObject({ ok: true });
}

const called = (who: AtDocument, name: string): AtDocument => ({ ...who, actor: { ...who.actor, name } });

test("[B8] a partner whose name is corrected keeps what they chose and wrote", async () => {
  await pick(tom, "Countertops", "Maple butcher block");
  const scope = await sentScope();
  const [line] = await linesOf(scope, 1);
  await comment(atDocument(tom, scope), line?.key ?? "", "The island is 9 ft long.");
  await rename("Thomas Marsh", `new-${readwell.address.tom}`, readwell.address.tomPhone);
  const [countertops] = (await readAs(called(tom, "Thomas Marsh"))).items;
  expect(countertops?.mine).toMatchObject({ name: "Thomas", pick: id("Maple butcher block") });
  expect((await readAs(ellen)).items[0]?.theirs).toMatchObject({ name: "Thomas" });
  const seen = await readScopeForClient(atDocument(called(tom, "Thomas Marsh"), scope), {
    ...{ id: scope, now: new Date() },
  });
  expect(seen.own).toMatchObject([{ words: "The island is 9 ft long." }]);
});

test("[B8] another partner, who is reached elsewhere, begins with nothing of the one before", async () => {
  await pick(tom, "Countertops", "Maple butcher block");
  await rename("Kim Marsh", `kim-${readwell.suffix}@marsh.example`, null);
  expect((await readAs(called(tom, "Kim Marsh"))).items[0]).toMatchObject({
    ...{ mine: null, verdict: { state: "open" } },
  });
});

import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { setDue } from "@/lib/documents/life";
import { reopenContract } from "./office";
import { sendContract } from "./send";

eachAtReadwell();

async function sentWith(body: string): Promise<string> {
  const id = await makeDocument(database.owner, readwell, "contract", { draft: true });
  await database.owner`update documents set body = ${body}, due_on = '2031-05-08' where id = ${id}`;
  expect(await sendContract(sam, { id })).toMatchObject({ ok: true });
  return id;
}

test("[B6] the day that a sealed text names stays, and neither another nor none is set until the text is changed", async () => {
  const id = await sentWith("Sign by {{ contract.due }}.");
  const refused = {
    reason: "invalid",
    detail: { fields: { dueOn: expect.stringMatching(/^The text that was sent names this day/) } },
  };
  expect(await setDue(sam, { id, dueOn: "2031-05-09" })).toMatchObject(refused);
  expect(await setDue(sam, { id, dueOn: null })).toMatchObject(refused);
  expect(await setDue(sam, { id, dueOn: "2031-05-08" })).toMatchObject({ value: { dueOn: "2031-05-08" } });
  await reopenContract(sam, { id });
  expect(await setDue(sam, { id, dueOn: "2031-05-09" })).toMatchObject({ value: { dueOn: "2031-05-09" } });
});

test("the day of a sealed text that doesn’t name it may change", async () => {
  const id = await sentWith("Sign it, {{client.name}}.");
  expect(await setDue(sam, { id, dueOn: "2031-05-09" })).toMatchObject({ value: { dueOn: "2031-05-09" } });
  expect(await setDue(sam, { id, dueOn: null })).toMatchObject({ value: { dueOn: null } });
});

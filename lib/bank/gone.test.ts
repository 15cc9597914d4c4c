import { beforeEach, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { hireAtReadwell, memberAddress, oldAccount, payToOldAccount } from "@/e2e/support/bank";
import { makeDocument } from "@/e2e/support/clients";
import type { StaffScope } from "@/lib/auth/scope";
import { compose } from "@/lib/delivery/compose";
import { confirmBankDetails, proposeBankDetails, withdrawBankDetails } from "./change";
import { readBankOffice } from "./for-office";
import { bankDetailsInForce } from "./in-force";
import { bankDetailsTakeEffect } from "./take-effect";

eachAtReadwell();

const details = {
  accountName: "Tidewater Holdings",
  bankName: "Cattlemens Mutual",
  routing: "026009593",
  accountNumber: "440011223344",
};

let june: StaffScope;
let theo: StaffScope;

beforeEach(async () => {
  june = await hireAtReadwell(database.owner, readwell, "June Okafor", "manager");
  theo = await hireAtReadwell(database.owner, readwell, "Theo Brandt", "owner");
  await payToOldAccount(database.owner, readwell, june.actor.memberId);
  await makeDocument(database.owner, readwell, "invoice");
});

const office = () => readBankOffice(theo, new Date());
const shown = async (now = new Date()) => inTenant(sam, (tx) => bankDetailsInForce(tx, now));

async function propose(): Promise<string> {
  expect(await proposeBankDetails(sam, details)).toMatchObject({ ok: true });
  return (await office()).coming?.id ?? "";
}

async function confirm(): Promise<string> {
  const id = await propose();
  expect(await confirmBankDetails(june, { id, ...details })).toMatchObject({ ok: true });
  return id;
}

const isOver = () => database.owner`
  update bank_details set takes_effect_at = now() where tenant_id = ${readwell.tenantId} and state = 'confirmed'`;

const leaves = ({ actor: { memberId } }: StaffScope) =>
  database.owner`update members set active = false where id = ${memberId}`;
const looksOnly = ({ actor: { memberId } }: StaffScope) =>
  database.owner`update members set role = 'viewer' where id = ${memberId}`;

const happened = async () => {
  const told = await database.owner<{ kind: string }[]>`
    select kind from events where tenant_id = ${readwell.tenantId} and kind like 'bank-details.%' order by id`;
  return told.map(({ kind }) => kind.slice("bank-details.".length));
};

test.each([
  ["who proposed them was deactivated", () => leaves(sam), "Sam Reyes, who proposed them"],
  ["who confirmed them was deactivated", () => leaves(june), "June Okafor, who confirmed them"],
  ["who confirmed them may only look now", () => looksOnly(june), "June Okafor, who confirmed them"],
])(
  "[X10] details never take effect where during the day %s, and the office sees why",
  async (_, goes, why) => {
    await confirm();
    await goes();
    expect((await office()).coming?.stopped).toContain(`${why}, is no longer an owner or manager`);
    expect((await shown())?.changes).toBeNull();
    await isOver();
    await Promise.all([bankDetailsTakeEffect(), bankDetailsTakeEffect()]);
    expect((await shown())?.plain.accountNumber).toBe(oldAccount.accountNumber);
    expect(await happened()).toEqual(["proposed", "confirmed", "lapsed"]);
    const { coming, past } = await office();
    expect(coming).toBeNull();
    expect(past[0]?.ended).toMatch(
      /^Did not take effect, as one of the two was no longer an owner or manager, /,
    );
  },
);

test("[X10] of details that did not take effect the whole office hears, and each client who was told of them", async () => {
  await confirm();
  await leaves(june);
  await isOver();
  await bankDetailsTakeEffect();
  const rows = await inTenant(sam, (tx) => tx.select().from(messages).orderBy(messages.queuedAt));
  const lapsed = rows.filter(({ detail }) => detail.what === "lapsed");
  expect(lapsed.map(({ address }) => address).sort()).toEqual(
    ["Sam Reyes", "Theo Brandt"].map((name) => memberAddress(name, readwell.suffix)),
  );
  for (const row of lapsed) {
    const letter = await compose(row, undefined);
    expect(letter.subject).toBe("The new bank details did not take effect");
    expect(letter.text).toContain("June Okafor is no longer an owner or manager of your office");
    expect(letter.text).toContain("Everybody in your office gets this");
  }
  const clients = rows.filter(
    ({ kind, detail }) => kind === "bank-details-to-client" && detail.what === "withdrawn",
  );
  expect(clients).toHaveLength(4);
});

test("[X10] what somebody proposed who is gone can’t be confirmed; taken back, it is proposed and confirmed anew", async () => {
  const id = await propose();
  await leaves(sam);
  const refused = await confirmBankDetails(june, { id, ...details });
  expect(refused).toMatchObject({
    reason: "not-allowed-now",
    detail: { sentence: expect.stringContaining("Sam Reyes, who proposed them") },
  });
  await withdrawBankDetails(june, { id });
  expect(await proposeBankDetails(june, details)).toMatchObject({ ok: true });
  const anew = (await office()).coming?.id ?? "";
  expect(await confirmBankDetails(theo, { id: anew, ...details })).toMatchObject({ ok: true });
  await isOver();
  await bankDetailsTakeEffect();
  expect((await shown())?.plain.accountNumber).toBe(details.accountNumber);
});

test("[X10] whoever is active again by the time the day is over counts again", async () => {
  await confirm();
  await leaves(june);
  await database.owner`update members set active = true where id = ${june.actor.memberId}`;
  await isOver();
  await bankDetailsTakeEffect();
  expect((await shown())?.plain.accountNumber).toBe(details.accountNumber);
});

test("[X10] once the day is over the page names no moment that is past, be the job still to come", async () => {
  await confirm();
  const [row] = await database.owner<{ at: Date }[]>`
    select takes_effect_at as at from bank_details where tenant_id = ${readwell.tenantId} and state = 'confirmed'`;
  const over = row?.at ?? new Date(0);
  const before = new Date(over.getTime() - 1);
  expect((await shown(before))?.changes).toEqual({ on: expect.stringMatching(/, Chicago time$/) });
  expect((await shown(over))?.changes).toBe("now");
  expect(await readBankOffice(theo, over)).toMatchObject({
    coming: { confirmed: { takesEffect: "within minutes" } },
  });
});

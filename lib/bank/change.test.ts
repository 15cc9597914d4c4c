import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { gate, inTenant } from "@/db/client";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { hireAtReadwell } from "@/e2e/support/bank";
import type { StaffScope } from "@/lib/auth/scope";
import { confirmBankDetails, proposeBankDetails, withdrawBankDetails } from "./change";
import { bankDetailsInForce } from "./in-force";
import { bankDetailsTakeEffect } from "./take-effect";

eachAtReadwell(20);

let june: StaffScope;
let theo: StaffScope;

beforeEach(async () => {
  june = await hireAtReadwell(database.owner, readwell, "June Okafor", "manager");
  theo = await hireAtReadwell(database.owner, readwell, "Theo Brandt", "owner");
});

const first = {
  accountName: "Readwell Builders LLC",
  bankName: "First National",
  routing: "111 000 025",
  accountNumber: "0071 2345 6789",
};
const second = { ...first, accountNumber: "4400 1122 3344" };

const rows = () => database.owner<Row[]>`
  select id, state, account_number as "accountNumber", confirmed_by as "confirmedBy", takes_effect_at as "takesEffectAt",
    takes_effect_at - confirmed_at = interval '1 day' as "isADay"
  from bank_details where tenant_id = ${readwell.tenantId} order by proposed_at`;
type Row = {
  id: string;
  state: string;
  accountNumber: string;
  confirmedBy: string | null;
  takesEffectAt: Date | null;
  isADay: boolean | null;
};

const happened = async () => {
  const told = await database.owner<{ kind: string }[]>`
    select kind from events where tenant_id = ${readwell.tenantId} and kind like 'bank-details.%' order by id`;
  return told.map(({ kind }) => kind.slice("bank-details.".length));
};

const newest = async () => {
  const row = (await rows()).at(-1);
  if (!row) throw new Error("Nothing was proposed.");
  return row;
};

async function proposed(by = sam, details = first): Promise<string> {
  expect(await proposeBankDetails(by, details)).toMatchObject({ ok: true });
  return (await newest()).id;
}

async function confirmed(details = first): Promise<string> {
  const id = await proposed(sam, details);
  expect(await confirmBankDetails(june, { id, accountNumber: details.accountNumber })).toMatchObject({
    ok: true,
  });
  return id;
}

const dayPasses = (interval = "25 hours") => database.owner`
  update bank_details set takes_effect_at = takes_effect_at - ${interval}::interval, confirmed_at = confirmed_at - ${interval}::interval
  where tenant_id = ${readwell.tenantId} and state = 'confirmed'`;

const readInForce = () => inTenant(sam, (tx) => bankDetailsInForce(tx, new Date()));
const shown = async () => (await readInForce())?.plain.accountNumber ?? null;

test("[X10] details are in force once a second member confirmed them and a day went by, and not a moment before", async () => {
  const id = await proposed();
  expect(await newest()).toMatchObject({ state: "proposed", accountNumber: "007123456789" });
  expect(await shown()).toBeNull();
  expect(await confirmBankDetails(june, { id, accountNumber: "00712345-6789" })).toMatchObject({ ok: true });
  expect(await newest()).toMatchObject({ state: "confirmed", isADay: true });
  await bankDetailsTakeEffect();
  expect(await shown()).toBeNull();
  await dayPasses("23 hours 59 minutes");
  await bankDetailsTakeEffect();
  expect(await shown()).toBeNull();
  await dayPasses("2 minutes");
  await bankDetailsTakeEffect();
  expect(await shown()).toBe("007123456789");
  expect(await happened()).toEqual(["proposed", "confirmed", "in-force"]);
});

test("[X10] whoever proposed details can’t confirm them, by any way, not even in the database", async () => {
  const id = await proposed();
  const own = await confirmBankDetails(sam, { id, accountNumber: first.accountNumber });
  expect(own).toMatchObject({ ok: false, reason: "not-allowed-now" });
  expect((await newest()).state).toBe("proposed");
  await expect(
    database.owner`update bank_details set state = 'confirmed', confirmed_by = proposed_by where id = ${id}`,
  ).rejects.toThrow("bank_details_two_members");
});

test("[X10] the second member confirms only what the bank’s letter says: another number is refused at the field", async () => {
  const id = await proposed();
  const wrong = await confirmBankDetails(june, { id, accountNumber: "0071 2345 6780" });
  expect(wrong).toMatchObject({
    ok: false,
    reason: "invalid",
    detail: { fields: { accountNumber: expect.any(String) } },
  });
  expect((await newest()).state).toBe("proposed");
  expect(await happened()).toEqual(["proposed"]);
});

test("[X10] a viewer proposes, confirms and takes back nothing", async () => {
  const vera = await hireAtReadwell(database.owner, readwell, "Vera Lund", "viewer");
  expect(await proposeBankDetails(vera, first)).toMatchObject({ ok: false, reason: "not-allowed" });
  const id = await proposed();
  const sent = { id, accountNumber: first.accountNumber };
  expect(await confirmBankDetails(vera, sent)).toMatchObject({ ok: false, reason: "not-allowed" });
  expect(await withdrawBankDetails(vera, { id })).toMatchObject({ ok: false, reason: "not-allowed" });
  expect((await newest()).state).toBe("proposed");
});

test("[X10] where nobody else could confirm, nothing is proposed, and it is said why", async () => {
  await database.owner`update members set active = false where id = ${june.actor.memberId}`;
  await database.owner`update members set role = 'viewer' where id = ${theo.actor.memberId}`;
  const alone = await proposeBankDetails(sam, first);
  expect(alone).toMatchObject({
    ok: false,
    detail: { sentence: expect.stringContaining("second owner or manager") },
  });
  expect(await rows()).toEqual([]);
});

test("[X10] of many proposals at once one stands, and what is in force is not proposed again", async () => {
  const all = await Promise.all(
    [sam, june, theo].flatMap((each) => [proposeBankDetails(each, first), proposeBankDetails(each, second)]),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  for (const each of all) if (!each.ok) expect(each.reason).toBe("stale");
  const { id } = await newest();
  await withdrawBankDetails(theo, { id });
  await confirmed();
  await dayPasses();
  await bankDetailsTakeEffect();
  expect(await proposeBankDetails(theo, first)).toMatchObject({ ok: false, reason: "invalid" });
  await proposed(theo, { ...first, bankName: "First National, which has another name now" });
});

test("[X10] of two members who confirm at once one does; the same one twice is told the same", async () => {
  for (let trial = 0; trial < 15; trial += 1) {
    const id = await proposed();
    const sent = { id, accountNumber: first.accountNumber };
    const two = await Promise.all([
      confirmBankDetails(june, sent),
      confirmBankDetails(theo, sent),
      confirmBankDetails(sam, sent),
    ]);
    expect(two.map(({ ok }) => ok).filter(Boolean)).toHaveLength(1);
    const winner = (await newest()).confirmedBy;
    expect(winner).toBe([june, theo][two[0].ok ? 0 : 1]?.actor.memberId);
    const repeat = await confirmBankDetails(two[0].ok ? june : theo, sent);
    expect(repeat).toMatchObject({ ok: true });
    expect((await happened()).filter((kind) => kind === "confirmed")).toHaveLength(trial + 1);
    await withdrawBankDetails(june, { id });
  }
});

test("[X10] of confirming and taking back at once, it is taken back, whichever came first", async () => {
  for (let trial = 0; trial < 25; trial += 1) {
    const id = await proposed();
    const [kept, gone] = await Promise.all([
      confirmBankDetails(june, { id, accountNumber: first.accountNumber }),
      withdrawBankDetails(theo, { id }),
    ]);
    expect(gone.ok).toBe(true);
    expect((await newest()).state).toBe("withdrawn");
    if (!kept.ok) expect(kept.reason).toBe("stale");
    const last = (await happened()).slice(kept.ok ? -3 : -2);
    expect(last).toEqual(kept.ok ? ["proposed", "confirmed", "withdrawn"] : ["proposed", "withdrawn"]);
  }
});

test("[X10] of taking back and taking effect at once one wins, and ten jobs put details in force once", async () => {
  let inForce = 0;
  for (let trial = 0; trial < 20; trial += 1) {
    const before = await shown();
    const id = await confirmed(trial % 2 === 0 ? first : second);
    await dayPasses();
    const [gone] = await Promise.all([
      withdrawBankDetails(theo, { id }),
      ...Array.from({ length: trial % 4 }, () => bankDetailsTakeEffect()),
    ]);
    await bankDetailsTakeEffect();
    const { state } = await newest();
    expect(state).toBe(gone.ok ? "withdrawn" : "in-force");
    if (gone.ok) expect(await shown()).toBe(before);
    else {
      inForce += 1;
      expect(gone.reason).toBe("stale");
    }
    const all = await rows();
    expect(all.filter((row) => row.state === "in-force")).toHaveLength(Math.min(inForce, 1));
    // The next trial proposes other details than those in force.
    await database.owner`update bank_details set account_number = ${`9${trial}00000`} where tenant_id = ${readwell.tenantId} and state = 'in-force'`;
  }
  expect((await happened()).filter((kind) => kind === "in-force")).toHaveLength(inForce);
});

test("[X10] new details replace the old ones exactly once, and until then the old ones stand, with the day on which they change", async () => {
  await confirmed();
  await dayPasses();
  await bankDetailsTakeEffect();
  await confirmed(second);
  const waiting = await readInForce();
  expect(waiting).toMatchObject({
    plain: { accountNumber: "007123456789" },
    changes: { on: expect.stringMatching(/, Chicago time$/) },
  });
  await dayPasses();
  await Promise.all(Array.from({ length: 10 }, () => bankDetailsTakeEffect()));
  expect((await rows()).map(({ state }) => state)).toEqual(["replaced", "in-force"]);
  expect(await readInForce()).toMatchObject({
    plain: { routing: "111000025", accountNumber: "440011223344" },
    ...{ routing: "111 000 025", accountNumber: "4400 1122 3344" },
    ...{ routingName: "Routing number", changes: null },
  });
  expect((await happened()).filter((kind) => kind === "in-force")).toHaveLength(2);
});

test("[X10] once proposed the details themselves never change: the app’s own role may not", async () => {
  const id = await proposed();
  await expect(
    inTenant(sam, (tx) =>
      tx.execute(sql`update bank_details set account_number = '666666' where id = ${id}`),
    ),
  ).rejects.toThrow();
  await expect(
    inTenant(sam, (tx) => tx.execute(sql`delete from bank_details where id = ${id}`)),
  ).rejects.toThrow();
  expect((await newest()).accountNumber).toBe("007123456789");
});

test("[X10] before a tenant is known it is known of details only whether they are due, and nothing of what they are", async () => {
  await confirmed();
  const due = await gate().execute(sql`select state, takes_effect_at from bank_details`);
  expect(due).toHaveLength((await database.owner`select 1 from bank_details`).length);
  for (const column of ["account_number", "routing", "account_name"])
    await expect(gate().execute(sql`select ${sql.identifier(column)} from bank_details`)).rejects.toThrow();
  await expect(gate().execute(sql`update bank_details set state = 'in-force'`)).rejects.toThrow();
});

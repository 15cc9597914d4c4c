import { beforeEach, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { hireAtReadwell } from "@/e2e/support/bank";
import type { StaffScope } from "@/lib/auth/scope";
import { confirmBankDetails, proposeBankDetails, withdrawBankDetails } from "./change";
import { checkWords } from "./check-words";
import { readBankOffice } from "./for-office";
import { bankDetailsTakeEffect } from "./take-effect";

eachAtReadwell();

const details = {
  accountName: "Readwell Builders LLC",
  bankName: "First National",
  routing: "111000025",
  accountNumber: "007123456789",
};

let june: StaffScope;

beforeEach(async () => {
  june = await hireAtReadwell(database.owner, readwell, "June Okafor", "manager");
});

async function propose() {
  await proposeBankDetails(sam, details);
  return (await readBankOffice(sam, new Date())).coming?.id ?? "";
}

test("[X10] whoever has to confirm is shown the end of the number alone, and no words that stand for it", async () => {
  const id = await propose();
  const seen = await readBankOffice(june, new Date());
  expect(seen.coming).toMatchObject({
    accountNumber: "ending 789",
    checkWords: null,
    proposed: { isMine: false },
  });
  expect(JSON.stringify(seen).replace(/[^0-9]/g, "")).not.toContain("123456789");
  expect((await readBankOffice(sam, new Date())).coming).toMatchObject({
    ...{ accountNumber: "0071 2345 6789", routing: "111 000 025" },
    proposed: { by: "Sam Reyes", isMine: true },
  });
  await confirmBankDetails(june, { id, ...details });
  expect((await readBankOffice(june, new Date())).coming).toMatchObject({
    ...{ state: "confirmed", accountNumber: "0071 2345 6789", checkWords: checkWords(details) },
    confirmed: {
      by: "June Okafor",
      takesEffect: expect.stringMatching(/^\w{3}, \w{3} \d+, \d+:\d\d [AP]M$/),
    },
  });
});

test("[X10] the page says since when the details stand unchanged, who set them, and what became of all others", async () => {
  await withdrawBankDetails(june, { id: await propose() });
  await confirmBankDetails(june, { id: await propose(), ...details });
  await database.owner`update bank_details set takes_effect_at = now() where state = 'confirmed'`;
  await bankDetailsTakeEffect();
  await database.owner`update bank_details set in_force_since = '2024-03-03T18:00:00Z' where state = 'in-force'`;
  const { inForce, coming, past, others, names } = await readBankOffice(sam, new Date());
  expect(inForce).toMatchObject({
    ...{ unchangedSince: "March 3, 2024", checkWords: checkWords(details), changes: null },
    by: "Sam Reyes, confirmed by June Okafor",
  });
  expect(coming).toBeNull();
  expect(past).toEqual([
    {
      id: expect.any(String),
      account: "Readwell Builders LLC, account ending 789",
      proposed: expect.stringMatching(/^Proposed by Sam Reyes, /),
      ended: expect.stringMatching(/^Taken back by June Okafor, /),
    },
  ]);
  expect([others, names]).toEqual([["June Okafor"], { routing: "Routing number", number: "Account number" }]);
});

test("[X10] those of before are read to the first one, a page at a time, each once", async () => {
  await database.owner`
    insert into bank_details (tenant_id, state, account_name, routing, account_number, proposed_by, proposed_at, ended_by, ended_at)
    select ${readwell.tenantId}, 'withdrawn', 'Account ' || n, '111000025', '1000' || n, ${readwell.sam},
      now() - n / 2 * interval '1 day', ${readwell.sam}, now() from generate_series(1, 45) n`;
  const pages: string[][] = [];
  for (let after: string | undefined = "first"; after; ) {
    const page: Awaited<ReturnType<typeof readBankOffice>> = await readBankOffice(
      sam,
      new Date(),
      after === "first" ? undefined : after,
    );
    pages.push(page.past.map(({ account }) => account));
    after = page.earlier ?? undefined;
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat()).size).toBe(45);
});

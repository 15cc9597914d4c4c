import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gate, inTenant } from "@/db/client";
import { makeDocument, makeReadwell, type Readwell } from "@/e2e/support/clients";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { samOf } from "@/e2e/support/scopes";
import { theSystem } from "@/lib/events/record";
import { issueLink } from "@/lib/links/link";
import { spendLink } from "@/lib/links/spend";
import { applyTurns } from "./change-clients";
import { lockClients } from "./lock-client";

let database: TestDatabase;
let readwell: Readwell;
let contract: string;

beforeAll(async () => {
  database = await freshDatabase(20);
  readwell = await makeReadwell(database.owner);
  contract = await makeDocument(database.owner, readwell, "contract");
});
afterAll(() => database.drop());

async function contractLink(): Promise<string> {
  const { tenantId, ellen: contactId, address } = readwell;
  const { id } = await issueLink(gate(), {
    purpose: "contract-signature",
    holder: { tenantId, contactId, memberId: null, channel: "email", address: address.ellen },
    documentId: contract,
    by: theSystem,
  });
  return id;
}

const arrival = () => ({
  sessionHash: randomBytes(32),
  spentBy: randomBytes(32),
  deviceFamily: "Safari on iOS",
});

const setActive = (active: boolean) => {
  const sam = samOf(readwell);
  return inTenant(sam, async (tx) => {
    const [before] = await lockClients(tx, [readwell.ellen]);
    if (before) await applyTurns(tx, sam, [{ before, change: { active } }]);
  });
};

test("[B3] in 500 races of a spend and a deactivation no session of an inactive client lives, whoever comes first", async () => {
  const outcomes = { spent: 0, refused: 0 };
  for (let round = 0; round < 500; round += 1) {
    await setActive(true);
    const linkId = await contractLink();
    const spend = { linkId, chosenId: linkId, purpose: "contract-signature" as const };
    // Each is first in half of the rounds, so that both orders are met.
    const before = round % 2 === 0 ? undefined : setActive(false);
    const tap = spendLink(spend, arrival());
    const [spent] = await Promise.all([tap, before ?? setActive(false)]);
    const [left] = await database.owner`
      select count(*)::int as live from sessions where contact_id = ${readwell.ellen} and revoked_at is null`;
    expect(left?.live).toBe(0);
    outcomes[spent ? "spent" : "refused"] += 1;
  }
  expect(outcomes.spent, "some spends came first").toBeGreaterThan(0);
  expect(outcomes.refused, "some deactivations came first").toBeGreaterThan(0);
}, 120_000);

import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { linkTokens } from "@/db/schema/links";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLink, spendLink } from "./link";
import { tokenRing } from "./ring";
import { mintToken } from "./token";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const arrival = () => ({
  sessionHash: randomBytes(32),
  spentBy: randomBytes(32),
  deviceFamily: "Chrome on Android",
});

async function signInLink() {
  const { id } = await issueLink(gate(), {
    purpose: "staff-sign-in",
    holder: {
      tenantId: fernleigh.tenantId,
      memberId: fernleigh.priya,
      contactId: null,
      channel: "email",
      address: "priya@fernleigh.example",
    },
    by: theSystem,
  });
  const { hash } = mintToken("staff-sign-in", tokenRing());
  await gate().insert(linkTokens).values({ hash, tenantId: fernleigh.tenantId, linkId: id });
  return { id, hash };
}

describe("spending a link", () => {
  test("[X1] a hundred spends at once of one link make exactly one session", async () => {
    const { id } = await signInLink();
    const spent = await Promise.all(
      Array.from({ length: 100 }, () => spendLink(id, "staff-sign-in", arrival())),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
    const [{ count } = { count: 0 }] =
      await database.owner`select count(*)::int from sessions where link_id = ${id}`;
    expect(count).toBe(1);
  });

  test("[B1] a second tap on a spent link finds it spent", async () => {
    const { id, hash } = await signInLink();
    expect(await spendLink(id, "staff-sign-in", arrival())).toBeDefined();
    expect(await spendLink(id, "staff-sign-in", arrival())).toBeUndefined();
    expect((await peekLink(hash))?.state).toBe("spent");
  });
});

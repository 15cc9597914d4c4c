import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { linkTokens } from "@/db/schema/links";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { inOneWindow } from "@/e2e/support/one-window";
import { byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { tokenRing } from "@/lib/links/ring";
import { mintToken } from "@/lib/links/token";
import { dispatchWorkOrder } from "@/lib/work-orders/dispatch";
import { peerHeader } from "./client-address";
import { contractor, enterJob, formerContractor, isKnownJobLink } from "./gates";

let database: TestDatabase;
let fernleigh: Fernleigh;
let peers = 0;

beforeAll(async () => {
  database = await freshDatabase();
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

/** A knock at a job's door, from an address of its own unless one is named. */
function knock(token: string, peer?: string) {
  peers += 1;
  const headers = new Headers({ [peerHeader]: peer ?? `10.0.${peers >> 8}.${peers & 255}` });
  return { method: "GET", headers, params: { token } };
}

async function tokenFor(linkId: string, ring = tokenRing()): Promise<string> {
  const { token, hash } = mintToken("dispatch", ring);
  await gate().insert(linkTokens).values({ hash, tenantId: fernleigh.tenantId, linkId });
  return token;
}

async function jobWithToken() {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  return { order, mick, token: await tokenFor(mick.actor.linkId) };
}

describe("the door of a job", () => {
  test("[A2] lets in by a link of ours, as the contractor that it was sent to", async () => {
    const { mick, token } = await jobWithToken();
    const entered = await contractor.enter(knock(token));
    expect(entered.ok && entered.value).toEqual(mick);
  });

  test("[B16] stays shut to a token that somebody planted in the database without having a key", async () => {
    const { mick, token } = await jobWithToken();
    const foreign = { ...tokenRing(), keys: [{ id: "a", secret: Buffer.alloc(32, 7) }] };
    const elsewhere = { ...tokenRing(), origin: "https://elsewhere.example" };
    const changed = token.slice(0, -1) + (token.endsWith("x") ? "y" : "x");
    const planted = [
      await tokenFor(mick.actor.linkId, foreign),
      await tokenFor(mick.actor.linkId, elsewhere),
      `da${"A".repeat(62)}`,
      changed,
    ];
    for (const each of planted) {
      const hash = createHash("sha256").update(each).digest();
      const row = { hash, tenantId: fernleigh.tenantId, linkId: mick.actor.linkId };
      await gate().insert(linkTokens).values(row).onConflictDoNothing();
      expect(await contractor.enter(knock(each))).toMatchObject({ ok: false, reason: "link-dead" });
      expect((await enterJob(each)).ok).toBe(false);
      expect(await isKnownJobLink(each)).toBe(false);
    }
    expect((await contractor.enter(knock(token))).ok).toBe(true);
  });

  test("[A5] shuts after fourteen days, and then only takes the wish for a new link", async () => {
    const { mick, token } = await jobWithToken();
    const age = (interval: string) =>
      database.owner`update links set expires_at = expires_at - ${interval}::interval where id = ${mick.actor.linkId}`;
    await age("13 days 23 hours 59 minutes");
    expect((await contractor.enter(knock(token))).ok).toBe(true);
    expect(await formerContractor.enter(knock(token))).toMatchObject({ reason: "not-allowed-now" });
    await age("1 minute");
    expect(await contractor.enter(knock(token))).toMatchObject({ ok: false, reason: "link-dead" });
    expect((await formerContractor.enter(knock(token))).ok).toBe(true);
  });

  test("[A5] shuts to the old link the moment a new one is dispatched, and opens to the new one", async () => {
    const { order, token } = await jobWithToken();
    const again = {
      orderId: order.id,
      version: order.version,
      contractorId: fernleigh.mick,
      ceilingCents: null,
    };
    await dispatchWorkOrder(priyaOf(fernleigh), { ...again, channel: "sms" });
    expect(await contractor.enter(knock(token))).toMatchObject({ ok: false, reason: "link-dead" });
    const newest = await byNewestLink(database.owner, order.id);
    expect((await contractor.enter(knock(await tokenFor(newest.actor.linkId)))).ok).toBe(true);
  });

  test("[A7] refuses the 31st knock, but lets another address in by the same link, and this one by another link", async () => {
    const [first, second] = [await jobWithToken(), await jobWithToken()];
    await inOneWindow();
    const outcomes = [];
    for (let times = 0; times < 31; times += 1) {
      outcomes.push(await contractor.enter(knock(first.token, "203.0.113.50")));
    }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, reason: "too-many-requests" });
    expect((await contractor.enter(knock(first.token))).ok).toBe(true);
    expect((await contractor.enter(knock(second.token, "203.0.113.50"))).ok).toBe(true);
  });

  test("[X4] answers forged links without the database, and refuses the 31st", async () => {
    const { token } = await jobWithToken();
    const before = await lastQueries();
    const outcomes = [];
    for (let times = 0; times < 31; times += 1) {
      const forged = token.slice(0, 20) + (token[20] === "A" ? "B" : "A") + token.slice(21);
      outcomes.push(await contractor.enter(knock(forged, "203.0.113.60")));
    }
    expect(await lastQueries()).toEqual(before);
    expect(outcomes.slice(0, 30).every((each) => !each.ok && each.reason === "link-dead")).toBe(true);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, reason: "too-many-requests" });
  });
});

/** When each connection of the product's own login was last asked anything, and how many counts it keeps. */
async function lastQueries() {
  const [row] = await database.owner`
    select (select count(*)::int from request_counts) as counts, array_agg(query_start::text order by pid) as asked
    from pg_stat_activity where datname = current_database() and usename = 'latchkey_app'`;
  return row;
}

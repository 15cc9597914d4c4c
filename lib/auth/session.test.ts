import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLinkById } from "@/lib/links/link";
import { type StaffScope, scopeOf } from "./scope";
import { currentSession, endSession, isAlive, startSession, sweepSessions } from "./session";
import { pageOfSessions, revokeSessions } from "./session-list";
import { newNonce } from "./sign-in";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const windows = "Firefox on Windows";

async function linkFor(memberId: string) {
  const address = "priya@fernleigh.example";
  const { id } = await issueLink(gate(), {
    purpose: "staff-sign-in",
    holder: { tenantId: fernleigh.tenantId, memberId, contactId: null, channel: "email", address },
    by: theSystem,
  });
  const link = await peekLinkById(id);
  if (!link) throw new Error("The link is gone.");
  return link;
}

async function signedIn(memberId = fernleigh.priya) {
  const started = await startSession(await linkFor(memberId), { nonce: newNonce(), device: windows });
  if (!started.ok) throw new Error(started.reason);
  return { secret: started.value.secret, id: started.value.spent?.sessionId ?? "" };
}

/** As the same session would be found that much later, with nobody having used it since. */
const timePasses = (id: string, interval: string) => database.owner`
  update sessions set created_at = created_at - ${interval}::interval, last_seen_at = last_seen_at - ${interval}::interval,
    expires_at = expires_at - ${interval}::interval, ends_at = ends_at - ${interval}::interval where id = ${id}`;

const isIn = async (secret: string, device = windows) =>
  typeof (await currentSession(secret, device)) === "object";

async function row(id: string) {
  const [found] = await database.owner`select *, xmin::text as written_by from sessions where id = ${id}`;
  if (!found) throw new Error("The session is gone.");
  return found;
}

const refusals = (id: string) =>
  database.owner`select detail from events where session_id = ${id} and kind = 'session.refused'`;

describe("a session of the office", () => {
  test("[B11] lives seven days from its last use, and not a minute longer", async () => {
    const { id, secret } = await signedIn();
    await timePasses(id, "6 days 23 hours 59 minutes");
    expect(await isIn(secret)).toBe(true);
    await timePasses(id, "6 days 23 hours 59 minutes");
    expect(await isIn(secret)).toBe(true);
    await timePasses(id, "7 days 1 minute");
    expect([await isIn(secret), await isAlive(id)]).toEqual([false, false]);
  });

  test("[B11] is written once an hour at most: fifty requests at once move its end on once", async () => {
    const { id, secret } = await signedIn();
    await database.owner.unsafe(`
      create table slides (session_id uuid); grant insert on slides to public;
      create or replace function count_slide() returns trigger language plpgsql as
        $$ begin insert into slides values (new.id); return null; end $$;
      create or replace trigger count_slide after update of last_seen_at on sessions for each row execute function count_slide()`);
    await timePasses(id, "59 minutes");
    const fresh = await row(id);
    await Promise.all(Array.from({ length: 50 }, () => currentSession(secret, windows)));
    expect(await row(id)).toEqual(fresh);
    await timePasses(id, "2 minutes");
    await database.owner`truncate slides`;
    const seen = await Promise.all(Array.from({ length: 50 }, () => currentSession(secret, windows)));
    expect(seen.every((session) => typeof session === "object" && session.id === id)).toBe(true);
    expect(await database.owner`select 1 from slides where session_id = ${id}`).toHaveLength(1);
    expect((await row(id)).expires_at.getTime()).toBeGreaterThan(fresh.expires_at.getTime());
  });

  test("[B11] ends after 180 days, however often it was used", async () => {
    const { id, secret } = await signedIn();
    for (let day = 0; day < 175; day += 5) {
      await timePasses(id, "5 days");
      expect(await isIn(secret), `day ${day + 5}`).toBe(true);
    }
    await timePasses(id, "4 days 23 hours 59 minutes");
    expect(await isIn(secret)).toBe(true);
    const { expires_at: expires, ends_at: ends } = await row(id);
    expect(expires.getTime()).toBeLessThanOrEqual(ends.getTime());
    await timePasses(id, "2 minutes");
    expect(await isIn(secret)).toBe(false);
  });

  test("[B11] lives as long as its business has set", async () => {
    await database.owner`update tenants set staff_session_days = 1 where id = ${fernleigh.tenantId}`;
    const { id, secret } = await signedIn();
    await timePasses(id, "23 hours 59 minutes");
    expect(await isIn(secret)).toBe(true);
    await timePasses(id, "24 hours 1 minute");
    expect(await isIn(secret)).toBe(false);
  });

  test("[B11] in another family of browser is refused and put on record, and goes on in its own", async () => {
    const { id, secret } = await signedIn();
    for (const device of ["Firefox on macOS", "Chrome on Windows", "Unknown browser", ""]) {
      expect(await currentSession(secret, device)).toBe("wrong-device");
    }
    expect((await refusals(id)).map(({ detail }) => detail.device)).toEqual([
      "Firefox on macOS",
      "Chrome on Windows",
      "Unknown browser",
      "",
    ]);
    expect(await isIn(secret)).toBe(true);
    expect(await refusals(id)).toHaveLength(4);
  });

  test.each([
    [
      "revoked",
      ({ id }: { id: string }) => database.owner`update sessions set revoked_at = now() where id = ${id}`,
    ],
    ["signed out", ({ secret }: { secret: string }) => endSession(secret)],
    [
      "its person inactive",
      () => database.owner`update members set active = false where id = ${fernleigh.priya}`,
    ],
    [
      "its business closed",
      () => database.owner`update tenants set closed_at = now() where id = ${fernleigh.tenantId}`,
    ],
  ] as const)("[B11] is refused from the next request on, once it is %s", async (_, happens) => {
    const session = await signedIn();
    expect(await isIn(session.secret)).toBe(true);
    await happens(session);
    expect(await isIn(session.secret)).toBe(false);
    expect(await isAlive(session.id)).toBe(false);
  });

  test("[B11] is named by a secret that nobody can guess from what is kept", async () => {
    const { id, secret } = await signedIn();
    const { id_hash: kept } = await row(id);
    expect(await isIn(kept.toString("hex"))).toBe(false);
    expect(await isIn(id)).toBe(false);
    expect(await isIn(secret.replace(/^./, (first) => (first === "0" ? "1" : "0")))).toBe(false);
  });
});

describe("starting a session", () => {
  test("[X1] again, by the browser that spent the link, gives the same one for two minutes, and to another browser none", async () => {
    const link = await linkFor(fernleigh.priya);
    const nonce = newNonce();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => startSession(link, { nonce, device: windows })),
    );
    const secrets = new Set(answers.map((each) => each.ok && each.value.secret));
    expect(secrets.size).toBe(1);
    expect(await database.owner`select 1 from sessions where link_id = ${link.id}`).toHaveLength(1);
    expect(await startSession(link, { nonce: newNonce(), device: windows })).toMatchObject({
      ok: false,
      reason: "link-dead",
    });
    await database.owner`update links set spent_at = spent_at - interval '2 minutes' where id = ${link.id}`;
    expect(await startSession(link, { nonce, device: windows })).toMatchObject({
      ok: false,
      reason: "link-dead",
    });
  });
});

describe("the list of sessions", () => {
  const asOf = async (role: "owner" | "manager", memberId: string, sessionId: string): Promise<StaffScope> =>
    scopeOf(fernleigh.tenantId, { kind: "member", memberId, name: "", role, sessionId });
  const tom = () =>
    insert(database.owner, "members", {
      ...{ tenant_id: fernleigh.tenantId, name: "Tom Achterberg", role: "manager" },
      email: "tom@fernleigh.example",
    });

  test("shows every browser that is in now, and none that is not, nor another business's", async () => {
    const [first, second, old] = [await signedIn(), await signedIn(), await signedIn()];
    await timePasses(old.id, "8 days");
    const others = fernleigh;
    fernleigh = await makeFernleigh(database.owner);
    await signedIn();
    const { sessions: listed } = await pageOfSessions(priyaOf(others), {});
    expect(listed.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(listed[0]).toMatchObject({ person: "Priya Nair", device: windows });
  });

  test("ends one's own session and, for an owner, anybody's; a manager ends nobody else's", async () => {
    const tomId = await tom();
    const [priyas, toms] = [await signedIn(), await signedIn(tomId)];
    const asTom = await asOf("manager", tomId, toms.id);
    expect(await revokeSessions(asTom, { id: priyas.id })).toMatchObject({ reason: "not-found" });
    expect(await isIn(priyas.secret)).toBe(true);
    const asPriya = await asOf("owner", fernleigh.priya, priyas.id);
    expect(await revokeSessions(asPriya, { id: toms.id })).toEqual({ ok: true, value: 1 });
    expect(await isIn(toms.secret)).toBe(false);
    const later = await signedIn(tomId);
    expect(await revokeSessions(asTom, { id: later.id })).toEqual({ ok: true, value: 1 });
    expect(await isIn(later.secret)).toBe(false);
  });

  test("“all others” leaves the one that asks, and reaches no other business", async () => {
    const [mine, second, third] = [await signedIn(), await signedIn(), await signedIn()];
    const ours = fernleigh;
    fernleigh = await makeFernleigh(database.owner);
    const theirs = await signedIn();
    const asked = scopeOf(ours.tenantId, { ...priyaOf(ours).actor, sessionId: mine.id });
    expect(await revokeSessions(asked, "all-others")).toEqual({ ok: true, value: 2 });
    const alive = await Promise.all([mine, second, third, theirs].map(({ secret }) => isIn(secret)));
    expect(alive).toEqual([true, false, false, true]);
    expect(await revokeSessions(asked, { id: theirs.id })).toMatchObject({ reason: "not-found" });
  });
});

test("[B17] the sweep takes sessions that ended 90 days ago, however they ended, and no others", async () => {
  const [idle, revoked, lately, alive] = [
    await signedIn(),
    await signedIn(),
    await signedIn(),
    await signedIn(),
  ];
  await timePasses(idle.id, "97 days 1 minute");
  await timePasses(lately.id, "96 days 23 hours");
  await database.owner`update sessions set revoked_at = now() - interval '91 days' where id = ${revoked.id}`;
  await sweepSessions();
  const left = await database.owner`select id from sessions where tenant_id = ${fernleigh.tenantId}`;
  expect(left.map(({ id }) => id).sort()).toEqual([lately.id, alive.id].sort());
});

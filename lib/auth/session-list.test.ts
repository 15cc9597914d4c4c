import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { scopeOf } from "./scope";
import { listSessions, listSessionsOf, pageOfSessions, revokeSessions } from "./session-list";

eachAtReadwell();

type Signing = { who: "sam" | "ellen" | "tom"; times: number; hoursAgo?: number };

/** That many browsers of one person, each last used a second before the one before. */
async function signIn({ who, times, hoursAgo = 0 }: Signing): Promise<string[]> {
  const { tenantId, sam: member, ellen, address } = readwell;
  const isStaff = who === "sam";
  const rows = await database.owner<{ id: string }[]>`
    insert into sessions (tenant_id, id_hash, kind, member_id, contact_id, address, device_family, last_seen_at, expires_at, ends_at)
    select ${tenantId}, sha256(convert_to(${randomUUID()} || n, 'UTF8')), ${isStaff ? "staff" : "client"},
      ${isStaff ? member : null}, ${isStaff ? null : ellen}, ${isStaff ? "sam@readwell.example" : address[who]},
      ${`Chrome of ${who}`}, now() - ${hoursAgo} * interval '1 hour' - n * interval '1 second',
      now() + interval '7 days', now() + interval '180 days'
    from generate_series(1, ${times}::int) n returning id`;
  return rows.map(({ id }) => id);
}

/** Sam, in the browser of that session. */
const samIn = (sessionId = "") => scopeOf(readwell.tenantId, { ...sam.actor, sessionId });

describe("the list of sessions", () => {
  test("[B11] shows the office's people before its clients, however long ago they were here, and counts them all", async () => {
    await signIn({ who: "ellen", times: 250 });
    const [own, other] = await signIn({ who: "sam", times: 2, hoursAgo: 20 });
    const { sessions, count } = await pageOfSessions(samIn(own), {});
    expect([sessions.length, count]).toEqual([200, 252]);
    expect(sessions.slice(0, 3).map(({ id, kind }) => [id, kind])).toEqual([
      [own, "staff"],
      [other, "staff"],
      [sessions[2]?.id, "client"],
    ]);
  });

  test("[B11] leads to every session, page by page, with the asker's own at the head of each page", async () => {
    const clients = await signIn({ who: "ellen", times: 37 });
    const staff = await signIn({ who: "sam", times: 5 });
    const scope = samIn(staff[4]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOfSessions>> = await pageOfSessions(scope, {
        after: after ?? undefined,
        most: 10,
      });
      expect(page.count).toBe(42);
      expect(page.sessions[0]?.id).toBe(staff[4]);
      seen.push(...page.sessions.slice(after ? 1 : 0).map(({ id }) => id));
      after = page.after;
    } while (after);
    expect(seen).toEqual([staff[4], ...staff.slice(0, 4), ...clients]);
  });

  test("[B11] of one client tells the two people apart by their addresses, though they may have one name", async () => {
    await database.owner`update contacts set partner_name = name where id = ${readwell.ellen}`;
    const [ellens] = await signIn({ who: "ellen", times: 1 });
    const [toms] = await signIn({ who: "tom", times: 1 });
    const of = async (isPartner: boolean) =>
      (await listSessionsOf(sam, { contactId: readwell.ellen, isPartner })).map(({ id }) => id);
    expect([await of(false), await of(true)]).toEqual([[ellens], [toms]]);
    expect(await listSessions(sam, readwell.ellen)).toHaveLength(2);
  });
});

describe("ending sessions", () => {
  test("[C6] is on the record with whose each was and where, and who ended it", async () => {
    const [own] = await signIn({ who: "sam", times: 1 });
    await signIn({ who: "ellen", times: 1 });
    await signIn({ who: "tom", times: 1 });
    expect(await revokeSessions(samIn(own), "all-others")).toEqual({ ok: true, value: 2 });
    const told = await database.owner`
      select actor, actor_id as by, actor_name as name, contact_id as client, detail from events
      where tenant_id = ${readwell.tenantId} and kind = 'session.revoked' order by detail->>'person'`;
    const by = { actor: "member", by: readwell.sam, name: "Sam Reyes", client: readwell.ellen };
    expect(told).toEqual([
      { ...by, detail: { person: "Ellen Marsh", device: "Chrome of ellen" } },
      { ...by, detail: { person: "Tom Marsh", device: "Chrome of tom" } },
    ]);
  });

  test("[B11] of twenty thousand at once is one statement of a few seconds, and each is on the record", async () => {
    const [own] = await signIn({ who: "sam", times: 1 });
    await signIn({ who: "ellen", times: 20_000 });
    const began = performance.now();
    expect(await revokeSessions(samIn(own), "all-others")).toEqual({ ok: true, value: 20_000 });
    expect(performance.now() - began).toBeLessThan(10_000);
    const [told] = await database.owner`select count(*)::int as count from events
      where tenant_id = ${readwell.tenantId} and kind = 'session.revoked'`;
    expect(told?.count).toBe(20_000);
    expect((await pageOfSessions(samIn(own), {})).count).toBe(1);
  });
});

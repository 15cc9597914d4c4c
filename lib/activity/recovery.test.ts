import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { startSession } from "@/lib/auth/session";
import { peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";
import { issueRecovery } from "./recovery";

eachAtReadwell(20);

const issue = (address = readwell.address.ellen) => issueRecovery(sam, { client: readwell.ellen, address });

/** The link as it stands behind the address that was shown. */
async function behind(url: string) {
  const token = readToken(url.split("/").at(-1) ?? "", tokenRing());
  const link = token && (await peekLink(token.hash));
  if (!link) throw new Error("The link that was shown is not known.");
  return link;
}

async function issued(): Promise<string> {
  const shown = await issue();
  if (!shown.ok) throw new Error(shown.reason);
  return shown.value;
}

const enter = async (url: string) =>
  startSession(await behind(url), { nonce: randomBytes(16).toString("hex"), device: "Safari on iOS" });

describe("a recovery link", () => {
  test("[C7] opens once, for the person of its address", async () => {
    const url = await issued();
    expect((await behind(url)).holderName).toBe("Ellen Marsh");
    expect((await enter(url)).ok).toBe(true);
    expect(await enter(url)).toMatchObject({ ok: false, reason: "link-dead" });
  });

  test("[C7] lives 30 minutes, and is kept as a hash alone", async () => {
    const url = await issued();
    const [kept] = await database.owner`
      select expires_at - issued_at = interval '30 minutes' as lives, channel from links where tenant_id = ${readwell.tenantId}`;
    expect(kept).toEqual({ lives: true, channel: "copy" });
    const token = url.split("/").at(-1) ?? "";
    for (const table of ["links", "link_tokens", "events", "messages"]) {
      const found = await database.owner.unsafe(`select 1 from ${table} t where t::text like '%${token}%'`);
      expect(found, table).toHaveLength(0);
    }
    await database.owner`update links set expires_at = expires_at - interval '30 minutes' where tenant_id = ${readwell.tenantId}`;
    expect((await enter(url)).ok).toBe(false);
  });

  test("[C7] is on the record under the name of who issued it, and is no message", async () => {
    await issued();
    const told = await database.owner`
      select kind, actor_name as by, contact_id as client from events where tenant_id = ${readwell.tenantId} order by id`;
    expect(told.map(({ kind, by, client }) => [kind, by, client])).toEqual([
      ["link.issued", "Sam Reyes", readwell.ellen],
      ["link.copied", "Sam Reyes", readwell.ellen],
    ]);
    expect(await database.owner`select 1 from messages where tenant_id = ${readwell.tenantId}`).toHaveLength(
      0,
    );
  });

  test("[C7] of a hundred asked for at once, a business gets ten, and the others learn when", async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => issue()));
    expect(all.filter(({ ok }) => ok)).toHaveLength(10);
    const refused = all.filter((each) => !each.ok);
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(["too-many-requests"]));
    expect(refused[0]?.detail.sentence).toMatch(
      /You can issue the next one at \d+:\d\d [AP]M on \w{3}, \w{3} \d+\.$/,
    );
    const [counted] =
      await database.owner`select count(*)::int as all from links where tenant_id = ${readwell.tenantId}`;
    expect(counted?.all).toBe(10);
  });

  test("[C7] may be issued again a day after the first of ten, and not before; another business has ten of its own", async () => {
    const pass = (minutes: number) =>
      database.owner`update links set issued_at = issued_at - ${minutes} * interval '1 minute' where tenant_id = ${readwell.tenantId}`;
    await issued();
    await pass(60);
    for (let count = 1; count < 10; count += 1) await issued();
    expect((await issue()).ok).toBe(false);
    const other = await makeReadwell(database.owner);
    expect(
      (await issueRecovery(samOf(other), { client: other.ellen, address: other.address.ellen })).ok,
    ).toBe(true);
    await pass(23 * 60 - 1);
    expect((await issue()).ok).toBe(false);
    await pass(1);
    expect((await issue()).ok).toBe(true);
    expect((await issue()).ok).toBe(false);
  });

  test("[C7] works for a client without portal access, and for no client who is not active", async () => {
    await database.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
    const url = await issued();
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    expect(await issue()).toMatchObject({ ok: false, reason: "contact-inactive" });
    expect((await enter(url)).ok).toBe(false);
    await database.owner`update contacts set active = true where id = ${readwell.ellen}`;
    expect((await enter(url)).ok).toBe(true);
  });

  test("[C7] is for an address of this client alone, and for nobody else’s client", async () => {
    expect((await behind(await issued())).address).toBe(readwell.address.ellen);
    expect(await issue("eve@elsewhere.example")).toMatchObject({ ok: false, reason: "no-address" });
    const other = await makeReadwell(database.owner);
    const foreign = issueRecovery(sam, { client: other.ellen, address: other.address.ellen });
    expect(await foreign).toMatchObject({ ok: false, reason: "not-found" });
  });
});

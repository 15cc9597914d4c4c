import { describe, expect, test } from "vitest";
import { gate, inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { addressOf, database, eachAtFernleigh, fernleigh, helen, priya } from "@/e2e/support/at-fernleigh";
import { priyaOf } from "@/e2e/support/scopes";
import { makeFernleigh } from "@/e2e/support/world";
import { currentSession, startSession } from "@/lib/auth/session";
import { newNonce } from "@/lib/auth/sign-in";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLinkById } from "@/lib/links/link";
import { setSessionDays } from "./security";

eachAtFernleigh();

const safari = "Safari on iPhone";

async function signedIn(who: "priya" | "helen") {
  const { id } = await issueLink(gate(), {
    purpose: who === "priya" ? "staff-sign-in" : "portal-login",
    holder: {
      tenantId: fernleigh.tenantId,
      memberId: who === "priya" ? fernleigh.priya : null,
      contactId: who === "helen" ? helen : null,
      channel: "email",
      address: addressOf(who),
    },
    by: theSystem,
  });
  const link = await peekLinkById(id);
  const started = link && (await startSession(link, { nonce: newNonce(), device: safari }));
  if (!started?.ok) throw new Error("Nobody was let in.");
  return { secret: started.value.secret, id: started.value.spent?.sessionId ?? "" };
}

/** As the same session would be found that much later, with nobody having used it since. */
const timePasses = (id: string, interval: string) => database.owner`
  update sessions set last_seen_at = last_seen_at - ${interval}::interval, expires_at = expires_at - ${interval}::interval,
    ends_at = ends_at - ${interval}::interval where id = ${id}`;

const isIn = async ({ secret }: { secret: string }) =>
  typeof (await currentSession(secret, safari)) === "object";

describe("how long people stay signed in", () => {
  test("[C3] shortened, it signs out whoever was last here longer ago, on their next request, and nobody else", async () => {
    const [idle, fresh, client] = [await signedIn("priya"), await signedIn("priya"), await signedIn("helen")];
    for (const { id } of [idle, client]) await timePasses(id, "2 days");
    expect(await setSessionDays(priya, { kind: "staff", days: 1 })).toEqual({ ok: true, value: 1 });
    expect([await isIn(idle), await isIn(fresh), await isIn(client)]).toEqual([false, true, true]);
    await timePasses(fresh.id, "24 hours 1 minute");
    expect(await isIn(fresh)).toBe(false);
  });

  test("[C3] is a client's own: 30 days, lowered to 7, and no other business's", async () => {
    const [idle, fresh, priyas] = [await signedIn("helen"), await signedIn("helen"), await signedIn("priya")];
    await timePasses(idle.id, "29 days");
    await timePasses(fresh.id, "6 days");
    await timePasses(priyas.id, "6 days 23 hours");
    const other = priyaOf(await makeFernleigh(database.owner));
    expect(await setSessionDays(other, { kind: "client", days: 1 })).toEqual({ ok: true, value: 0 });
    expect(await setSessionDays(priya, { kind: "client", days: 7 })).toEqual({ ok: true, value: 1 });
    expect([await isIn(idle), await isIn(fresh), await isIn(priyas)]).toEqual([false, true, true]);
    await timePasses(fresh.id, "6 days 23 hours 59 minutes");
    expect(await isIn(fresh), "slid by the request before, by seven days").toBe(true);
    await timePasses(fresh.id, "7 days 1 minute");
    expect(await isIn(fresh)).toBe(false);
  });

  test("[B11] lengthened, it counts from the next use on", async () => {
    const [unused, used] = [await signedIn("priya"), await signedIn("priya")];
    await timePasses(used.id, "6 days");
    expect(await setSessionDays(priya, { kind: "staff", days: 30 })).toEqual({ ok: true, value: 0 });
    expect(await isIn(used)).toBe(true);
    for (const { id } of [unused, used]) await timePasses(id, "7 days 1 minute");
    expect([await isIn(unused), await isIn(used)]).toEqual([false, true]);
  });

  test("[B11] shortened after it was lengthened, it gives nobody more time than they had", async () => {
    const unused = await signedIn("priya");
    for (const days of [30, 14]) await setSessionDays(priya, { kind: "staff", days });
    await timePasses(unused.id, "7 days 1 minute");
    expect(await isIn(unused)).toBe(false);
  });

  test("[B11] leaves a session that was revoked or is over as it was", async () => {
    const [revoked, over] = [await signedIn("priya"), await signedIn("priya")];
    await database.owner`update sessions set revoked_at = now() where id = ${revoked.id}`;
    await timePasses(over.id, "8 days");
    const rowsNow = () =>
      database.owner`select * from sessions where id in (${revoked.id}, ${over.id}) order by id`;
    const before = await rowsNow();
    expect(await setSessionDays(priya, { kind: "staff", days: 1 })).toEqual({ ok: true, value: 0 });
    expect(await rowsNow()).toEqual(before);
  });

  test.each([
    ["staff", 0],
    ["staff", 31],
    ["staff", 1.5],
    ["client", 0],
    ["client", -7],
    ["client", 181],
    ["client", Number.NaN],
  ] as const)("[C3] of %s is refused at %d days", async (kind, days) => {
    expect(await setSessionDays(priya, { kind, days })).toMatchObject({ ok: false, reason: "invalid" });
    const [tenant] = await inTenant(priya, (tx) => tx.select().from(tenants));
    expect(tenant).toMatchObject({ staffSessionDays: 7, clientSessionDays: 30 });
  });
});

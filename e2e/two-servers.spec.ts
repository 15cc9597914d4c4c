import { expect } from "@playwright/test";
import { askAsClient, clientIn, isClientIn } from "./support/client";
import { makeReadwell } from "./support/clients";
import { startSecondServer } from "./support/start";
import { someAddress, test } from "./support/test";

/** Many requests, a few at a time, as a crowd of browsers would send them. */
async function crowd<T>(count: number, send: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const one = async () => {
    for (let n = next++; n < count; n = next++) answers[n] = await send(n);
  };
  await Promise.all(Array.from({ length: 50 }, one));
  return answers;
}

const from = () => ({
  "x-forwarded-for": someAddress(),
  "user-agent": "Mozilla/5.0",
  "accept-language": "en",
});

test("of a thousand browsers that tap one link at once, at two servers, one is let in, and nothing breaks", {
  tag: ["@B1", "@X1"],
}, async ({ world }) => {
  test.setTimeout(400_000);
  const second = await startSecondServer();
  const servers = [world.origin, second.origin];
  const readwell = await makeReadwell(world.owner);
  const { link } = await askAsClient(await world.browse(), world, readwell.address.ellen);
  const path = new URL(link).pathname;
  const at = (n: number) => servers[n % 2] ?? world.origin;
  const looked = await crowd(1000, async (n) => {
    const answer = await fetch(`${at(n)}${path}`, { redirect: "manual", headers: from() });
    return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  });
  expect(new Set(looked).size).toBe(1000);
  const shown = await fetch(`${world.origin}/l/confirm`, { headers: { ...from(), cookie: looked[0] ?? "" } });
  const page = /name="page" value="([0-9a-f]+)"/.exec(await shown.text())?.[1] ?? "";
  const tapped = await crowd(1000, async (n) => {
    const answer = await fetch(`${at(n + (n % 3))}/l/confirm/continue`, {
      method: "POST",
      redirect: "manual",
      headers: { ...from(), cookie: looked[n] ?? "" },
      body: new URLSearchParams({ page }),
    });
    return `${answer.status} ${answer.headers.get("location")} ${/sid=/.test(answer.headers.get("set-cookie") ?? "")}`;
  });
  await second.stop();
  const counted = Object.fromEntries(
    [...new Set(tapped)].map((each) => [each, tapped.filter((one) => one === each).length]),
  );
  expect(counted).toEqual({ "303 /portal true": 1, "303 /client-login?link=spent false": 999 });
  const rows = await world.owner`select
    (select count(*)::int from sessions where tenant_id = ${readwell.tenantId}) as sessions,
    (select count(*)::int from events where tenant_id = ${readwell.tenantId} and kind = 'link.spent') as spent`;
  expect([...rows]).toEqual([{ sessions: 1, spent: 1 }]);
});

test("a session that ended at one server is refused by the other on the very next request, however it ended", {
  tag: ["@B11", "@B3"],
}, async ({ world }) => {
  const second = await startSecondServer();
  const readwell = await makeReadwell(world.owner);
  const { ellen, tom, ellenPhone } = readwell.address;
  const ends = [
    [ellen, (sid: string) => world.owner`update sessions set revoked_at = now() where id = ${sid}`],
    [ellenPhone, () => world.owner`update contacts set portal_access = false where id = ${readwell.ellen}`],
    [tom, () => world.owner`update contacts set active = false where id = ${readwell.ellen}`],
    [ellen, () => world.owner`update tenants set closed_at = now() where id = ${readwell.tenantId}`],
  ] as const;
  for (const [address, end] of ends) {
    await world.owner`update contacts set portal_access = true, active = true where id = ${readwell.ellen}`;
    const browser = await clientIn(world, address);
    const [session] = await world.owner<{ id: string }[]>`
      select id from sessions where tenant_id = ${readwell.tenantId} order by created_at desc limit 1`;
    expect([await isClientIn(browser), await isClientIn(browser, second.origin)]).toEqual([true, true]);
    await end(session?.id ?? "");
    expect([await isClientIn(browser, second.origin), await isClientIn(browser)]).toEqual([false, false]);
  }
  await second.stop();
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { readActivity } from "./activity";
import { type ActivityAsked, activityAsked } from "./asked";
import { readCaller } from "./caller";
import { exportActivity } from "./csv";
import { noteCall } from "./note-call";
import { sendWayIn } from "./send-way-in";

eachAtReadwell();

type Telling = {
  kind?: string;
  daysAgo?: number;
  contact?: string;
  actor?: string;
  name?: string;
  detail?: string;
};

/** Something that happened to Ellen, unless it is said to be about nobody. */
function tell({
  kind = "link.issued",
  daysAgo = 0,
  contact,
  actor = "member",
  name = "Sam Reyes",
  detail,
}: Telling) {
  return database.owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, at, detail)
    values (${readwell.tenantId}, ${kind}, ${actor}, ${name}, ${contact ?? readwell.ellen},
      now() - ${daysAgo} * interval '1 day', ${detail ?? "{}"}::text::jsonb)`;
}

const asked = (said: Partial<Record<keyof ActivityAsked, string>> = {}) => activityAsked.parse(said);

const read = async (said: Partial<Record<keyof ActivityAsked, string>> = {}) => {
  const { days, before } = await readActivity(sam, asked(said), new Date());
  return { before, entries: days.flatMap(({ entries }) => entries) };
};
const sentences = async (said: Partial<Record<keyof ActivityAsked, string>> = {}) =>
  (await read(said)).entries.map(({ sentence }) => sentence);

describe("the activity of a business", () => {
  test("[C6] tells everything, newest first, under the day on which it happened", async () => {
    await tell({ kind: "contact.created", daysAgo: 3, detail: '{"name": "Ellen Marsh", "active": 1}' });
    await tell({ kind: "portal.opened", daysAgo: 2 });
    await tell({
      kind: "settings.changed",
      detail: '{"what": "Clients stay signed in", "from": "30 days", "to": "7 days"}',
    });
    const { days } = await readActivity(sam, asked(), new Date());
    expect(days).toHaveLength(3);
    expect(days[0]?.heading).toMatch(/^Today, /);
    expect(days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence))).toEqual([
      "Clients stay signed in changed from 30 days to 7 days",
      "Portal access switched on",
      "Ellen Marsh added",
    ]);
  });

  test("[C6] is narrowed to one client, to what it is about and to how far back, as its address says", async () => {
    await tell({ kind: "portal.opened" });
    await tell({
      kind: "link.issued",
      daysAgo: 10,
      detail: '{"purpose": "portal-invitation", "channel": "email"}',
    });
    const tully = await insert(database.owner, "contacts", {
      ...{
        tenant_id: readwell.tenantId,
        kind: "client",
        name: "Gordon Tully",
        email: "gordon@tully.example",
      },
    });
    await tell({ kind: "portal.closed", contact: tully });
    expect(await sentences({ client: readwell.ellen })).toEqual(["Portal access switched on"]);
    expect(await sentences({ about: "links", days: "30" })).toEqual([
      "Portal invitation link issued by email",
    ]);
    expect(await sentences({ about: "work-orders", days: "all" })).toEqual([]);
    expect(await sentences({ client: "nobody", about: "gossip", days: "12", before: "-1" })).toHaveLength(2);
  });

  test("[C6] leads through every happening once, page by page, though many are of one moment", async () => {
    await database.owner`insert into events (tenant_id, kind, actor, actor_name, contact_id)
      select ${readwell.tenantId}, 'portal.opened', 'member', 'Sam Reyes', ${readwell.ellen} from generate_series(1, 120)`;
    const ids: number[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(before ? { before: String(before) } : {});
      ids.push(...page.entries.map(({ id }) => id));
      before = page.before;
    } while (before !== null);
    expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
  });

  test("[C6] holds nothing of another business, and finds none of its clients", async () => {
    await tell({ kind: "portal.opened" });
    const other = await makeReadwell(database.owner);
    const stranger = samOf(other);
    expect((await readActivity(stranger, asked({ client: readwell.ellen }), new Date())).days).toEqual([]);
    expect(await readCaller(stranger, { id: readwell.ellen }, new Date())).toMatchObject({
      reason: "not-found",
    });
    expect(await exportActivity(stranger, asked({ client: readwell.ellen }))).toMatchObject({
      reason: "not-found",
    });
    expect(await noteCall(stranger, readwell.ellen)).toMatchObject({ reason: "not-found" });
    const address = readwell.address.ellen;
    expect(await sendWayIn(stranger, { client: readwell.ellen, address })).toMatchObject({
      reason: "not-found",
    });
  });

  test("[C6] says who opened a client after a call, and looking alone writes nothing", async () => {
    await readCaller(sam, { id: readwell.ellen }, new Date());
    expect(await sentences()).toEqual([]);
    await noteCall(sam, readwell.ellen);
    expect(await sentences({ client: readwell.ellen })).toEqual([
      "Sam Reyes opened this client after a call",
    ]);
  });
});

describe("the links of one client", () => {
  test("[X2] stand in a line each, with the partner’s among them, and the steps are for who was sent the newest", async () => {
    await sendWayIn(sam, { client: readwell.ellen, address: readwell.address.ellen });
    await sendWayIn(sam, { client: readwell.ellen, address: readwell.address.tom });
    const caller = await readCaller(sam, { id: readwell.ellen }, new Date());
    if (!caller.ok) throw new Error(caller.reason);
    const { links, people, about } = caller.value;
    expect(about).toBe("Kitchen and rear addition");
    expect(
      links.map(({ name, address, marks }) => [name, address, marks.sent.words, marks.used.words]),
    ).toEqual([
      ["Portal invitation", readwell.address.tom, "Waiting", "Not used"],
      ["Portal invitation", readwell.address.ellen, "Waiting", "Not used"],
    ]);
    expect(people.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ["Ellen Marsh", false],
      ["Tom Marsh", true],
    ]);
  });

  test("[C6] who was in before is sent a sign-in link, who never was the invitation; their partner does not count", async () => {
    const [session] =
      await database.owner`insert into sessions (tenant_id, id_hash, kind, contact_id, address, device_family, expires_at, ends_at)
      values (${readwell.tenantId}, ${readwell.suffix}::text::bytea, 'client', ${readwell.ellen}, ${readwell.address.ellen}, 'Safari on iOS', now(), now()) returning id`;
    expect(session).toBeDefined();
    const send = (address: string) => sendWayIn(sam, { client: readwell.ellen, address });
    expect(await send(readwell.address.ellenPhone)).toMatchObject({ ok: true });
    expect(await send(readwell.address.tom)).toMatchObject({ ok: true });
    const sent =
      await database.owner`select purpose, address from links where tenant_id = ${readwell.tenantId} order by issued_at`;
    expect(sent.map(({ purpose, address }) => [purpose, address])).toEqual([
      ["portal-login", readwell.address.ellenPhone],
      ["portal-invitation", readwell.address.tom],
    ]);
  });

  test("[B14] the fourth in an hour is refused with the time of the next", async () => {
    const send = () => sendWayIn(sam, { client: readwell.ellen, address: readwell.address.ellen });
    for (let times = 0; times < 3; times += 1) expect((await send()).ok).toBe(true);
    const refused = await send();
    expect(refused).toMatchObject({ ok: false, reason: "too-many-requests" });
    if (!refused.ok) expect(refused.detail.sentence).toMatch(/You can send again at \d+:\d\d [AP]M\.$/);
  });

  test("[C6] nothing goes to a client without portal access, nor to one who is not active", async () => {
    const send = () => sendWayIn(sam, { client: readwell.ellen, address: readwell.address.ellen });
    await database.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
    expect(await send()).toMatchObject({ ok: false, reason: "not-allowed-now" });
    await database.owner`update contacts set active = false where id = ${readwell.ellen}`;
    expect(await send()).toMatchObject({ ok: false, reason: "contact-inactive" });
    expect(await database.owner`select 1 from messages where tenant_id = ${readwell.tenantId}`).toHaveLength(
      0,
    );
  });
});

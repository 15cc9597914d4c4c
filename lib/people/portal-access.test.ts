import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeReadwell, type Readwell } from "@/e2e/support/clients";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { samOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { StaffScope } from "@/lib/auth/scope";
import { addClient, switchPortal } from "./clients";
import { inviteAgain, readInvitations } from "./portal-access";
import { waitSentence } from "./reach";

let database: TestDatabase;
let readwell: Readwell;
let sam: StaffScope;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  readwell = await makeReadwell(database.owner);
  await database.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
  sam = samOf(readwell);
});
afterAll(() => database.drop());

const open = () => switchPortal(sam, { id: readwell.ellen, open: true });
const close = () => switchPortal(sam, { id: readwell.ellen, open: false });

const invited = () => database.owner<{ address: string; channel: string; link: string; person: string }[]>`
  select m.address, m.channel, m.link_id as link, m.detail->>'person' as person from messages m
  where m.tenant_id = ${readwell.tenantId} and m.kind = 'portal-invitation' order by m.address`;

async function happenings(): Promise<string[]> {
  const rows = await database.owner<{ kind: string }[]>`
    select kind from events where tenant_id = ${readwell.tenantId} and kind like 'portal.%' order by id`;
  return rows.map(({ kind }) => kind);
}

/** Lets time pass for every link that was sent. */
const pass = (minutes: number) =>
  database.owner`update links set issued_at = issued_at - ${minutes} * interval '1 minute' where tenant_id = ${readwell.tenantId}`;

const states = async (now = new Date()) =>
  Object.fromEntries(
    (await readInvitations(sam, readwell.ellen, now)).map(({ address, state }) => [address, state]),
  );

describe("opening the portal", () => {
  test("[B4] invites the primary and the partner, each by name and with a link of their own", async () => {
    expect(await open()).toMatchObject({ ok: true, value: { notInvited: null } });
    const { ellen, tom } = readwell.address;
    const sent = await invited();
    expect(sent.map(({ address, person }) => [address, person])).toEqual([
      [ellen, "Ellen Marsh"],
      [tom, "Tom Marsh"],
    ]);
    expect(new Set(sent.map(({ link }) => link)).size).toBe(2);
    expect(await happenings()).toEqual(["portal.opened"]);
  });

  test("[B4] reaches by SMS who has no e-mail address", async () => {
    await database.owner`update contacts set partner_email = null where id = ${readwell.ellen}`;
    await open();
    expect((await invited()).map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
  });

  test("[B4] twice, or by two members at once, invites once", async () => {
    await Promise.all([open(), open()]);
    await open();
    expect(await invited()).toHaveLength(2);
    expect(await happenings()).toEqual(["portal.opened"]);
  });

  test("[B4] in the form of a new client invites as the switch does, and says who was not, each by name", async () => {
    const ana = {
      ...{ name: "Ana Costa", email: "ana@costa.example", phone: null },
      ...{ partnerName: "Rui Costa", partnerEmail: "rui@costa.example", partnerPhone: null },
      ...{ active: true, portalAccess: true },
    };
    const added = await addClient(sam, ana);
    if (!added.ok) throw new Error(added.reason);
    expect(added.value.told).toBeNull();
    expect((await invited()).map(({ address }) => address)).toEqual([ana.email, ana.partnerEmail]);
    const { id } = added.value.client;
    for (const open of [false, true, false, true]) await switchPortal(sam, { id, open });
    await database.owner`update contacts set email = 'gone@costa.example', partner_email = null where id = ${id}`;
    const again = await addClient(sam, ana);
    const told = again.ok ? again.value.told : null;
    const kept = await readKeptForm(sam, sam.actor.sessionId, told ?? "");
    expect(kept?.problem).toMatch(
      /^Ana Costa wasn’t invited\. We send .* at \d+:\d\d [AP]M\. Rui Costa wasn’t invited\. We send /,
    );
  });
});

test("[B4] closing the portal ends the sessions that only it allowed, and no other", async () => {
  await open();
  const session = (needsPortal: boolean) =>
    insert(database.owner, "sessions", {
      ...{ tenant_id: readwell.tenantId, kind: "client", contact_id: readwell.ellen },
      ...{ address: readwell.address.tom, device_family: "Safari on iPhone", needs_portal: needsPortal },
      ...{ expires_at: new Date(Date.now() + 86_400_000), ends_at: new Date(Date.now() + 86_400_000) },
      id_hash: randomBytes(32) as unknown as string,
    });
  const [, byDocument] = [await session(true), await session(false)];
  await close();
  const live =
    await database.owner`select id from sessions where tenant_id = ${readwell.tenantId} and revoked_at is null`;
  expect(live.map(({ id }) => id)).toEqual([byDocument]);
  expect(await happenings()).toEqual(["portal.opened", "portal.closed"]);
});

describe("an invitation that is sent again", () => {
  test("[B18] [B14] counts with those before: the fourth in an hour is refused with the clock time, and goes out after it", async () => {
    await open();
    const again = () => inviteAgain(sam, { id: readwell.ellen, address: readwell.address.ellen });
    expect([(await again()).ok, (await again()).ok]).toEqual([true, true]);
    const fourth = await again();
    expect(fourth).toMatchObject({ ok: false, reason: "too-many-requests" });
    expect(fourth.ok || fourth.detail.sentence).toMatch(
      /^We send up to three links an hour to one address\. You can send again at \d+:\d\d [AP]M\.$/,
    );
    expect(await inviteAgain(sam, { id: readwell.ellen, address: readwell.address.tom })).toMatchObject({
      ok: true,
    });
    await pass(60);
    expect(await again()).toMatchObject({ ok: true });
  });

  test("[B14] keeps the portal open though nobody could be invited once more, and says when it can be", async () => {
    for (let times = 0; times < 3; times += 1) {
      await open();
      await close();
    }
    expect(await open()).toMatchObject({ ok: true, value: { client: { portalAccess: true } } });
    await close();
    const last = await open();
    expect(last.ok && last.value.notInvited).toMatch(/You can send again at/);
  });

  test("[B18] goes to this client’s own addresses alone, and only while the portal is open to them", async () => {
    const to = (address: string) => inviteAgain(sam, { id: readwell.ellen, address });
    expect(await to(readwell.address.ellen)).toMatchObject({ reason: "not-allowed-now" });
    await open();
    expect(await to("eve@elsewhere.example")).toMatchObject({ reason: "no-address" });
    expect(await to(readwell.address.ellenPhone)).toMatchObject({ ok: true });
  });

  test("the wait ends at a whole minute that is not too early, in the office’s own zone", () => {
    const at = new Date("2026-04-24T00:47:30Z");
    const sydney = { timeZone: "Australia/Sydney", locale: "en-AU" };
    expect(waitSentence(at, sydney)).toContain("at 10:48.");
    expect(waitSentence(new Date("2026-04-24T00:48:00Z"), sydney)).toContain("at 10:48.");
  });
});

test("[B18] the office sees how far each invitation has come, by address", async () => {
  await open();
  const { ellen, tom, tomPhone } = readwell.address;
  expect(await states()).toEqual({ [ellen]: "queued", [tom]: "queued" });
  const mark = (change: Record<string, Date | string>, address = ellen) =>
    database.owner`update links set ${database.owner(change)} where tenant_id = ${readwell.tenantId} and address = ${address}`;
  await mark({ sent_at: new Date() });
  expect((await states())[ellen]).toBe("sent");
  await mark({ bounced_at: new Date(), bounce_reason: "No such mailbox." }, tom);
  expect((await states())[tom]).toBe("bounced");
  await mark({ delivered_at: new Date() });
  expect((await states())[ellen]).toBe("delivered");
  await mark({ opened_at: new Date() });
  expect((await states())[ellen]).toBe("opened");
  expect((await states(new Date(Date.now() + 8 * 86_400_000)))[ellen]).toBe("expired");
  await mark({ spent_at: new Date() });
  expect((await states(new Date(Date.now() + 8 * 86_400_000)))[ellen]).toBe("used");
  await inviteAgain(sam, { id: readwell.ellen, address: tomPhone });
  expect((await states())[tomPhone]).toBe("queued");
});

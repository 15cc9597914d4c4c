import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeReadwell, type Readwell } from "@/e2e/support/clients";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { answerRequests } from "@/e2e/support/queue";
import { insert } from "@/e2e/support/world";
import { recordDelivery } from "./delivered";
import { noteLook } from "./life";
import { linksAskedBy } from "./link";
import { requestLink } from "./request";
import { isKnownElsewhere, shopsOf } from "./shops";
import { spendLink, spentJustNowBy } from "./spend";

let database: TestDatabase;
let greenline: Readwell;
let bluewater: Readwell;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  greenline = await makeReadwell(database.owner, {}, "Greenline Lawn");
  const { ellen: email, ellenPhone: phone } = greenline.address;
  bluewater = await makeReadwell(database.owner, { email, phone }, "Bluewater Pools");
});
afterAll(() => database.drop());

const arrival = () => ({
  sessionHash: randomBytes(32),
  spentBy: randomBytes(32),
  deviceFamily: "Safari on iOS",
});

/** Ellen asks at the clients' door, and the links that answer her are issued. */
async function asked(address = greenline.address.ellen) {
  const askedBy = randomBytes(32);
  await requestLink("portal-login", { address, askedBy, askedFrom: "Safari on iOS" });
  await answerRequests(database.owner);
  return linksAskedBy(askedBy);
}

async function lead(address?: string) {
  const [link] = await asked(address);
  if (!link) throw new Error("Nothing was sent.");
  return link;
}

const linksOf = ({ tenantId }: Readwell) => database.owner`select * from links where tenant_id = ${tenantId}`;
const sessionsOf = ({ tenantId }: Readwell) =>
  database.owner`select contact_id, address from sessions where tenant_id = ${tenantId}`;

describe("somebody whom two shops know", () => {
  test.each([
    ["e-mail", () => greenline.address.ellen, "email"],
    ["mobile number", () => greenline.address.ellenPhone, "sms"],
  ])(
    "[C1] [C2] gets one message for both by %s, and each shop a link of its own",
    async (_, address, channel) => {
      expect(await asked(address())).toHaveLength(1);
      const messages = await database.owner`select channel, kind from messages where address = ${address()}`;
      expect([...messages]).toEqual([{ channel, kind: "portal-login" }]);
      for (const shop of [greenline, bluewater]) expect(await linksOf(shop)).toHaveLength(1);
    },
  );

  test("[C8] is offered both, by name, and enters the one that was picked", async () => {
    const link = await lead();
    const shops = await shopsOf(link.id);
    expect(shops.map(({ name }) => name)).toEqual(["Bluewater Pools", "Greenline Lawn"]);
    const chosen = shops.find(({ tenantId }) => tenantId === bluewater.tenantId);
    const spend = { linkId: link.id, chosenId: chosen?.linkId ?? "", purpose: "portal-login" as const };
    expect(await spendLink(spend, arrival())).toMatchObject({ tenantId: bluewater.tenantId });
    expect([...(await sessionsOf(bluewater))]).toEqual([
      { contact_id: bluewater.ellen, address: greenline.address.ellen },
    ]);
    expect(await sessionsOf(greenline)).toHaveLength(0);
    const [theirs] = await linksOf(greenline);
    expect([theirs?.spent_at, theirs?.discarded_at instanceof Date]).toEqual([null, true]);
  });

  test("[C8] of a hundred picks at once, of both shops, one makes a session", async () => {
    const link = await lead();
    const shops = await shopsOf(link.id);
    const picks = Array.from({ length: 100 }, (_, n) =>
      spendLink(
        { linkId: link.id, chosenId: shops[n % 2]?.linkId ?? "", purpose: "portal-login" },
        arrival(),
      ),
    );
    expect((await Promise.all(picks)).filter(Boolean)).toHaveLength(1);
    expect((await sessionsOf(greenline)).length + (await sessionsOf(bluewater)).length).toBe(1);
  });

  test("[C8] can pick no third shop, nor a second one afterwards", async () => {
    const stranger = await makeReadwell(database.owner);
    const [link, other] = [await lead(), await lead(stranger.address.ellen)];
    const spend = (chosenId: string) =>
      spendLink({ linkId: link.id, chosenId, purpose: "portal-login" }, arrival());
    expect(await spend(other.id)).toBeUndefined();
    expect(await spend("00000000-0000-4000-8000-000000000000")).toBeUndefined();
    const [first, second] = await shopsOf(link.id);
    expect(await spend(first?.linkId ?? "")).toBeDefined();
    expect(await spend(second?.linkId ?? "")).toBeUndefined();
    expect(await shopsOf(other.id)).toHaveLength(1);
  });

  test("[B3] is offered no shop that has ended it meanwhile, and cannot pick it", async () => {
    const link = await lead();
    const shops = await shopsOf(link.id);
    const other = shops.find(({ linkId }) => linkId !== link.id);
    await database.owner`update contacts set portal_access = false where tenant_id = ${other?.tenantId ?? ""}`;
    expect((await shopsOf(link.id)).map(({ linkId }) => linkId)).toEqual([link.id]);
    const spend = { linkId: link.id, chosenId: other?.linkId ?? "", purpose: "portal-login" as const };
    expect(await spendLink(spend, arrival())).toBeUndefined();
  });

  test("[C8] [B3] cannot pick a shop where the address is theirs no more, nor one whose link it retired", async () => {
    for (const change of [
      (id: string) => database.owner`update contacts set email = 'ellen@new.example' where tenant_id = ${id}`,
      (id: string) => database.owner`update links set retired_at = now() where tenant_id = ${id}`,
    ]) {
      const greens = await makeReadwell(database.owner, {}, "Greenline Lawn");
      const blues = await makeReadwell(database.owner, { email: greens.address.ellen }, "Bluewater Pools");
      const link = await lead(greens.address.ellen);
      const gone = (await shopsOf(link.id)).find(({ linkId }) => linkId !== link.id);
      await change(gone?.tenantId ?? "");
      expect((await shopsOf(link.id)).map(({ linkId }) => linkId)).toEqual([link.id]);
      const spend = { linkId: link.id, chosenId: gone?.linkId ?? "", purpose: "portal-login" as const };
      expect(await spendLink(spend, arrival())).toBeUndefined();
      expect((await sessionsOf(greens)).length + (await sessionsOf(blues)).length).toBe(0);
    }
  });

  test("[C8] still enters the other shop when the one whose link leads the message has ended it", async () => {
    const link = await lead();
    await database.owner`update contacts set portal_access = false where tenant_id = ${link.tenantId}`;
    expect((await linksAskedBy(link.askedBy ?? Buffer.alloc(0)))[0]?.state).toBe("open");
    const [other] = await shopsOf(link.id);
    const spend = { linkId: link.id, chosenId: other?.linkId ?? "", purpose: "portal-login" as const };
    expect(await spendLink(spend, arrival())).toMatchObject({ tenantId: other?.tenantId });
  });

  test("[X1] whom machines look at and who picks at the same moment wait for each other in one order", async () => {
    for (let round = 0; round < 20; round += 1) {
      const link = await lead(await freshEllen());
      await database.owner`update links set sent_at = now() where id = ${link.id}`;
      const [first, second] = await shopsOf(link.id);
      const pick = (chosenId = "") =>
        spendLink({ linkId: link.id, chosenId, purpose: "portal-login" }, arrival());
      const looks = Array.from({ length: 10 }, () => noteLook(link, true));
      const [one, two] = await Promise.all([pick(first?.linkId), pick(second?.linkId), ...looks]);
      expect([one, two].filter(Boolean)).toHaveLength(1);
    }
  });

  /** An address that two shops know, and that nobody has asked with. */
  async function freshEllen(): Promise<string> {
    const { address } = await makeReadwell(database.owner, {}, "Greenline Lawn");
    await makeReadwell(database.owner, { email: address.ellen }, "Bluewater Pools");
    return address.ellen;
  }

  test("[B1] gets the same session again when the answer was lost, whichever shop it was", async () => {
    const link = await lead();
    const [, second] = await shopsOf(link.id);
    const mine = arrival();
    await spendLink({ linkId: link.id, chosenId: second?.linkId ?? "", purpose: "portal-login" }, mine);
    expect(await spentJustNowBy(link.id, mine.spentBy, second?.linkId)).toBe(true);
    expect(await spentJustNowBy(link.id, mine.spentBy)).toBe(true);
    const [first] = [link.id];
    expect(await spentJustNowBy(link.id, mine.spentBy, second?.linkId === first ? randomUUID() : first)).toBe(
      false,
    );
    expect(await spentJustNowBy(link.id, randomBytes(32))).toBe(false);
  });

  test("[C6] [X2] what becomes of the message stands on each shop's own life line", async () => {
    const link = await lead();
    const [message] = await database.owner<{ id: string }[]>`
      select id from messages where link_id = ${link.id}`;
    await recordDelivery({
      what: "delivered",
      at: new Date(),
      providerId: "x",
      messageId: message?.id ?? "",
    });
    await noteLook(link, false);
    for (const shop of [greenline, bluewater]) {
      const [row] = await linksOf(shop);
      expect([row?.delivered_at instanceof Date, row?.opened_at instanceof Date], shop.name).toEqual([
        true,
        true,
      ]);
      const kinds =
        await database.owner`select kind from events where tenant_id = ${shop.tenantId} order by id`;
      expect(kinds.map(({ kind }) => kind)).toEqual(["link.issued", "link.delivered", "link.opened"]);
    }
  });

  test("[B14] uses up one of three requests with both", async () => {
    for (let times = 0; times < 3; times += 1) expect(await asked()).not.toHaveLength(0);
    const fourth = await requestLink("portal-login", {
      address: greenline.address.ellen,
      askedBy: randomBytes(32),
      askedFrom: "",
    });
    expect(fourth).toMatchObject({ ok: false, reason: "too-many-requests" });
  });

  test("[C8] has another shop to switch to, and whom only one knows has none", async () => {
    const { address } = greenline;
    expect(await isKnownElsewhere(address.ellen, greenline.tenantId)).toBe(true);
    expect(await isKnownElsewhere(address.tom, greenline.tenantId)).toBe(false);
    await database.owner`update tenants set closed_at = now() where id = ${bluewater.tenantId}`;
    expect(await isKnownElsewhere(address.ellen, greenline.tenantId)).toBe(false);
  });
});

describe("asking at the clients' door", () => {
  test("[C1] [B3] nobody who is inactive, has no portal, works with a contractor's address or is a stranger is sent anything", async () => {
    const shop = await makeReadwell(database.owner);
    const contractor = `mick-${shop.suffix}@harbour.example`;
    await insert(database.owner, "contacts", {
      ...{
        tenant_id: shop.tenantId,
        kind: "contractor",
        name: "Mick",
        email: contractor,
        portal_access: true,
      },
    });
    const sent = async (address: string) => (await asked(address)).length;
    expect([
      await sent(contractor),
      await sent("eve@elsewhere.example"),
      await sent(shop.address.tom),
    ]).toEqual([0, 0, 1]);
    await database.owner`update contacts set portal_access = false where id = ${shop.ellen}`;
    expect(await sent(shop.address.ellen)).toBe(0);
    await database.owner`update contacts set portal_access = true, active = false where id = ${shop.ellen}`;
    expect(await sent(shop.address.ellenPhone)).toBe(0);
    await database.owner`update contacts set active = true where id = ${shop.ellen}`;
    expect(await sent(shop.address.ellenPhone)).toBe(1);
  });
});

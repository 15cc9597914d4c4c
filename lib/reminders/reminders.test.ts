import { describe, expect, test } from "vitest";
import { makeAppointment } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { at, chicago, day, reminded, run, sent } from "@/e2e/support/reminders";
import { instantIn } from "@/lib/dates";
import { sendReminders } from "./send";

eachAtReadwell(20);

describe("a reminder", () => {
  test("goes to each person who was sent the document, once, with a link of their own", async () => {
    const { ellen, tom } = readwell.address;
    const scope = await sent("scope", day(3));
    expect(await run(scope, at(1, "08:55"))).toEqual([]);
    expect(await run(scope, at(1))).toEqual([ellen, tom].sort());
    expect(await run(scope, at(1, "09:15"))).toHaveLength(2);
    const messages = await database.owner`
      select m.address, l.purpose, m.detail->>'occasion' as occasion, m.detail->>'due' as due, m.detail->>'person' as person
      from messages m join links l on l.id = m.link_id join reminders r on r.link_id = l.id
      where l.document_id = ${scope} order by m.address`;
    const shared = {
      purpose: "scope-review",
      occasion: "reminder",
      due: expect.stringMatching(/^\w{3}, \w{3} \d+$/),
    };
    expect([...messages]).toEqual([
      { ...shared, address: ellen, person: "Ellen Marsh" },
      { ...shared, address: tom, person: "Tom Marsh" },
    ]);
    const told =
      await database.owner`select actor, link_id is not null as linked from events where kind = 'reminder.sent' and document_id = ${scope}`;
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual({ actor: "system", linked: true });
    expect(await run(scope, at(4))).toHaveLength(4);
  });

  test("is sent once, however many workers look at the same time", async () => {
    const documents = await Promise.all([1, 2, 3].map(() => sent("selections", day(4))));
    await Promise.all(Array.from({ length: 8 }, () => sendReminders(at(1))));
    for (const id of documents) {
      expect(await reminded(id)).toHaveLength(2);
      const links = await database.owner`select 1 from links where document_id = ${id}`;
      expect(links).toHaveLength(2);
    }
  });

  test("of an invoice has the purpose of its own, and of an appointment says when and where", async () => {
    const invoice = await sent("invoice", day(4));
    const visit = await sent("appointment", null);
    const [crew] =
      await database.owner`insert into crews (tenant_id, name) values (${readwell.tenantId}, 'One') returning id`;
    await database.owner`
      insert into appointments (tenant_id, document_id, crew_id, state, starts_at, ends_at, place, zone)
      values (${readwell.tenantId}, ${visit}, ${crew?.id}, 'confirmed', ${at(2, "08:00")}, ${at(2, "10:00")}, '118 Quarry Bend', ${chicago})
      on conflict (tenant_id, document_id) do update set state = 'confirmed', starts_at = ${at(2, "08:00")}, ends_at = ${at(2, "10:00")}, place = '118 Quarry Bend'`;
    await database.owner`update documents set answered_at = now(), answered_as = 'confirmed' where id = ${visit}`;
    await sendReminders(at(1));
    const [ofInvoice] = await database.owner`select purpose from links where document_id = ${invoice}`;
    expect(ofInvoice?.purpose).toBe("invoice-reminder");
    const [message] = await database.owner`
      select m.detail from messages m join links l on l.id = m.link_id where l.document_id = ${visit}`;
    expect(message?.detail).toMatchObject({
      when: expect.stringMatching(/, 8:00 to 10:00 AM$/),
      place: "118 Quarry Bend",
    });
  });

  test("comes by the client’s own clock, and waits while it is quiet there", async () => {
    await database.owner`update contacts set time_zone = 'Australia/Perth' where id = ${readwell.ellen}`;
    const scope = await sent("scope", day(4));
    const here = instantIn("Australia/Perth", day(2), "09:00") ?? new Date(NaN);
    expect(await run(scope, new Date(here.getTime() - 60_000))).toEqual([]);
    expect(await run(scope, new Date(here.getTime() + 12 * 3_600_000))).toEqual([]);
    expect(await run(scope, new Date(here.getTime() + 23 * 3_600_000))).toHaveLength(2);
  });

  test.each([
    ["Pacific/Honolulu", "Australia/Sydney", "2030-05-03T01:00", "2030-05-01T09:00"],
    ["Australia/Sydney", chicago, "2030-05-02T14:00", "2030-05-02T09:00"],
    ["America/Los_Angeles", "America/New_York", "2030-05-02T02:00", "2030-04-30T09:00"],
  ])(
    "of a visit comes to who lives in %s the day before it begins there, though it is in %s",
    async (home, zone, visit, morning) => {
      await database.owner`update contacts set time_zone = ${home} where id = ${readwell.ellen}`;
      const instant = (wall: string, where: string) =>
        instantIn(where, wall.slice(0, 10), wall.slice(11)) ?? new Date(NaN);
      const startsAt = instant(visit, zone);
      const sentTo = [readwell.address.ellen];
      const { id } = await makeAppointment(database.owner, readwell, { startsAt, zone, sentTo });
      const due = instant(morning, home);
      expect(await run(id, new Date(due.getTime() - 60_000))).toEqual([]);
      expect(await run(id, due)).toEqual(sentTo);
      expect(await run(id, new Date(startsAt.getTime() - 60_000)), "once").toEqual(sentTo);
    },
  );

  test("that was planned is not sent once its rung is taken out, and one put in comes from then on", async () => {
    const ladder = (days: number[]) =>
      database.owner`update tenants set reminder_ladders = ${database.owner.json({ scope: days })} where id = ${readwell.tenantId}`;
    const scope = await sent("scope", day(4));
    await ladder([-3, -2, -1]);
    expect(await run(scope, at(1))).toHaveLength(2);
    await ladder([-1]);
    expect(await run(scope, at(2))).toHaveLength(2);
    expect(await run(scope, at(3))).toHaveLength(4);
    await ladder([-3, -1, 0]);
    expect(await run(scope, at(3, "10:00")), "neither again nor late").toHaveLength(4);
    expect(await run(scope, at(4))).toHaveLength(6);
  });

  test("is none of a business that wants none, and follows the ladder that it chose", async () => {
    await database.owner`update tenants set reminder_ladders = '{"scope": [], "invoice": [5]}' where id = ${readwell.tenantId}`;
    const [scope, invoice] = [await sent("scope", day(3)), await sent("invoice", day(-4))];
    expect(await run(scope, at(1))).toEqual([]);
    expect(await reminded(invoice)).toHaveLength(2);
  });

  test("[B14] that a limit holds back is not lost: it goes out as soon as it may", async () => {
    const scope = await sent("scope", day(3));
    const toEllen = {
      tenant_id: readwell.tenantId,
      purpose: "scope-review",
      contact_id: readwell.ellen,
      document_id: null,
      class: "single-use",
      channel: "email",
      address: readwell.address.ellen,
      expires_at: new Date(),
    };
    await database.owner`insert into links ${database.owner([toEllen, toEllen, toEllen])}`;
    expect(await run(scope, at(1))).toEqual([readwell.address.tom]);
    await database.owner`update links set issued_at = issued_at - interval '61 minutes' where tenant_id = ${readwell.tenantId}`;
    expect(await run(scope, at(1, "10:10"))).toContain(readwell.address.ellen);
  });
});

describe("no reminder comes", () => {
  test.each([
    [
      "once it is answered",
      (id: string) =>
        database.owner`update documents set answered_at = now(), answered_as = 'approved' where id = ${id}`,
    ],
    [
      "once it is closed",
      (id: string) =>
        database.owner`update documents set closed_at = now(), closed_as = 'withdrawn' where id = ${id}`,
    ],
    [
      "while the office owes them an answer",
      (id: string) =>
        database.owner`update documents set waits_since = now(), waits_for = 'question' where id = ${id}`,
    ],
    [
      "to who is not active",
      () => database.owner`update contacts set active = false where id = ${readwell.ellen}`,
    ],
    [
      "to an address that is theirs no more",
      () =>
        database.owner`update contacts set email = 'new@marsh.example', partner_email = null where id = ${readwell.ellen}`,
    ],
    [
      "from a business that is closed",
      () => database.owner`update tenants set closed_at = now() where id = ${readwell.tenantId}`,
    ],
    [
      "to whom the office has just sent it again",
      (id: string) => database.owner`
      insert into links (tenant_id, purpose, contact_id, document_id, class, channel, address, issued_at, expires_at)
      select ${readwell.tenantId}, 'scope-review', ${readwell.ellen}, ${id}, 'single-use', 'email', unnest(addressed_to), ${at(1, "09:01")}, now() from documents where id = ${id}`,
    ],
  ])("%s", async (_, happens) => {
    const scope = await sent("scope", day(3));
    await happens(scope);
    expect(await run(scope, at(1))).toEqual([]);
  });

  test("[B6] of a contract to who has confirmed, to whose turn it is not, and while its text is changed", async () => {
    const contract = await sent("contract", day(3));
    expect(await run(contract, at(1))).toEqual([readwell.address.ellen]);
    await database.owner`update contract_signees set confirmed_at = now() where document_id = ${contract} and person = 'primary'`;
    expect(await run(contract, at(3))).toEqual([readwell.address.ellen, readwell.address.tom]);
    await database.owner`update contracts set sealed_at = null where document_id = ${contract}`;
    expect(await run(contract, at(6))).toHaveLength(2);
  });
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { at, day, run, sent } from "@/e2e/support/reminders";
import { samOf } from "@/e2e/support/scopes";
import { instantIn } from "@/lib/dates";
import { readReminders } from "./office";
import { sendReminders } from "./send";
import { restoreReminder, skipReminder } from "./skip";

eachAtReadwell(20);

describe("the office", () => {
  test("sees what will be sent in the next seven days, to whom and when on their clock, and what was sent", async () => {
    await database.owner`update contacts set time_zone = 'Australia/Perth' where id = ${readwell.ellen}`;
    await sent("scope", day(4));
    await sent("contract", day(30));
    const before = await readReminders(sam, at(0, "12:00", "Australia/Perth"));
    expect(before.days.flatMap(({ reminders }) => reminders)).toMatchObject([
      { person: "Ellen Marsh", clock: "9:00 AM", zoneWords: "Perth time", kind: "scope", skippedBy: null },
      { person: "Tom Marsh", clock: "9:00 AM", zoneWords: "Perth time" },
      { person: "Ellen Marsh", why: expect.stringMatching(/^due /) },
      { person: "Tom Marsh" },
    ]);
    expect(before.sent).toEqual([]);
    await sendReminders(instantIn("Australia/Perth", day(2), "09:05"));
    const after = await readReminders(sam, new Date());
    expect(after.sent).toMatchObject([{ state: "queued" }, { state: "queued" }]);
  });

  test("reads of which day is today by its own clock, wherever those live who are reminded", async () => {
    await database.owner`update contacts set time_zone = 'Australia/Perth' where id = ${readwell.ellen}`;
    await database.owner`update tenants set reminder_ladders = '{"scope": [0]}' where id = ${readwell.tenantId}`;
    await sent("scope", day(3));
    const headings = async (now: Date) => (await readReminders(sam, now)).days.map(({ heading }) => heading);
    expect(await headings(at(2, "12:00")), "in Perth it is that day already").toEqual([
      expect.not.stringContaining("Today"),
    ]);
    await database.owner`update contacts set time_zone = 'Pacific/Honolulu' where id = ${readwell.ellen}`;
    expect(await headings(at(3, "04:00")), "in Honolulu it is not that day yet").toEqual([
      expect.stringMatching(/^Today, /),
    ]);
  });

  test("skips one, puts it back until its time, and nobody is reminded of what is skipped", async () => {
    const { ellen: address, tom } = readwell.address;
    const documentId = await sent("scope", day(3));
    const which = { documentId, address, plannedFor: day(1) };
    const early = at(1, "08:00");
    expect(await skipReminder(sam, which, early)).toMatchObject({ ok: true });
    expect(await skipReminder(sam, which, early)).toMatchObject({ ok: true });
    const view = await readReminders(sam, early);
    expect(view.days[0]?.reminders.map(({ skippedBy }) => skippedBy).sort()).toEqual(["Sam Reyes", null]);
    expect(await run(documentId, at(1))).toEqual([tom]);
    expect(await restoreReminder(sam, which, at(1))).toMatchObject({ reason: "not-allowed-now" });
    expect(await restoreReminder(sam, which, early)).toMatchObject({ ok: true });
    expect(await restoreReminder(sam, which, early)).toMatchObject({ ok: true });
    expect(await run(documentId, at(1, "09:20"))).toEqual([tom, address]);
    expect(await skipReminder(sam, which, at(1, "09:21"))).toMatchObject({ reason: "not-allowed-now" });
    const told =
      await database.owner`select detail->>'outcome' as outcome from events where kind = 'reminder.skipped' and document_id = ${documentId} order by id`;
    expect(told.map(({ outcome }) => outcome)).toEqual(["skipped", "restored"]);
  });

  test("skips one that is due and held back by the limit of messages in an hour", async () => {
    const { ellen: address } = readwell.address;
    const documentId = await sent("scope", day(3));
    await database.owner`
      insert into links (tenant_id, purpose, contact_id, document_id, class, channel, address, issued_at, expires_at)
      select ${readwell.tenantId}, 'scope-review', ${readwell.ellen}, ${documentId}, 'single-use', 'email', ${address},
        now() - interval '10 minutes', now() from generate_series(1, 3)`;
    expect(await run(documentId, at(1))).not.toContain(address);
    const which = { documentId, address, plannedFor: day(1) };
    expect(await skipReminder(sam, which, at(1, "09:10"))).toMatchObject({ ok: true });
    expect(await restoreReminder(sam, which, at(1, "09:11"))).toMatchObject({ reason: "not-allowed-now" });
    await database.owner`update links set issued_at = issued_at - interval '2 hours' where document_id = ${documentId}`;
    expect(await run(documentId, at(1, "09:20"))).not.toContain(address);
  });

  test("decides about its own business’s reminders alone", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    const theirs = await sent("scope", day(3), other);
    const which = { documentId: theirs, address: other.address.ellen, plannedFor: day(1) };
    expect(await skipReminder(sam, which, at(1, "08:00"))).toMatchObject({ reason: "not-found" });
    expect((await readReminders(sam, new Date())).days).toEqual([]);
    expect((await readReminders(samOf(other), new Date())).days).not.toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { insert } from "@/e2e/support/world";
import { readCaller } from "./caller";
import { noteCall } from "./note-call";

eachAtReadwell();

describe("a client who can’t get in", () => {
  test("[C6] one of two people with one name, who is sent many, hides neither the links nor the browsers of the other", async () => {
    const { tenantId, ellen, suffix, address } = readwell;
    await database.owner`update contacts set partner_name = name where id = ${ellen}`;
    await database.owner`insert into links (tenant_id, purpose, class, contact_id, channel, address, issued_at, expires_at)
      select ${tenantId}, 'portal-login', 'single-use', ${ellen}, 'email', ${address.tom}, now() - n * interval '1 minute', now() + interval '1 day'
      from generate_series(1, 30) n`;
    const spent = { issued: 40, device: "Safari on iOS" };
    await database.owner`insert into links (tenant_id, purpose, class, contact_id, channel, address, issued_at, spent_at, expires_at)
      values (${tenantId}, 'portal-login', 'single-use', ${ellen}, 'email', ${address.ellen}, now() - ${spent.issued} * interval '1 minute', now(), now() + interval '1 day')`;
    for (const [at, device] of [
      [address.ellen, spent.device],
      [address.tom, "Chrome on Android"],
    ] as const)
      await database.owner`insert into sessions (tenant_id, id_hash, kind, contact_id, address, device_family, expires_at, ends_at)
        values (${tenantId}, ${`${suffix}${device}`}::text::bytea, 'client', ${ellen}, ${at}, ${device}, now() + interval '1 day', now() + interval '1 day')`;
    const caller = await readCaller(sam, { id: ellen, who: "client" }, new Date());
    if (!caller.ok) throw new Error(caller.reason);
    const words = caller.value.steps.map((step) => step.words).join(" ");
    expect(words).toContain("They are signed in on Safari on iOS.");
    expect(words).not.toContain("Chrome");
    expect(caller.value.links).toHaveLength(20);
  });

  test("[X2] say whether what they open is settled", async () => {
    const invoice = await makeDocument(database.owner, readwell, "invoice");
    await insert(database.owner, "links", {
      ...{ tenant_id: readwell.tenantId, purpose: "invoice", class: "standing", contact_id: readwell.ellen },
      ...{ channel: "email", address: readwell.address.ellen, document_id: invoice },
      ...{ expires_at: new Date(Date.now() + 1_800_000) },
    });
    await database.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${invoice}`;
    const caller = await readCaller(sam, { id: readwell.ellen }, new Date());
    if (!caller.ok) throw new Error(caller.reason);
    expect(caller.value.links[0]?.marks.used.words).toBe("Settled");
    expect(caller.value.steps.map(({ words }) => words)).toContain("What it opened is settled (paid).");
  });

  test("[C6] that they called is noted without waiting for whoever changes the client", async () => {
    await database.owner.begin(async (tx) => {
      await tx`select 1 from contacts where id = ${readwell.ellen} for update`;
      expect(await noteCall(sam, readwell.ellen)).toMatchObject({ ok: true });
    });
  });
});

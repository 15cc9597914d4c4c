import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { bring, csv, everyone, heads, preview } from "@/e2e/support/client-files";
import { keepForm, readKeptForm } from "@/lib/auth/kept-form";
import { importClients, keepImport } from "./client-import";
import { pastedAgain } from "./client-import-view";
import { addClient } from "./clients";

eachAtReadwell();

const kinds = async (text: string) => (await preview(text)).rows.map(({ number, kind }) => [number, kind]);

const problems = async (text: string) =>
  (await preview(text)).rows.flatMap((row) => (row.kind === "problem" ? [row.sentence] : []));

describe("an import of clients", () => {
  const file = csv(
    heads,
    "Ana Costa,ANA@costa.example,(512) 555-0147,Rui Costa,rui@costa.example,",
    '"Bell, Jo",jo@bell.example,,,,',
  );

  test("adds who is new, with nobody invited, and the same file a second time does nothing", async () => {
    expect(await kinds(file)).toEqual([
      [2, "new"],
      [3, "new"],
    ]);
    expect(await bring(file)).toMatchObject({ value: { added: 2, changed: 0 } });
    expect(await everyone()).toMatchObject([
      {
        name: "Ana Costa",
        email: "ana@costa.example",
        phone: "+15125550147",
        partner: "Rui Costa",
        portal: false,
      },
      { name: "Bell, Jo", portal: false },
      { name: "Ellen Marsh", portal: true },
    ]);
    expect(await kinds(file)).toEqual([
      [2, "same"],
      [3, "same"],
    ]);
    expect(await bring(file)).toMatchObject({ value: { added: 0, changed: 0 } });
    expect(await everyone()).toHaveLength(3);
    expect(await database.owner`select 1 from messages where tenant_id = ${readwell.tenantId}`).toEqual([]);
  });

  test("twice at the same moment adds everybody once", async () => {
    const kept = await preview(file);
    await Promise.all([importClients(sam, kept), importClients(sam, kept)]);
    expect(await everyone()).toHaveLength(3);
  });

  test("knows a client again by e-mail, else by phone, says what changes, and an empty cell changes nothing", async () => {
    const { ellen, ellenPhone } = readwell.address;
    const byEmail = csv("name,email,phone", `Ellen Marsh-Ode,${ellen},`);
    expect((await preview(byEmail)).rows).toMatchObject([
      { kind: "changes", change: { name: "Ellen Marsh-Ode" }, before: { name: "Ellen Marsh" } },
    ]);
    await bring(csv("name,phone", `Ellen Ode,${ellenPhone}`));
    expect(await everyone()).toMatchObject([{ name: "Ellen Ode", email: ellen, partner: "Tom Marsh" }]);
  });

  test("leaves out who has a known number and another email: that may be somebody else", async () => {
    const { ellenPhone } = readwell.address;
    expect(await problems(csv("name,email,phone", `Ellen Marsh,ellen@new.example,${ellenPhone}`))).toEqual([
      "Ellen Marsh has this number already, with another email. Change it on their page.",
    ]);
  });

  test("leaves out two rows that are one known client, by email and by phone, and stays with that a second time", async () => {
    const { ellen, ellenPhone } = readwell.address;
    const twins = csv("name,email,phone", `Ellen Marsh,${ellen},(512) 555-1001`, `Ellen Ode,,${ellenPhone}`);
    for (let times = 0; times < 2; times += 1) {
      expect(await problems(twins)).toEqual([
        "Row 2 and row 3 are the same client: Ellen Marsh.",
        "Row 3 and row 2 are the same client: Ellen Marsh.",
      ]);
      expect(await bring(twins)).toMatchObject({ value: { added: 0, changed: 0 } });
    }
    expect(await everyone()).toMatchObject([{ name: "Ellen Marsh", phone: ellenPhone }]);
  });

  test("takes no address from a client while another row has it", async () => {
    const { ellen, ellenPhone } = readwell.address;
    const heir = csv(
      "name,email,phone,partner,partner phone",
      `Ellen Marsh,${ellen},(512) 555-1001,,`,
      `Ana Costa,ana@costa.example,,Rui Costa,${ellenPhone}`,
    );
    expect((await problems(heir))[0]).toMatch(/^This takes .* from Ellen Marsh, and row 3 has it\./);
    expect(await bring(heir)).toMatchObject({ value: { added: 0, changed: 0 } });
  });

  test("[B16] that changes an address ends what was sent to the old one", async () => {
    const { ellen, ellenPhone } = readwell.address;
    await database.owner`insert into links (tenant_id, purpose, class, channel, contact_id, address, expires_at)
      values (${readwell.tenantId}, 'portal-login', 'single-use', 'sms', ${readwell.ellen}, ${ellenPhone}, now() + interval '1 hour')`;
    await bring(csv("name,email,phone", `Ellen Marsh,${ellen},(512) 555-1001`));
    const [link] =
      await database.owner`select retired_reason as reason from links where contact_id = ${readwell.ellen}`;
    expect(link).toMatchObject({ reason: "address-changed" });
  });

  test("leaves out each row with a problem, under the number that the spreadsheet shows, and takes the rest", async () => {
    const { tom } = readwell.address;
    const mixed = csv(
      heads,
      "Ana Costa,ana@costa.example,,,,",
      "",
      ",nobody@costa.example,,,,",
      "Jo Bell,jo at bell,,,,",
      "Jo Bell,,12,,,",
      "Jo Bell,,,,,",
      "Ana Again,ana@costa.example,,,,",
      `Rui Costa,${tom},,,,`,
      "Jo Bell,jo@bell.example,,Al,jo@bell.example,",
    );
    expect((await kinds(mixed)).map(([number]) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 2]);
    expect(await problems(mixed)).toEqual([
      "The name is missing.",
      "“jo at bell” isn’t an email address.",
      "“12” isn’t a phone number.",
      "Add an email address or a mobile number, so that a link can reach them.",
      "Row 2 of this file has ana@costa.example already.",
      `${tom} is the address of Tom Marsh, Ellen Marsh’s partner. It can belong to one client only.`,
      "Both people have the same address here. Each needs one of their own, or none.",
    ]);
    expect(await bring(mixed)).toMatchObject({ value: { added: 1, changed: 0 } });
  });

  test("of the 5,000 rows that it takes at most is done in one go, new ones and changes", async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Client ${n},client-${n}@many.example,,,,`);
    expect(await bring(csv(heads, ...rows))).toMatchObject({ value: { added: 5000 } });
    const renamed = rows.map((row) => row.replace("Client", "Customer"));
    expect(await bring(csv(heads, ...renamed))).toMatchObject({ value: { added: 0, changed: 5000 } });
    expect(await keepImport(sam, { text: csv(heads, ...rows, "One,more@many.example,,,,") })).toMatchObject({
      detail: { sentence: expect.stringContaining("5,000 rows") },
    });
  }, 120_000);
});

describe("an import of many changes", () => {
  const many = (count: number, phone: (n: number) => string, last = "") =>
    csv(
      "name,email,phone",
      ...Array.from({ length: count }, (_, n) => `Client ${n},client-${n}@many.example,${phone(n)}`),
      last,
    );
  const numbered = (area: number) => (n: number) => `+1${area}5${String(55_0000 + n).padStart(6, "0")}`;

  test("lets another save through in between, and ends with all of them", async () => {
    await bring(many(2000, numbered(512)));
    const kept = await preview(many(2000, numbered(303)));
    let isDone = false;
    const importing = importClients(sam, kept).finally(() => {
      isDone = true;
    });
    const waits: number[] = [];
    for (let n = 0; !isDone; n += 1) {
      const from = performance.now();
      const people = { name: "Ana Costa", email: `ana-${n}@costa.example`, phone: null };
      const nobody = { partnerName: null, partnerEmail: null, partnerPhone: null };
      expect(await addClient(sam, { ...people, ...nobody, active: true, portalAccess: false })).toMatchObject(
        { ok: true },
      );
      waits.push(performance.now() - from);
    }
    expect(await importing).toMatchObject({ value: { added: 0, changed: 2000, isCutShort: false } });
    expect(waits.length, "saves that came through meanwhile").toBeGreaterThan(3);
    expect(new Set((await preview(many(2000, numbered(303)))).rows.map(({ kind }) => kind))).toEqual(
      new Set(["same"]),
    );
  }, 120_000);

  test("of which one breaks says how far it came, and the rest is done by doing it again", async () => {
    await database.owner.unsafe(`
      create function break_off() returns trigger language plpgsql as $$ begin raise 'The disk is full.'; end $$;
      create trigger break_off before insert on contacts for each row when (new.name = 'Last Client') execute function break_off()`);
    const file = many(450, numbered(512), "Last Client,last@many.example,");
    expect(await bring(file)).toMatchObject({ value: { added: 400, changed: 0, isCutShort: true } });
    await database.owner.unsafe("drop function break_off cascade");
    expect(await bring(file)).toMatchObject({ value: { added: 51, changed: 0, isCutShort: false } });
  });
});

test("rows that were pasted come back whole when they are refused, or not at all", async () => {
  for (const [count, isGone] of [
    [19_999, false],
    [20_001, true],
  ] as const) {
    const text = "a".repeat(count);
    const id = await keepForm(sam, sam.actor.sessionId, { problem: "Not a list.", sent: { text } });
    const kept = await readKeptForm(sam, sam.actor.sessionId, id);
    expect(pastedAgain(kept?.sent.text ?? "")).toEqual({ pasted: isGone ? "" : text, isGone });
  }
});

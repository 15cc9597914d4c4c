import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { insert } from "@/e2e/support/world";
import { spendLink } from "@/lib/links/spend";
import { addClient, type ClientDetails, editClient, listClients, switchPortal } from "./clients";

eachAtReadwell(20);

const ana: ClientDetails = {
  ...{ name: "Ana Costa", email: "ana@costa.example", phone: null },
  ...{ partnerName: null, partnerEmail: null, partnerPhone: null },
  ...{ active: true, portalAccess: false },
};

const ellen = () => ({
  ...{ name: "Ellen Marsh", email: readwell.address.ellen, phone: readwell.address.ellenPhone },
  ...{
    partnerName: "Tom Marsh",
    partnerEmail: readwell.address.tom,
    partnerPhone: readwell.address.tomPhone,
  },
  ...{ active: true, version: 1 },
});

/** A browser that is signed in at an address of Ellen’s or Tom’s. */
const signedInAt = (address: string, needsPortal = true) =>
  insert(database.owner, "sessions", {
    ...{ tenant_id: readwell.tenantId, kind: "client", contact_id: readwell.ellen, address },
    ...{ device_family: "Safari on iPhone", needs_portal: needsPortal },
    ...{ expires_at: new Date(Date.now() + 86_400_000), ends_at: new Date(Date.now() + 86_400_000) },
    id_hash: randomBytes(32) as unknown as string,
  });

const linkTo = (address: string) =>
  insert(database.owner, "links", {
    ...{ tenant_id: readwell.tenantId, purpose: "portal-login", class: "single-use", channel: "email" },
    ...{ contact_id: readwell.ellen, address, expires_at: new Date(Date.now() + 1_800_000) },
  });

async function live(): Promise<string[]> {
  const rows = await database.owner<{ address: string }[]>`
    select address from sessions where tenant_id = ${readwell.tenantId} and revoked_at is null`;
  return rows.map(({ address }) => address).sort();
}

async function retired(id: string): Promise<string | undefined> {
  const [row] = await database.owner<{ reason: string }[]>`
    select retired_reason as reason from links where id = ${id} and retired_at is not null`;
  return row?.reason;
}

describe("an address of a client", () => {
  test.each([
    ["email", { email: "ELLEN" }],
    ["email", { email: "TOM" }],
    ["phone", { phone: "ELLEN" }],
    ["partnerEmail", { partnerEmail: "ELLEN", partnerName: "Rui Costa" }],
    ["partnerPhone", { partnerPhone: "TOM", partnerName: "Rui Costa" }],
  ])("is one client’s only: as the %s of another it is refused with whose it is", async (field, wanted) => {
    const { ellen, ellenPhone, tom, tomPhone } = readwell.address;
    const isPhone = /phone/i.test(field);
    const meant = { ELLEN: isPhone ? ellenPhone : ellen, TOM: isPhone ? tomPhone : tom };
    const change = Object.fromEntries(
      Object.entries(wanted).map(([name, who]) => [name, meant[who as "ELLEN" | "TOM"] ?? who]),
    );
    const saved = await addClient(sam, { ...ana, ...change });
    expect(saved).toMatchObject({ ok: false, reason: "invalid", detail: { field } });
    expect(saved.ok || saved.detail.sentence).toMatch(/Ellen Marsh|Tom Marsh, Ellen Marsh’s partner/);
  });

  test("goes to one of two who save it at once, thirty times over", async () => {
    for (let trial = 0; trial < 30; trial += 1) {
      const email = `ana-${trial}@costa.example`;
      const both = await Promise.all([
        addClient(sam, { ...ana, email }),
        addClient(sam, {
          ...ana,
          partnerName: "Ana",
          partnerEmail: email,
          email: `rui-${trial}@costa.example`,
        }),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test("[B13] is never both the primary’s and the partner’s, and a partner has a name", async () => {
    const shared = { ...ana, partnerName: "Rui Costa", partnerEmail: ana.email };
    expect(await addClient(sam, shared)).toMatchObject({ detail: { field: "partnerEmail" } });
    const nameless = { ...ana, partnerEmail: "rui@costa.example" };
    expect(await addClient(sam, nameless)).toMatchObject({ detail: { field: "partnerName" } });
  });

  test("is there: a client without any is refused", async () => {
    expect(await addClient(sam, { ...ana, email: null })).toMatchObject({
      detail: { field: "email" },
    });
  });

  test("may be another shop’s client’s as well", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    expect(await addClient(sam, { ...ana, email: other.address.ellen })).toMatchObject({ ok: true });
  });

  test("is kept as the business’s own country writes it, and is found as people write it", async () => {
    const saved = await addClient(sam, { ...ana, phone: "(512) 555-0147" });
    expect(saved).toMatchObject({ value: { client: { phone: "+15125550147" } } });
    for (const q of ["512 555-0147", "costa.example", "ana"])
      expect((await listClients(sam, { q })).rows.map(({ name }) => name)).toEqual(["Ana Costa"]);
    expect((await listClients(sam, { q: "tom m" })).rows.map(({ name }) => name)).toEqual(["Ellen Marsh"]);
  });
});

describe("a client who is made inactive", () => {
  test("[B3] is signed out everywhere in the same transaction, and what was sent opens again when they are active", async () => {
    const { ellen: address, tomPhone } = readwell.address;
    await signedInAt(address);
    await signedInAt(tomPhone, false);
    const link = await linkTo(address);
    expect(await editClient(sam, readwell.ellen, { ...ellen(), active: false })).toMatchObject({ ok: true });
    expect(await live()).toEqual([]);
    expect(await spend(link)).toBeUndefined();
    await editClient(sam, readwell.ellen, { ...ellen(), version: 2 });
    expect(await spend(link)).toMatchObject({ linkId: link });
  });

  test("[B3] can’t be invited", async () => {
    const gone = { ...ellen(), active: false, portalAccess: false };
    await editClient(sam, readwell.ellen, gone);
    expect(await switchPortal(sam, { id: readwell.ellen, open: true })).toMatchObject({
      reason: "contact-inactive",
    });
    expect(await addClient(sam, { ...ana, active: false, portalAccess: true })).toMatchObject({
      reason: "contact-inactive",
    });
  });
});

const spend = (linkId: string) =>
  spendLink(
    { linkId, chosenId: linkId, purpose: "portal-login" },
    { sessionHash: randomBytes(32), spentBy: randomBytes(32), deviceFamily: "Safari on iPhone" },
  );

describe("an address that is changed", () => {
  test("[B16] opens nothing any more: its links are retired and its sessions end, and the other ones stay", async () => {
    const { ellen: old, ellenPhone, tom } = readwell.address;
    for (const address of [old, ellenPhone, tom]) await signedInAt(address);
    const [gone, kept] = [await linkTo(old), await linkTo(tom)];
    await editClient(sam, readwell.ellen, { ...ellen(), email: "ellen@new.example" });
    expect([await retired(gone), await retired(kept)]).toEqual(["address-changed", undefined]);
    expect(await live()).toEqual([ellenPhone, tom].sort());
  });

  test("[B13] from one person to the other lets in neither by what was sent before", async () => {
    const { ellen: hers, tom: his } = readwell.address;
    await signedInAt(hers);
    const link = await linkTo(his);
    await editClient(sam, readwell.ellen, { ...ellen(), email: his, partnerEmail: hers });
    expect([await retired(link), await live()]).toEqual(["address-changed", []]);
  });

  test("to the same one as before ends nothing", async () => {
    await signedInAt(readwell.address.ellen);
    await editClient(sam, readwell.ellen, { ...ellen(), name: "Ellen Marsh-Ode" });
    expect(await live()).toEqual([readwell.address.ellen]);
  });
});

describe("a form of a client that was filled in before somebody else’s change", () => {
  test("is refused with who changed what, and nothing of it is kept", async () => {
    const edit = { ...ellen(), email: "ellen@new.example", active: false };
    expect(await editClient(sam, readwell.ellen, edit)).toMatchObject({ ok: true, value: { version: 2 } });
    const stale = await editClient(sam, readwell.ellen, { ...ellen(), name: "Ellen Ode" });
    expect(stale).toMatchObject({ ok: false, reason: "stale" });
    expect(stale.ok || stale.detail.sentence).toContain(
      `Sam Reyes changed email from ${readwell.address.ellen} to ellen@new.example, active from yes to no. That was while you were looking, so nothing was saved.`,
    );
    expect((await listClients(sam)).rows).toMatchObject([{ name: "Ellen Marsh", active: false, version: 2 }]);
  });

  test("leaves the portal as it is: its switch is another form, and makes none stale", async () => {
    await switchPortal(sam, { id: readwell.ellen, open: false });
    expect(await editClient(sam, readwell.ellen, { ...ellen(), name: "Ellen Ode" })).toMatchObject({
      value: { name: "Ellen Ode", portalAccess: false, version: 2 },
    });
  });

  test("is one of two that are sent at once, thirty times over", async () => {
    for (let version = 1; version <= 30; version += 1) {
      const names = ["Ellen Ode", "Ellen Oak"].map((name) => `${name} ${version}`);
      const both = await Promise.all(
        names.map((name) => editClient(sam, readwell.ellen, { ...ellen(), name, version })),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test("says of numbers what the office would dial, and of what is gone that there is none", async () => {
    const { ellenPhone, tom, tomPhone } = readwell.address;
    const nobody = { partnerName: null, partnerEmail: null, partnerPhone: null };
    await editClient(sam, readwell.ellen, { ...ellen(), ...nobody, phone: "+61 491 570 156" });
    const [told] = await database.owner<{ changed: string }[]>`
      select detail->>'changed' as changed from events where contact_id = ${readwell.ellen} and kind = 'contact.edited'`;
    const words = (phone: string) => phone.replace(/^\+1(...)(...)(....)$/, "($1) $2-$3");
    expect(told?.changed).toBe(
      `mobile from ${words(ellenPhone)} to +61 491 570 156, partner from Tom Marsh to none, partner’s email from ${tom} to none, partner’s mobile from ${words(tomPhone)} to none`,
    );
  });
});

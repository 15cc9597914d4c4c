import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { addressOf, database, eachAtFernleigh, fernleigh, helen, priya } from "@/e2e/support/at-fernleigh";
import { insert } from "@/e2e/support/world";
import { doerOf, type Role, scopeOf } from "@/lib/auth/scope";
import { type Purpose, policy, purposeOfDocument } from "@/lib/links/policy";
import { sendLink } from "@/lib/links/send";
import { linkRows, linkRules } from "./link-rules";
import { setInvoiceLinks, setLinkLife, setSessionDays } from "./security";

eachAtFernleigh();

async function settings() {
  const [tenant] = await inTenant(priya, (tx) => tx.select().from(tenants));
  if (!tenant) throw new Error("The business is gone.");
  return tenant;
}

const changes = () => database.owner`
  select actor, actor_name as by, detail from events
  where tenant_id = ${fernleigh.tenantId} and kind = 'settings.changed' order by id`;

/** Sends Helen a link as the office does, and reads what its row says. */
async function sent(purpose: Purpose) {
  const kind = Object.entries(purposeOfDocument).find(([, each]) => purpose.startsWith(each))?.[0] as
    | keyof typeof purposeOfDocument
    | undefined;
  if (!kind) throw new Error("There is no such document.");
  const title = "Deck and pergola";
  const id = await insert(database.owner, "documents", {
    ...{ tenant_id: fernleigh.tenantId, contact_id: helen },
    ...{ kind, title },
  });
  const tenant = await settings();
  const issued = await inTenant(priya, async (tx) => {
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, helen));
    if (!contact) throw new Error("Helen is gone.");
    const to = { tenant, contact, channel: "email", address: addressOf("helen") } as const;
    return sendLink(tx, to, { purpose, document: { id, kind, title }, by: doerOf(priya) });
  });
  if (!issued.ok) throw new Error(issued.reason);
  return issued.value.id;
}

async function termsOfLink(id: string) {
  const [link] = await database.owner<{ class: string; days: number }[]>`
    select class, extract(epoch from expires_at - issued_at)::float8 / 86400 as days from links where id = ${id}`;
  return link;
}

describe("how long links work", () => {
  test("[C5] changes for the links sent from then on: one already out keeps its life and its class", async () => {
    const [contract, invoice] = [await sent("contract-signature"), await sent("invoice")];
    await setLinkLife(priya, { purpose: "contract-signature", days: 14 });
    await setLinkLife(priya, { purpose: "invoice", days: 30 });
    const [later, shorter] = [await sent("contract-signature"), await sent("invoice")];
    await setInvoiceLinks(priya, "single-use");
    const once = await sent("invoice");
    const terms = await Promise.all([contract, later, invoice, shorter, once].map(termsOfLink));
    expect(terms).toEqual([
      { class: "single-use", days: 7 },
      { class: "single-use", days: 14 },
      { class: "standing", days: 90 },
      { class: "standing", days: 30 },
      { class: "single-use", days: 7 },
    ]);
  });

  test("[C5] is for an invoice's reminder what it is for the invoice", async () => {
    await setLinkLife(priya, { purpose: "invoice", days: 60 });
    const standing = await sent("invoice-reminder");
    await setInvoiceLinks(priya, "single-use");
    const once = await sent("invoice-reminder");
    expect(await termsOfLink(standing)).toEqual({ class: "standing", days: 60 });
    expect(await termsOfLink(once)).toEqual({ class: "single-use", days: 7 });
    await setInvoiceLinks(priya, "standing");
    expect(await termsOfLink(await sent("invoice-reminder"))).toEqual({ class: "standing", days: 60 });
  });

  test.each([
    ["dispatch", 90, "invalid"],
    ["contract-signature", 90, "invalid"],
    ["invoice", 7, "invalid"],
    ["service-report", 0, "invalid"],
    ["portal-login", 1, "invalid"],
    ["recovery", 7, "invalid"],
    ["invoice-reminder", 30, "not-found"],
    ["staff-sign-in", 1, "not-found"],
    ["nothing", 7, "not-found"],
  ])("[C5] of %s is refused at %d days", async (purpose, days, reason) => {
    expect(await setLinkLife(priya, { purpose, days })).toMatchObject({ ok: false, reason });
    expect((await settings()).linkTtlMs).toEqual({});
    expect(await changes()).toEqual([]);
  });

  test("[C5] takes every life that it offers", async () => {
    for (const { purpose, lives } of linkRules(await settings())) {
      for (const { days } of lives) {
        expect(await setLinkLife(priya, { purpose, days }), `${purpose}, ${days} days`).toMatchObject({
          ok: true,
        });
        const rule = linkRules(await settings()).find((each) => each.purpose === purpose);
        expect(rule?.lives.filter(({ chosen }) => chosen).map((life) => life.days)).toEqual([days]);
      }
    }
  });

  test("[C5] is fixed at seven days for an invoice that opens once, whatever an older page offers", async () => {
    await setInvoiceLinks(priya, "single-use");
    const rule = linkRules(await settings()).find(({ purpose }) => purpose === "invoice");
    expect(rule).toMatchObject({ worksFor: "7 days", lives: [], ends: "Single use" });
    expect(await setLinkLife(priya, { purpose: "invoice", days: 30 })).toMatchObject({ reason: "stale" });
  });

  test("keeps every one of many changes at once", async () => {
    const chosen = ["portal-invitation", "contract-signature", "scope-review", "selections", "appointment"];
    await Promise.all(chosen.map((purpose) => setLinkLife(priya, { purpose, days: 30 })));
    expect(Object.keys((await settings()).linkTtlMs).sort()).toEqual([...chosen].sort());
    expect(await changes()).toHaveLength(chosen.length);
  });

  test("has one place in the table for every purpose", () => {
    expect(linkRows.flatMap(({ purposes }) => purposes).sort()).toEqual(Object.keys(policy).sort());
  });
});

describe("a change of the settings", () => {
  test.each(["manager", "viewer"] as Role[])("is refused to a %s, and leaves no trace", async (role) => {
    const tom = scopeOf(fernleigh.tenantId, { ...priya.actor, role });
    const before = await settings();
    const answers = [
      await setSessionDays(tom, { kind: "staff", days: 1 }),
      await setLinkLife(tom, { purpose: "invoice", days: 30 }),
      await setInvoiceLinks(tom, "single-use"),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, reason: "not-allowed" });
    expect(await settings()).toEqual(before);
    expect(await changes()).toEqual([]);
  });

  test("stands in the trail with what it was before, once, and under the name of who made it", async () => {
    for (const _ of ["once", "and again"]) {
      await setSessionDays(priya, { kind: "client", days: 1 });
      await setLinkLife(priya, { purpose: "dispatch", days: 30 });
      await setInvoiceLinks(priya, "single-use");
    }
    const by = { actor: "member", by: "Priya Nair" };
    expect(await changes()).toEqual([
      { ...by, detail: { what: "How long homeowners stay signed in", from: "30 days", to: "1 day" } },
      { ...by, detail: { what: "How long work order dispatch links work", from: "14 days", to: "30 days" } },
      { ...by, detail: { what: "How invoice and reminder links end", from: "Until paid", to: "Single use" } },
    ]);
  });
});

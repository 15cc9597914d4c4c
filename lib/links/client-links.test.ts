import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { gate } from "@/db/client";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { currentSession, startSession } from "@/lib/auth/session";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLinkById } from "./link";
import { type LinkSettings, type Purpose, policy } from "./policy";
import { spendLink } from "./spend";

eachAtReadwell(20);

const iphone = "Safari on iOS";
const nonce = () => randomBytes(32).toString("hex");
const arrival = () => ({ sessionHash: randomBytes(32), spentBy: randomBytes(32), deviceFamily: iphone });

type Made = { address?: string; settings?: LinkSettings; documentId?: string | null };

function documentKindOf(purpose: Purpose) {
  const row = policy[purpose];
  return "document" in row ? row.document : undefined;
}

async function linkOf(
  purpose: Purpose,
  { address = readwell.address.ellen, settings, documentId }: Made = {},
) {
  const kind = documentKindOf(purpose);
  const document = documentId ?? (kind ? await makeDocument(database.owner, readwell, kind) : null);
  const { id } = await issueLink(gate(), {
    purpose,
    holder: {
      tenantId: readwell.tenantId,
      contactId: readwell.ellen,
      memberId: null,
      channel: "email",
      address,
    },
    documentId: document,
    by: theSystem,
    settings,
  });
  return found(id);
}

async function found(id: string) {
  const link = await peekLinkById(id);
  if (!link) throw new Error("The link is gone.");
  return link;
}

const stateOf = async (id: string) => (await found(id)).state;
const spend = (id: string, purpose: Purpose, chosenId = id) =>
  spendLink({ linkId: id, chosenId, purpose }, arrival());

/** As the same link would be found that much later. */
const age = (id: string, ms: number) => database.owner`
  update links set issued_at = issued_at - ${ms} * interval '1 ms', expires_at = expires_at - ${ms} * interval '1 ms' where id = ${id}`;

const set = (change: Record<string, string | boolean | null>) =>
  database.owner`update contacts set ${database.owner(change)} where id = ${readwell.ellen}`;

const clientPurposes = (Object.keys(policy) as Purpose[]).filter(
  (purpose) => policy[purpose].holder === "contact" && policy[purpose].class !== "bearer",
);
const singleUse = clientPurposes.filter((purpose) => policy[purpose].class === "single-use");

describe("each row of the policy table", () => {
  const lives: Record<string, number> = {
    "portal-invitation": 7 * 24 * 60,
    "portal-login": 30,
    "contract-signature": 7 * 24 * 60,
    "scope-review": 7 * 24 * 60,
    selections: 7 * 24 * 60,
    appointment: 7 * 24 * 60,
    invoice: 90 * 24 * 60,
    "invoice-reminder": 90 * 24 * 60,
    "service-report": 90 * 24 * 60,
    recovery: 30,
  };

  test.each(clientPurposes)(
    "[B1] [C2] [C5] %s opens to the end of its life, and not a second longer",
    async (purpose) => {
      const link = await linkOf(purpose);
      const lifeMs = (lives[purpose] ?? 0) * 60_000;
      await age(link.id, lifeMs - 5_000);
      expect(await stateOf(link.id)).toBe("open");
      await age(link.id, 6_000);
      expect(await stateOf(link.id)).toBe("expired");
      expect(await spend(link.id, purpose)).toBeUndefined();
    },
  );

  test.each(singleUse)(
    "[B1] %s is used up by the first spend, and a second finds it spent",
    async (purpose) => {
      const link = await linkOf(purpose);
      expect(await spend(link.id, purpose)).toMatchObject({ tenantId: readwell.tenantId });
      expect(await spend(link.id, purpose)).toBeUndefined();
      expect(await stateOf(link.id)).toBe("spent");
    },
  );

  test.each(clientPurposes.filter((purpose) => policy[purpose].class === "standing"))(
    "[C5] %s is used up by nothing, and starts no session",
    async (purpose) => {
      const link = await linkOf(purpose);
      expect(await spend(link.id, purpose)).toBeUndefined();
      expect(await stateOf(link.id)).toBe("open");
    },
  );

  test("[C5] a document that is settled ends its links on the next look, whatever their class", async () => {
    for (const purpose of [
      "contract-signature",
      "scope-review",
      "appointment",
      "invoice",
      "service-report",
    ] as const) {
      const link = await linkOf(purpose);
      await database.owner`update documents set closed_at = now(), closed_as = 'withdrawn' where id = ${link.document?.id ?? ""}`;
      expect(await stateOf(link.id)).toBe("settled");
      expect(await spend(link.id, purpose)).toBeUndefined();
    }
  });

  test("[C3] a business's own choice counts for links sent from then on, and for no earlier one", async () => {
    const before = await linkOf("invoice");
    const settings = {
      linkTtlMs: { "scope-review": 3 * 24 * 3_600_000 },
      invoiceLinks: "single-use",
    } as const;
    const [invoice, scope] = [
      await linkOf("invoice", { settings }),
      await linkOf("scope-review", { settings }),
    ];
    expect([before.class, invoice.class]).toEqual(["standing", "single-use"]);
    const days = ({ expiresAt }: { expiresAt: Date }) =>
      Math.round((expiresAt.getTime() - Date.now()) / 86_400_000);
    expect([days(before), days(invoice), days(scope)]).toEqual([90, 7, 3]);
    expect(await spend(invoice.id, "invoice")).toBeDefined();
  });
});

describe("a client's link", () => {
  test("[B12] several of one purpose all open, each by itself", async () => {
    const links = [
      await linkOf("contract-signature"),
      await linkOf("contract-signature"),
      await linkOf("contract-signature"),
    ];
    expect(await spend(links[1]?.id ?? "", "contract-signature")).toBeDefined();
    expect(await Promise.all(links.map(({ id }) => stateOf(id)))).toEqual(["open", "spent", "open"]);
  });

  test("[B13] the partner's opens as the partner, and the primary's as the primary", async () => {
    for (const [address, name] of [
      [readwell.address.ellen, "Ellen Marsh"],
      [readwell.address.tom, "Tom Marsh"],
      [readwell.address.tomPhone, "Tom Marsh"],
    ] as const) {
      const link = await linkOf("portal-invitation", { address });
      expect(link.holderName).toBe(name);
      const started = await startSession(link, { nonce: nonce(), device: iphone });
      const session = started.ok && (await currentSession(started.value.secret, iphone));
      expect(session).toMatchObject({ name, address, kind: "client" });
      const [told] =
        await database.owner`select actor_name from events where link_id = ${link.id} and kind = 'link.spent'`;
      expect(told).toEqual({ actor_name: name });
    }
  });

  test("[B3] of an inactive contact opens nothing, and opens again when they are active again", async () => {
    const links = await Promise.all(singleUse.map((purpose) => linkOf(purpose)));
    await set({ active: false });
    for (const { id, purpose } of links) {
      expect(await stateOf(id), purpose).toBe("holder-inactive");
      expect(await spend(id, purpose), purpose).toBeUndefined();
    }
    await set({ active: true });
    for (const { id, purpose } of links) expect(await spend(id, purpose), purpose).toBeDefined();
  });

  test("[B13] to an address that is theirs no more opens nothing, and names nobody else", async () => {
    const { tom, ellen } = readwell.address;
    for (const purpose of ["contract-signature", "portal-invitation", "invoice"] as const) {
      const toTom = await linkOf(purpose, { address: tom });
      await set({ partner_email: `tom-${purpose}@new.example` });
      expect(await stateOf(toTom.id), purpose).toBe("holder-inactive");
      expect(await spend(toTom.id, purpose), purpose).toBeUndefined();
      await set({ partner_email: tom });
    }
    expect(
      await spend((await linkOf("contract-signature", { address: ellen })).id, "contract-signature"),
    ).toBeDefined();
  });

  test("[C8] without portal access signs nobody in, and a document's link still does", async () => {
    await set({ portal_access: false });
    const [login, contract] = [await linkOf("portal-login"), await linkOf("contract-signature")];
    expect(await stateOf(login.id)).toBe("holder-inactive");
    expect(await spend(login.id, "portal-login")).toBeUndefined();
    expect(await spend(contract.id, "contract-signature")).toBeDefined();
  });

  test("[B4] a session that the portal let in ends with it, and one of a document's link goes on", async () => {
    const [invited, contract] = [await linkOf("portal-invitation"), await linkOf("contract-signature")];
    const enter = async (link: typeof invited) => {
      const started = await startSession(link, { nonce: nonce(), device: iphone });
      return started.ok ? started.value.secret : "";
    };
    const [byPortal, byDocument] = [await enter(invited), await enter(contract)];
    await set({ portal_access: false });
    expect(await currentSession(byPortal, iphone)).toBeUndefined();
    expect(await currentSession(byDocument, iphone)).toMatchObject({ portal: false });
  });
});

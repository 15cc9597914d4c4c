import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { closeAsPaid, makePayment } from "@/e2e/support/payments";
import { payerOf } from "./paid-here";

eachAtReadwell(4);

async function paid(state: "received" | "started" = "received") {
  const documentId = await makeDocument(database.owner, readwell, "invoice");
  const paymentId = await makePayment(database.owner, documentId, { state, address: readwell.address.ellen });
  if (state === "received") await closeAsPaid(database.owner, documentId);
  return { documentId, paymentId };
}

describe("[C5] the browser that paid by a link", () => {
  test("may see the receipt of that payment, as who made it", async () => {
    const which = await paid();
    expect((await payerOf(readwell.tenantId, which))?.actor).toEqual({
      ...{ kind: "payer", contactId: readwell.ellen, person: "primary", name: "Ellen Marsh" },
      ...which,
    });
  });

  test("is shown no other payment’s, and none of another invoice or business", async () => {
    const [mine, other] = [await paid(), await paid()];
    expect(await payerOf(readwell.tenantId, { ...mine, documentId: other.documentId })).toBeUndefined();
    expect(await payerOf(other.documentId, mine)).toBeUndefined();
  });

  test("is shown nothing until the money came, and nothing a day after", async () => {
    expect(await payerOf(readwell.tenantId, await paid("started"))).toBeUndefined();
    const { paymentId, ...which } = await paid();
    const cameAgo = (ago: string) => database.owner`
      update payments set received_at = now() - ${ago}::interval where id = ${paymentId}`;
    await cameAgo("23 hours 59 minutes");
    expect(await payerOf(readwell.tenantId, { paymentId, ...which })).toBeDefined();
    await cameAgo("24 hours 1 second");
    expect(await payerOf(readwell.tenantId, { paymentId, ...which })).toBeUndefined();
  });

  test("is shown nothing once the money went again", async () => {
    const which = await paid();
    await database.owner`update payments set state = 'failed' where id = ${which.paymentId}`;
    expect(await payerOf(readwell.tenantId, which)).toBeUndefined();
  });

  test.each([
    ["who paid is not active", "update contacts set active = false"],
    ["the address is not theirs any more", "update contacts set email = 'other-' || id || '@marsh.example'"],
    ["the business is closed", "update tenants set closed_at = now()"],
  ])("is shown nothing where %s", async (_, change) => {
    const which = await paid();
    const column = change.startsWith("update tenants") ? "id" : "tenant_id";
    await database.owner.unsafe(`${change} where ${column} = '${readwell.tenantId}'`);
    expect(await payerOf(readwell.tenantId, which)).toBeUndefined();
  });
});

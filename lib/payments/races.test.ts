import { expect, test } from "vitest";
import { gate } from "@/db/client";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { paymentsOf, sentInvoice, standingOf, totalCents } from "@/e2e/support/at-till";
import { insert } from "@/e2e/support/world";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLinkById } from "@/lib/links/link";
import type { Told } from "./processor";
import { takeIn } from "./settle";

eachAtReadwell(20);

/** An invoice that somebody is paying, and the link that they hold. */
async function paying() {
  const documentId = await sentInvoice();
  const { tenantId, ellen: contactId } = readwell;
  const checkoutId = `cs_${documentId}`;
  const paymentId = await insert(database.owner, "payments", {
    ...{ tenant_id: tenantId, document_id: documentId, contact_id: contactId, checkout_id: checkoutId },
    ...{
      processor: "stripe",
      amount_cents: totalCents,
      currency: "USD",
      person: "primary",
      payer: "Ellen Marsh",
    },
  });
  const address = readwell.address.ellen;
  const holder = { tenantId, contactId, memberId: null, channel: "email" as const, address };
  const { id: linkId } = await issueLink(gate(), { purpose: "invoice", holder, documentId, by: theSystem });
  return { tenantId, documentId, paymentId, checkoutId, linkId };
}

type Paying = Awaited<ReturnType<typeof paying>>;

const tell = ({ tenantId, paymentId, checkoutId }: Paying, n: number, told: Told) =>
  takeIn({
    ...{ processor: "stripe", eventId: `evt_${paymentId}_${n}`, kind: "checkout.session.completed" },
    ...{ tenantId, paymentId, checkoutId, about: "payment", at: new Date(), told },
  });

const paidBy = ({ paymentId }: Paying) =>
  ({ intentId: `pi_${paymentId}`, method: "card", label: "Visa ending 4242" }) as const;

const pays = (paying: Paying, n: number) =>
  tell(paying, n, { state: "received", ...paidBy(paying), amountCents: totalCents });

/** Taps a link again and again until its invoice is paid, and once more: what each look found, and when it began. */
async function tapUntilPaid({ linkId }: Paying, isPaid: () => boolean) {
  const looks: { afterwards: boolean; state: string | undefined }[] = [];
  for (let last = false; !last; ) {
    last = isPaid();
    looks.push({ afterwards: last, state: (await peekLinkById(linkId))?.state });
  }
  return looks;
}

test("[A30] in 500 races of a payment and a tap on its link, every look that begins after the commit is refused", async () => {
  let before = 0;
  for (let round = 0; round < 25; round += 1) {
    const races = await Promise.all(Array.from({ length: 20 }, paying));
    await Promise.all(
      races.map(async (race) => {
        let isPaid = false;
        const looking = tapUntilPaid(race, () => isPaid);
        await pays(race, 1);
        isPaid = true;
        const looks = await looking;
        expect(looks.filter(({ afterwards }) => afterwards).map(({ state }) => state)).toEqual(["settled"]);
        before += looks.filter(({ state }) => state === "open").length;
      }),
    );
  }
  expect(before, "some of them looked in time").toBeGreaterThan(0);
}, 300_000);

test("[A31] the same payment told fifty times at once is counted once", async () => {
  const race = await paying();
  await Promise.all(Array.from({ length: 50 }, (_, n) => pays(race, n)));
  expect(await standingOf(race.documentId)).toMatchObject({ paid: totalCents, ledger: totalCents });
  const told = await database.owner`
    select 1 from events where document_id = ${race.documentId} and kind = 'payment.received'`;
  expect(told).toHaveLength(1);
});

test("[A31] what somebody saw before the money came, and tells after it, takes nothing back", async () => {
  const race = await paying();
  await tell(race, 1, { state: "pending", ...paidBy(race) });
  expect(await standingOf(race.documentId)).toMatchObject({ paid: 0, pending: totalCents });
  await pays(race, 2);
  const paid = await standingOf(race.documentId);
  expect(paid).toMatchObject({ paid: totalCents, pending: 0, closedAs: "paid" });
  const old: Told[] = [
    { state: "started", url: "" },
    { state: "pending", ...paidBy(race) },
    { state: "failed", failure: "No." },
    { state: "lapsed" },
  ];
  for (const [n, told] of old.entries()) await tell(race, 10 + n, told);
  expect(await standingOf(race.documentId)).toEqual(paid);
  expect((await paymentsOf(race.documentId)).map(({ state }) => state)).toEqual(["received"]);
});

test("[A31] after a failure and after a lapse only money counts", async () => {
  for (const end of [{ state: "failed", failure: "No." }, { state: "lapsed" }] as const) {
    const race = await paying();
    await tell(race, 1, end);
    await tell(race, 2, { state: "pending", ...paidBy(race) });
    expect((await paymentsOf(race.documentId)).map(({ state }) => state)).toEqual([end.state]);
    expect(await standingOf(race.documentId)).toMatchObject({ paid: 0, pending: 0 });
    await pays(race, 3);
    expect(await standingOf(race.documentId)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  }
});

import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { eachAtReadwell, sam } from "@/e2e/support/at-readwell";
import {
  ellenAt,
  paidByCard,
  post,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  withStripe,
} from "@/e2e/support/at-till";
import { noteWait } from "@/lib/documents/note-wait";
import { waitForOffice } from "@/lib/documents/trunk";
import { disputeInvoice } from "@/lib/invoices/dispute";
import { voidInvoice } from "@/lib/invoices/void";

withStripe();
eachAtReadwell(20);

/** An invoice of which a refund did not arrive, whatever else becomes of it. */
async function withFailedRefund(): Promise<string> {
  const id = await sentInvoice();
  await inTenant(sam, (tx) => waitForOffice(tx, id, "refund-failed"));
  return id;
}

const waitsFor = async (id: string) => (await standingOf(id)).waitsFor;

test("a refund that failed waits until somebody has seen to it, also where its client disagrees and a payment fails", async () => {
  const id = await withFailedRefund();
  await disputeInvoice(ellenAt(id), { words: "You came three times in April, not four." });
  expect(await waitsFor(id)).toBe("refund-failed");
  const checkout = await tapPay(id);
  await post(stripe.payByBank(checkout));
  await post(stripe.bankSays(checkout, false));
  expect(await waitsFor(id)).toBe("refund-failed");
  await noteWait(sam, { id: id, waited: "refund-failed" });
  expect(await waitsFor(id)).toBe("disputed");
});

test("a refund that failed waits on once its invoice is paid, or void", async () => {
  const paid = await withFailedRefund();
  await paidByCard(paid);
  expect(await standingOf(paid)).toMatchObject({ closedAs: "paid", waitsFor: "refund-failed" });
  await noteWait(sam, { id: paid, waited: "refund-failed" });
  expect(await waitsFor(paid)).toBeNull();
  const over = await withFailedRefund();
  expect(await voidInvoice(sam, { id: over, reason: "Written twice" })).toMatchObject({ ok: true });
  expect(await waitsFor(over)).toBe("refund-failed");
});

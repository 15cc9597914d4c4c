import { expect, test } from "vitest";
import { bill, order } from "@/e2e/support/at-bills";
import { database, eachAtFernleigh, fernleigh, priya } from "@/e2e/support/at-fernleigh";
import { given } from "@/e2e/support/bills";
import { insert } from "@/e2e/support/world";
import { readBill } from "./bill";

eachAtFernleigh();

test("an invoice’s page names the year of every moment that is not of this one", async () => {
  const heater = await order(2187);
  await bill(heater, { created_at: "2025-12-09T02:00:00Z" });
  const id = await bill(heater, { created_at: "2025-12-29T02:00:00Z", state: "paid", paid_on: "2025-12-31" });
  await database.owner`
    update contractor_invoices set approved_at = '2025-12-30T02:00:00Z', approved_by = ${fernleigh.priya} where id = ${id}`;
  await insert(database.owner, "thread_entries", {
    ...{ tenant_id: fernleigh.tenantId, work_order_id: heater, contact_id: fernleigh.mick },
    ...{ from: "contractor", text: "The second hour was the valve.", created_at: "2025-12-29T22:00:00Z" },
  });
  const seen = async (now: string) => {
    const { receivedAt, approved, paid, thread, twin } = given(await readBill(priya, id, new Date(now)));
    return [receivedAt, approved?.at, paid?.on, thread[0]?.when, twin?.words];
  };
  expect(await seen("2026-01-02T02:00:00Z")).toEqual([
    "Mon 29 Dec 2025, 13:00",
    "Tue 30 Dec 2025, 13:00",
    "Wed 31 Dec 2025",
    "Tue 30 Dec 2025, 09:00",
    "Looks like AC-118 of 9 December 2025",
  ]);
  expect(await seen("2025-12-31T02:00:00Z")).toEqual([
    "Mon 29 Dec, 13:00",
    "Tue 30 Dec, 13:00",
    "Wed 31 Dec",
    "Tue 30 Dec, 09:00",
    "Looks like AC-118 of 9 Dec",
  ]);
});

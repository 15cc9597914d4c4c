import { expect } from "@playwright/test";
import { letterTo, linkIn } from "./support/mailbox";
import { phoneSize, test } from "./support/test";

test("a manager dispatches, a contractor does the whole job by link, and every step shows in the open inbox", { tag: ["@A1", "@A2", "@A3", "@A4", "@D3"] }, async ({ world, manager, phone }) => {
  const order = await world.draft();
  await manager.goto(`/inbox/${order.number}/dispatch`);
  await manager.getByText("Harbour Plumbing").first().click();
  await manager.getByRole("button", { name: /Dispatch by SMS/ }).click();
  await expect(manager.getByText("Magic link sent (14d valid)")).toBeVisible();

  const message = await letterTo(world.origin, world.mickPhone);
  expect(message.text).toContain("Fernleigh Property: new job.");
  await phone.goto(linkIn(message));
  await expect(phone.getByRole("heading", { name: "Hot-water unit leaking" })).toBeVisible();
  await expect(phone.getByText("14 Marlowe St")).toBeVisible();
  await expect(phone.getByText("$450.00")).toBeVisible();
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(manager.getByText(/^Accepted \d\d:\d\d$/).first()).toBeVisible();
});

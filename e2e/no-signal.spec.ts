import { expect, type Page } from "@playwright/test";
import { phoneSize, test } from "./support/test";

const kept = (phone: Page) =>
  phone.waitForFunction(async () => {
    const names = await (await caches.open("latchkey-jobs-1")).keys();
    return names.some(({ url }) => /\/j\/[^/]+$/.test(url));
  });

test("what a contractor taps without signal is kept with its time, survives a reload, and arrives in order", async ({
  world,
}) => {
  const { link, id } = await world.dispatched();
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await phone.goto(link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  await kept(phone);

  await context.setOffline(true);
  await phone.getByRole("button", { name: "On site now" }).click();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  await expect(phone.getByText("Saved on this phone, not sent yet")).toBeVisible();
  const tapped = (await phone.getByText(/^Tapped at \d\d:\d\d$/).innerText()).slice(-5);
  await phone.reload();
  await expect(phone.getByText(`Tapped at ${tapped}`)).toBeVisible();
  await phone.getByRole("button", { name: "Complete" }).click();
  await expect(phone.getByText(/^Completed \d\d:\d\d$/)).toBeVisible();

  await context.setOffline(false);
  await expect(phone.getByRole("heading", { name: "Job done" })).toBeVisible();
  const [order] =
    await world.owner`select status, on_site_at <= completed_at as in_order from work_orders where id = ${id}`;
  expect(order).toEqual({ status: "COMPLETED", in_order: true });
});

test("a tap that waited and is refused when it arrives is said in words and comes off the list", async ({
  world,
}) => {
  const { link, id } = await world.dispatched();
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await phone.goto(link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  await context.setOffline(true);
  await phone.getByRole("button", { name: "On site now" }).click();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  await world.owner`update work_orders set status = 'CANCELLED' where id = ${id}`;
  await context.setOffline(false);
  await expect(phone.getByRole("alert").filter({ hasText: "“On site now”, tapped at" })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeHidden();
});

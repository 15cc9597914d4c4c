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

test("a phone keeps what the newest pages are made of, and not every build that there ever was", async ({
  world,
}) => {
  const { link } = await world.dispatched();
  const phone = await (await world.browse(phoneSize)).newPage();
  await phone.goto(link);
  await kept(phone);
  await phone.evaluate(async () => {
    const cache = await caches.open("latchkey-jobs-1");
    for (let build = 0; build < 400; build++)
      await cache.put(`/_next/static/chunks/old-${build}.js`, new Response(""));
    for (let job = 0; job < 40; job++) await cache.put(`/j/old-${job}`, new Response(""));
  });
  await phone.reload();
  await phone.waitForFunction(async () => {
    const paths = (await (await caches.open("latchkey-jobs-1")).keys()).map(
      ({ url }) => new URL(url).pathname,
    );
    const jobs = paths.filter((path) => path.startsWith("/j/"));
    return jobs.includes(location.pathname) && jobs.length === 20 && paths.length === 170;
  });
  await phone.context().setOffline(true);
  await phone.reload();
  await expect(phone.getByRole("button", { name: "Accept job" })).toBeVisible();
});

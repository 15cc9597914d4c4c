import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { phoneSize, test, type World } from "./support/test";

const kept = (phone: Page) =>
  phone.waitForFunction(async () => {
    const names = await (await caches.open("latchkey-jobs-1")).keys();
    return names.some(({ url }) => /\/j\/[^/]+$/.test(url));
  });

async function accept(phone: Page, link: string) {
  await phone.goto(link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  await awake(phone.getByRole("button", { name: "On site now" }));
}

/** A phone whose arrival at an accepted job waits for signal. */
async function arrivedWithoutSignal(world: World) {
  const { link, id } = await world.dispatched();
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await accept(phone, link);
  await context.setOffline(true);
  await phone.getByRole("button", { name: "On site now" }).click();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  return { link, id, context, phone };
}

async function ask(phone: Page, question: string) {
  await phone.getByRole("link", { name: "Raise a question" }).click();
  await phone.getByRole("textbox", { name: "Your question" }).fill(question);
  await phone.getByRole("button", { name: /^Send to/ }).click();
  await expect(phone.getByRole("dialog")).toBeHidden();
}

test("what a contractor taps without signal is kept with its time, survives a reload, and arrives in order", async ({
  world,
}) => {
  const { link, id } = await world.dispatched();
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await accept(phone, link);
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

test("what waited and is refused when it arrives stays with its words and the reason, on the dead link’s page too, until it is discarded", async ({
  world,
}) => {
  const { link, id, context, phone } = await arrivedWithoutSignal(world);
  await ask(phone, "The relief line drips. Re-route it?");
  await world.owner`update work_orders set status = 'CANCELLED' where id = ${id}`;
  await context.setOffline(false);
  const refused = phone.getByRole("alert");
  const arrival = refused.filter({ hasText: "“On site now”, tapped at" });
  const question = refused.filter({ hasText: "The relief line drips. Re-route it?" });
  await expect(arrival).toBeVisible();
  await expect(question).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeHidden();

  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: "This job link doesn’t work" })).toBeVisible();
  await expect(arrival).toBeVisible();
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(question).toBeHidden();
  await phone.reload();
  await expect(arrival).toBeVisible();
  await expect(question).toBeHidden();
});

test("a question that is being written stays while what waited is sent, and the page is new once it is asked", async ({
  world,
}) => {
  const { id, context, phone } = await arrivedWithoutSignal(world);
  await phone.getByRole("link", { name: "Raise a question" }).click();
  const question = phone.getByRole("textbox", { name: "Your question" });
  await question.fill("The relief line drips. Re-route it?");
  await context.setOffline(false);
  const status = async () => (await world.owner`select status from work_orders where id = ${id}`)[0]?.status;
  await expect.poll(status).toBe("ON_SITE");
  await expect(question).toHaveValue("The relief line drips. Re-route it?");
  await phone.getByRole("button", { name: /^Send to/ }).click();
  await expect(phone.getByText(/^You asked, /)).toBeVisible();
  await expect(phone.getByRole("link", { name: "Mark job done" })).toBeVisible();
});

test("an invoice that finds no signal says so above its button, until there is signal again", async ({
  world,
}) => {
  const { token, id } = await world.dispatched();
  await world.owner`update work_orders set status = 'ON_SITE' where id = ${id}`;
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await phone.goto(`/j/${token}?do=done`);
  await phone.getByLabel("Invoice total").fill("486");
  await expect(phone.getByText("$36.00 over")).toBeVisible();
  await context.setOffline(true);
  await phone.getByRole("button", { name: "Mark job done" }).click();
  const sentence = phone.getByText(/^No signal\. Nothing is lost/);
  await expect(sentence).toBeInViewport();
  await context.setOffline(false);
  await expect(sentence).toBeHidden();
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

import { type BrowserContext, expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { makeReadwell } from "./support/clients";
import { atInvoice, payBy, toProcessor } from "./support/paying";
import { phoneSize, test } from "./support/test";

/** Nothing of an invoice, and nobody’s name, stands on the page that a dead link leads to. */
async function saysNothing(page: Page): Promise<void> {
  const content = await page.content();
  for (const secret of ["399.44", "Weekly service", "Ellen", "Visa", "April invoice"])
    expect(content).not.toContain(secret);
}

async function pay(page: Page): Promise<void> {
  await toProcessor(page);
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
}

const statusOf = async (browser: BrowserContext, path: string) =>
  (await browser.request.get(path, { maxRedirects: 0 })).status();

test("once it is paid, a link says thank you to any other browser and names nothing, while the one that paid keeps its receipt", {
  tag: ["@C5", "@B9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const [hers, other] = [await world.browse(phoneSize), await world.browse(phoneSize)];
  const { id, link, here, page } = await atInvoice(world, readwell, hers);
  const open = await other.newPage();
  await open.goto(link);
  await expect(open.getByRole("button", { name: "Pay $399.44" })).toBeVisible();
  await pay(page);
  const receipt = (await page.getByRole("link", { name: "Save receipt" }).getAttribute("href")) ?? "";
  for (const way of [here, link]) {
    await open.goto(way);
    await expect(open.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
    await saysNothing(open);
  }
  await isAccessible(open);
  expect(await statusOf(other, receipt), "the receipt is not another browser’s").toBe(404);
  expect(await statusOf(other, `${here}/pdf`)).toBe(404);
  for (const way of [here, link]) {
    await page.goto(way);
    await expect(page.getByText("Visa ending 4242")).toBeVisible();
  }
  expect(await statusOf(hers, receipt)).toBe(200);
  expect(await statusOf(hers, `${here}/pdf`), "the invoice is closed to it as well").toBe(404);
  const asked = await hers.request.post(`${here}/ask`, { form: { words: "May I?" }, maxRedirects: 0 });
  expect([asked.status(), await asked.text()]).toEqual([404, expect.stringContaining("May I?</textarea>")]);
  const questions = await world.owner`select 1 from document_questions where document_id = ${id}`;
  expect(questions, "a receipt is read, and nothing is done by it").toHaveLength(0);
});

test("the receipt stays a day in the browser that paid, and ends with its contact", {
  tag: ["@C5", "@B3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { here, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await pay(page);
  const isShown = async () => {
    await page.goto(here);
    return page.getByText("Visa ending 4242").isVisible();
  };
  await world.owner`update contacts set active = false where id = ${readwell.ellen}`;
  expect(await isShown()).toBe(false);
  await world.owner`update contacts set active = true where id = ${readwell.ellen}`;
  expect(await isShown()).toBe(true);
  await world.timePasses("23 hours 50 minutes", readwell.tenantId);
  expect(await isShown()).toBe(true);
  await world.timePasses("11 minutes", readwell.tenantId);
  expect(await isShown()).toBe(false);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  await saysNothing(page);
});

test("its cookie opens nothing in another family of browser, and no other invoice", {
  tag: ["@C5", "@B16"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const hers = await world.browse(phoneSize);
  const { here, page } = await atInvoice(world, readwell, hers);
  const other = await atInvoice(world, readwell, await world.browse(phoneSize));
  await pay(other.page);
  await pay(page);
  const userAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:140.0) Gecko/20100101 Firefox/140.0";
  const thief = await world.browse({ userAgent });
  await thief.addCookies(await hers.cookies());
  const stolen = await thief.newPage();
  await stolen.goto(here);
  await saysNothing(stolen);
  await page.goto(other.here);
  await saysNothing(page);
});

test("a void invoice’s link says that it was cancelled, and one of 90 days and a second that it has expired", {
  tag: ["@C5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const cancelled = await atInvoice(world, readwell, await world.browse(phoneSize));
  await world.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${cancelled.id}`;
  await cancelled.page.reload();
  await expect(cancelled.page.getByRole("heading", { name: "This invoice was cancelled" })).toBeVisible();
  await saysNothing(cancelled.page);
  await isAccessible(cancelled.page);
  const old = await atInvoice(world, readwell, await world.browse(phoneSize));
  await world.owner`
    update links set issued_at = now() - interval '89 days 23 hours', expires_at = now() + interval '30 seconds'
    where document_id = ${old.id}`;
  await old.page.reload();
  await expect(old.page.getByRole("button", { name: "Pay $399.44" })).toBeVisible();
  await world.owner`update links set expires_at = now() - interval '1 second' where document_id = ${old.id}`;
  await old.page.reload();
  await expect(old.page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  await expect(old.page.getByText("It opens this same invoice.")).toBeVisible();
  await isAccessible(old.page);
  await saysNothing(old.page);
});

test("money that comes after an invoice was cancelled goes back, and its payer reads so", {
  tag: ["@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, here, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await world.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "This invoice was cancelled" })).toBeVisible();
  await expect
    .poll(async () => {
      await page.goto(here);
      return page
        .getByText(/before your \$399\.44 came\. \$399\.44 (goes|went) back to Visa ending 4242/)
        .isVisible();
    })
    .toBe(true);
});

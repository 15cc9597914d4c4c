import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { atInvoice, inTheTill, payBy, toProcessor } from "./support/paying";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const desk = { viewport: { width: 1440, height: 900 } };

/** Sam at his desk, at an invoice of $399.44 that Ellen was sent. */
async function samAtInvoice(world: World, readwell: Readwell, { id = "", javaScriptEnabled = true } = {}) {
  const documentId = id || (await makeDocument(world.owner, readwell, "invoice"));
  const browser = await signedIn(world, {
    email: `sam-${readwell.suffix}@readwell.example`,
    javaScriptEnabled,
    ...desk,
  });
  const page = await browser.newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/${documentId}`);
  return { id: documentId, page };
}

const paymentsOn = (page: Page) => page.getByRole("region", { name: "Payments" });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`the office records a bank transfer, and takes a wrong record back with its reason, ${how} JavaScript`, {
    tag: ["@B9"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { id, page } = await samAtInvoice(world, readwell, { javaScriptEnabled });
    const money = paymentsOn(page);
    await expect(money.getByText("Nobody has paid any of it yet.")).toBeVisible();
    await money.getByRole("link", { name: "Record a payment" }).click();
    const dialog = page.getByRole("dialog", { name: "Record a payment" });
    await expect(dialog.getByLabel("Amount")).toHaveValue("399.44");
    if (javaScriptEnabled) await isAccessible(page);
    await dialog.getByLabel("Amount").fill("400");
    await dialog.getByLabel("Note").fill("Reference 3071");
    await dialog.getByRole("button", { name: "Record the payment" }).click();
    await expect(page.getByText(/Only \$399\.44 is left to pay/)).toBeVisible();
    await expect(dialog.getByLabel("Note")).toHaveValue("Reference 3071");
    await dialog.getByLabel("Amount").fill("399.44");
    await dialog.getByRole("button", { name: "Record the payment" }).click();
    await expect(money.getByText("Received", { exact: true })).toBeVisible();
    await expect(money.getByText("Recorded by Sam Reyes")).toBeVisible();
    expect(await inTheTill(world, id)).toEqual({
      ...{ paid: 39_944, ledger: 39_944, received: 1, closedAs: "paid" },
    });
    await money.getByText("Take it back").click();
    await money.getByLabel("Why was it wrong").fill("It was for another invoice.");
    if (javaScriptEnabled) await isAccessible(page);
    await money.getByRole("button", { name: "Take $399.44 off" }).click();
    await expect(money.getByText("Taken back", { exact: true })).toBeVisible();
    await expect(money.getByText("It was for another invoice.")).toBeVisible();
    expect(await inTheTill(world, id)).toMatchObject({ paid: 0, ledger: 0, closedAs: null });
  });

  test(`a payment that another page records first is recorded by the second one only once it was looked at, ${how} JavaScript`, {
    tag: ["@B9"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { id, page } = await samAtInvoice(world, readwell, { javaScriptEnabled });
    const { page: other } = await samAtInvoice(world, readwell, { id });
    for (const each of [page, other]) {
      await paymentsOn(each).getByRole("link", { name: "Record a payment" }).click();
      await each.getByRole("dialog", { name: "Record a payment" }).getByLabel("Amount").fill("100");
    }
    await other.getByRole("button", { name: "Record the payment" }).click();
    await expect(paymentsOn(other).getByText("Recorded by Sam Reyes")).toBeVisible();
    const dialog = page.getByRole("dialog", { name: "Record a payment" });
    await dialog.getByRole("button", { name: "Record the payment" }).click();
    await expect(dialog.getByText(/nothing was recorded\. \$299\.44 is left to pay now/)).toBeVisible();
    await expect(dialog.getByLabel("Amount")).toHaveValue("100");
    expect(await inTheTill(world, id)).toMatchObject({ paid: 10_000, received: 1 });
    await dialog.getByRole("button", { name: "Record the payment" }).click();
    await expect(paymentsOn(page).getByText("Recorded by Sam Reyes")).toHaveCount(2);
    expect(await inTheTill(world, id)).toMatchObject({ paid: 20_000, received: 2 });
  });
}

test("the office gives back a part of what was paid online: it goes back by itself, and no cent more than came", {
  tag: ["@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const client = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(client.page);
  await payBy(client.page, "Pay by card");
  await expect(client.page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  const { page } = await samAtInvoice(world, readwell, { id: client.id });
  const money = paymentsOn(page);
  await money.getByRole("link", { name: /^Refund/ }).click();
  const dialog = page.getByRole("dialog", { name: "Refund Ellen Marsh?" });
  await expect(dialog.getByText("Visa ending 4242")).toBeVisible();
  await isAccessible(page);
  await dialog.getByLabel("Amount").fill("20");
  await dialog.getByLabel("Why").fill("A visit fell out.");
  await dialog.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(async () => {
    await page.reload();
    await expect(money.getByText(/\$20\.00 was given back by Sam Reyes/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  expect(await inTheTill(world, client.id)).toMatchObject({ paid: 37_944, ledger: 37_944, closedAs: "paid" });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the practice page is plainly no real one, needs no script, and axe finds nothing on it, ${colorScheme}`, {
    tag: ["@D5"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { page } = await atInvoice(world, readwell, await world.browse({ ...phoneSize, colorScheme }));
    await toProcessor(page);
    await expect(page.getByText("No money moves here, and no card is asked for.")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await isAccessible(page);
    await payBy(page, "Card that asks your bank");
    await isAccessible(page);
    await page.getByRole("button", { name: "Refuse" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "nothing was paid" })).toBeVisible();
    await isAccessible(page);
    await page.getByRole("link", { name: "Back to the invoice" }).click();
    await expect(page.getByRole("button", { name: "Pay $399.44" })).toBeVisible();
  });
}

test("a checkout of the practice processor that nobody began is not there", { tag: ["@D5"] }, async ({
  world,
}) => {
  const page = await (await world.browse()).newPage();
  expect((await page.goto("/practice/unknown"))?.status()).toBe(404);
});

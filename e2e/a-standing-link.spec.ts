import { expect } from "@playwright/test";
import { isClientIn, nextLetter, sentDocument } from "./support/client";
import { makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

test("a standing link opens its document again and again, in any browser, and dies when the document is settled", {
  tag: ["@C5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const invoice = await sentDocument(world, readwell, "invoice");
  const report = await sentDocument(world, readwell, "service-report");
  const [first, second] = [await world.browse(phoneSize), await world.browse()];
  for (const browser of [first, second, first]) {
    const page = await browser.newPage();
    await page.goto(invoice.link);
    await expect(page).toHaveURL(invoice.page);
    await expect(page.getByText("Cabinets in white oak")).toBeVisible();
    expect(await isClientIn(browser), "it opens a document, and nothing else").toBe(false);
    expect((await browser.request.get(report.page)).ok(), "another document asks for its own link").toBe(
      true,
    );
    await page.goto(report.page);
    await expect(page.getByRole("heading", { name: "Sign in to see this" })).toBeVisible();
  }
  await world.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${invoice.id}`;
  const page = await first.newPage();
  await page.goto(invoice.page);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  expect(await page.content()).not.toContain("Cabinets in white oak");
  await page.goto(invoice.link);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
});

test("a standing link lives 90 days, and stops for a contact who is no longer active", {
  tag: ["@C5", "@B3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const invoice = await sentDocument(world, readwell, "invoice");
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(invoice.link);
  await world.timePasses("89 days 23 hours 50 minutes", readwell.tenantId);
  await page.goto(invoice.page);
  await expect(page.getByText("Cabinets in white oak")).toBeVisible();
  await world.owner`update contacts set active = false where id = ${readwell.ellen}`;
  await page.goto(invoice.page);
  await expect(page.getByText("Cabinets in white oak")).toBeHidden();
  await world.owner`update contacts set active = true where id = ${readwell.ellen}`;
  await world.timePasses("11 minutes", readwell.tenantId);
  await page.goto(invoice.page);
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
});

test("“Everything from the shop” takes a sign-in link, which goes to the address that the standing link went to", {
  tag: ["@C5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const invoice = await sentDocument(world, readwell, "invoice");
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  await page.goto(invoice.link);
  const letter = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: /Everything from Readwell Builders/ }).click(),
  );
  await expect(page).toHaveURL("/client-login/sent");
  await page.goto(letter.link);
  await expect(page).toHaveURL("/portal");
});

test("whoever holds a forwarded standing link learns no more of the address than its mask", {
  tag: ["@C5", "@B16"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const invoice = await sentDocument(world, readwell, "invoice");
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(invoice.link);
  await page.getByRole("button", { name: /Everything from/ }).click();
  await expect(page.getByRole("heading", { name: "Check your messages" })).toBeVisible();
  await expect(page.getByText("e••••@m•••.example")).toBeVisible();
  for (const path of ["/client-login/sent", "/client-login?problem=address", "/client-login", invoice.page]) {
    await page.goto(path);
    expect(await page.content(), path).not.toContain(readwell.address.ellen);
  }
});

test("a contact without a portal is not promised everything", { tag: ["@C5"] }, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  await world.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
  const invoice = await sentDocument(world, readwell, "invoice");
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(invoice.link);
  await expect(page.getByText("Cabinets in white oak")).toBeVisible();
  await expect(page.getByText(/Everything from/)).toBeHidden();
});

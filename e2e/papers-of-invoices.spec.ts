import { type APIResponse, type BrowserContext, expect } from "@playwright/test";
import { dayIn } from "@/lib/dates";
import { isAccessible } from "./support/accessible";
import { clientIn, pageOf, sentDocument } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { makePayment } from "./support/payments";
import { pagesOf } from "./support/read-pdf";
import { makeOwed } from "./support/receivables";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const desk = { viewport: { width: 1280, height: 900 } };
const office = (world: World, { suffix }: Readwell, options = {}) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...desk, ...options });

const statusOf = async (browser: BrowserContext, path: string) => (await browser.request.get(path)).status();

/** All that is read of a paper, in one line; it is saved, never shown on our pages. */
async function wordsOf(answer: APIResponse): Promise<string> {
  expect(answer.status(), answer.url()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/^attachment; /),
    "cache-control": "private, no-store",
  });
  return pagesOf(await answer.body())
    .join(" ")
    .replace(/\s+/g, " ");
}

test("an invoice and its receipt are saved as PDFs by who may read them, and by nobody else", {
  tag: ["@B9", "@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const invoice = await sentDocument(world, readwell, "invoice");
  const payment = await makePayment(world.owner, invoice.id, { amountCents: 10_000 });
  const byLink = await world.browse(phoneSize);
  await (await byLink.newPage()).goto(invoice.link);
  const [signed, sam] = [await clientIn(world, readwell.address.tom), await office(world, readwell)];
  const ways: [BrowserContext, string, string][] = [
    [byLink, `${invoice.page}/pdf`, `${invoice.page}/receipt/${payment}`],
    [signed, `${invoice.page}/pdf`, `${invoice.page}/receipt/${payment}`],
    [sam, `/invoices/${invoice.id}/pdf`, `/invoices/${invoice.id}/receipts/${payment}`],
  ];
  for (const [browser, paper, receipt] of ways) {
    const words = await wordsOf(await browser.request.get(paper));
    expect(words).toContain("Weekly service, April 4 visits $55.00 $220.00");
    expect(words).toContain("Left to pay $299.44");
    expect(await wordsOf(await browser.request.get(receipt))).toContain("Visa ending 4242");
  }
  const other = await makeDocument(world.owner, readwell, "invoice");
  const theirs = await makeReadwell(world.owner, {}, "Quarry Pools");
  const [elsewhere, stranger] = [await clientIn(world, theirs.address.ellen), await world.browse()];
  expect(await statusOf(byLink, `${pageOf("invoice", other)}/pdf`), "another invoice, by the link").toBe(404);
  for (const [browser] of [[elsewhere], [stranger]] as const) {
    expect(await statusOf(browser, `${invoice.page}/pdf`)).toBe(404);
    expect(await statusOf(browser, `${invoice.page}/receipt/${payment}`)).toBe(404);
    expect(await statusOf(browser, `/invoices/${invoice.id}/pdf`), "the office’s own").toBe(401);
  }
  expect(await statusOf(signed, `${pageOf("invoice", other)}/receipt/${payment}`), "of another one").toBe(
    404,
  );
});

for (const [where, options, hasScript] of [
  ["on a desk", desk, true],
  ["on a phone", phoneSize, true],
  ["on a phone without script", { ...phoneSize, javaScriptEnabled: false }, false],
] as const) {
  test(`a client reads their statement, chooses its days and saves it, ${where}`, { tag: ["@B9"] }, async ({
    world,
  }) => {
    const readwell = await makeReadwell(world.owner);
    const year = Number(dayIn(new Date(), "America/Chicago").slice(0, 4));
    await makeOwed(world.owner, readwell, {
      totalCents: 30_000,
      issuedOn: `${year - 1}-03-02`,
      title: "Pump",
    });
    const invoice = await sentDocument(world, readwell, "invoice");
    await makePayment(world.owner, invoice.id, { amountCents: 10_000 });
    const browser = await clientIn(world, readwell.address.ellen, options);
    const page = await browser.newPage();
    await page.goto("/portal/billing");
    await page.getByRole("link", { name: "Statement" }).click();
    await expect(page).toHaveURL("/portal/billing/statement");
    const table = page.getByRole("table", { name: /^Statement of Ellen Marsh/ });
    await expect(table.getByRole("row", { name: /Owed before.*\$300\.00/ })).toBeVisible();
    await expect(table.getByRole("row", { name: /Payment, Visa ending 4242.*−\$100\.00/ })).toBeVisible();
    await expect(table.getByRole("row", { name: /Owed.*\$599\.44/ }).last()).toBeVisible();
    await expect(page.getByText("What is open")).toBeVisible();
    if (hasScript) await isAccessible(page);
    await page.getByLabel("From").fill(`${year - 1}-01-01`);
    await page.getByLabel("Until").fill(`${year - 1}-12-31`);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(table.getByRole("row", { name: /Pump.*\$300\.00/ })).toBeVisible();
    await expect(table.getByText("Visa ending 4242")).toBeHidden();
    await expect(page.getByRole("link", { name: "Last year" })).toHaveAttribute("aria-current", "true");
    const href = (await page.getByRole("link", { name: "Save as PDF" }).getAttribute("href")) ?? "";
    expect(await wordsOf(await browser.request.get(href))).toContain("Pump");
    const shown = await page.goto("/portal/billing/statement?from=nonsense&until=2999-01-01");
    expect(shown?.status()).toBe(200);
    await expect(table.getByRole("row", { name: /Owed.*\$599\.44/ }).last()).toBeVisible();
    await table
      .getByRole("link", { name: /^Invoice INV-|^Invoice BW-/ })
      .last()
      .click();
    await expect(page).toHaveURL(/\/portal\/invoices\//);
  });
}

test("the office has the statement of each client of its own, in both themes", { tag: ["@B9"] }, async ({
  world,
}) => {
  const readwell = await makeReadwell(world.owner);
  await makeOwed(world.owner, readwell, { totalCents: 30_000, dueOn: "2026-01-20" });
  for (const colorScheme of ["light", "dark"] as const) {
    const browser = await office(world, readwell, { colorScheme });
    const page = await browser.newPage();
    await page.goto(`/clients/${readwell.ellen}`);
    await page.getByRole("link", { name: "Statement" }).click();
    await expect(page.getByRole("heading", { name: "Statement of Ellen Marsh" })).toBeVisible();
    await expect(page.getByText("$300.00").first()).toBeVisible();
    await isAccessible(page);
    const href = (await page.getByRole("link", { name: "Save as PDF" }).getAttribute("href")) ?? "";
    expect(await wordsOf(await browser.request.get(href))).toContain("Ellen Marsh");
  }
  const theirs = await makeReadwell(world.owner, {}, "Quarry Pools");
  const sam = await office(world, readwell);
  expect(await statusOf(sam, `/clients/${theirs.ellen}/statement/pdf`)).toBe(404);
  const page = await sam.newPage();
  await page.goto(`/clients/${theirs.ellen}/statement`);
  await expect(page.getByText("Ellen Marsh")).toBeHidden();
  const client = await clientIn(world, readwell.address.ellen);
  expect(await statusOf(client, `/clients/${readwell.ellen}/statement/pdf`)).toBe(401);
  expect(await statusOf(await world.browse(), "/portal/billing/statement/pdf")).toBe(401);
});

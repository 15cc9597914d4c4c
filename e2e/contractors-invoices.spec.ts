import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { invoicePdf } from "./support/pdf";
import { hire } from "./support/sign-in";
import { phoneSize, signIn, test, type World } from "./support/test";

/** A job that Mick is on site at, and his link to it. */
async function onSite(world: World, office: Page, title?: string) {
  const job = await world.dispatched(title);
  for (const action of ["ACCEPT", "ON_SITE"]) {
    const moved = await office.request.post(`/api/v1/jobs/${job.token}/transitions`, { data: { action } });
    expect(moved.status()).toBe(200);
  }
  return job;
}

async function upload(office: Page, token: string, number: string, amountCents: number) {
  const sent = await office.request.post(`/api/v1/jobs/${token}/invoices`, {
    multipart: {
      file: { name: `${number}.pdf`, mimeType: "application/pdf", buffer: invoicePdf() },
      ...{ amountCents: String(amountCents), number },
    },
  });
  expect(sent.status()).toBe(201);
  const { id } = (await sent.json()) as { id: string };
  return id;
}

const list = (page: Page) => page.getByRole("table", { name: "Contractors’ invoices" });
/** Another one’s line may name it as well: “over, with HP-0932”. */
const lineOf = (page: Page, number: string) =>
  list(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: number, exact: true }) });
const tick = (page: Page, number: string) => page.getByRole("checkbox", { name: new RegExp(`^${number},`) });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript as well";

  test(`the office approves contractors’ invoices and marks several as paid at once${how}`, {
    tag: ["@A3", "@D4"],
  }, async ({ world, manager }) => {
    const job = await onSite(world, manager);
    await upload(manager, job.token, "HP-0932", 41_800);
    await upload(manager, job.token, "HP-0933", 61_200);
    const page = await (await world.browse({ javaScriptEnabled })).newPage();
    await signIn(page, world);
    await page.goto("/bills");
    await expect(lineOf(page, "HP-0932")).toContainText("$32.00 under");
    await expect(lineOf(page, "HP-0933")).toContainText("$580.00 over, with HP-0932");
    await expect(lineOf(page, "HP-0933")).toContainText("Needs approval");
    for (const number of ["HP-0932", "HP-0933"]) await tick(page, number).check();
    await page.getByRole("button", { name: /^Mark (2 )?as paid$/ }).click();
    await expect(page.getByText("Nothing was marked. Only what is approved can be paid")).toBeVisible();
    await expect(tick(page, "HP-0932")).toBeChecked();
    await page.getByRole("button", { name: /^Approve( 2)?$/ }).click();
    await expect(page.getByText("2 invoices approved, $1,030.00.")).toBeVisible();
    for (const number of ["HP-0932", "HP-0933"]) await tick(page, number).check();
    await page.getByLabel("Reference").fill("Run 17");
    await page.getByRole("button", { name: /^Mark (2 )?as paid$/ }).click();
    await expect(page.getByText("2 invoices marked as paid, $1,030.00.")).toBeVisible();
    await expect(lineOf(page, "HP-0932")).toContainText("Paid");
    if (javaScriptEnabled) await isAccessible(page);
    await lineOf(page, "HP-0932").getByRole("link", { name: "HP-0932", exact: true }).click();
    await expect(page.getByRole("definition").filter({ hasText: "Run 17" })).toBeVisible();
    await page.getByRole("button", { name: "Not paid after all" }).click();
    await expect(page.getByRole("button", { name: "Mark $418.00 as paid" })).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
  });

  test(`a question about an invoice reaches its contractor, whose corrected one takes its place${how}`, {
    tag: ["@A3", "@D4"],
  }, async ({ world, manager }) => {
    const job = await onSite(world, manager);
    const bill = await upload(manager, job.token, "HP-0934", 61_200);
    const page = await (await world.browse({ javaScriptEnabled })).newPage();
    await signIn(page, world);
    await page.goto(`/bills/${bill}`);
    await page.getByLabel("Ask Harbour Plumbing about it").fill("What was the second hour for?");
    await page.getByRole("button", { name: "Send question" }).click();
    const asked = "About your invoice HP-0934, $612.00: What was the second hour for?";
    await expect(page.getByText(asked)).toBeVisible();
    await expect(page.getByRole("button", { name: "Settled" })).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);

    const mick = await (await world.browse({ ...phoneSize, javaScriptEnabled })).newPage();
    await manager.request.post(`/api/v1/jobs/${job.token}/transitions`, { data: { action: "COMPLETE" } });
    await mick.goto(job.link);
    await expect(mick.getByText(asked)).toBeVisible();
    await expect(mick.getByText("Priya asked about it. Answer under Questions")).toBeVisible();
    await mick.getByRole("link", { name: "Send a corrected invoice" }).click();
    await expect(mick.getByText("takes the place of HP-0934")).toBeVisible();
    if (javaScriptEnabled) await isAccessible(mick);

    await upload(manager, job.token, "HP-0934B", 44_000);
    await page.goto(`/bills/${bill}`);
    await expect(page.getByRole("heading", { name: "Invoice HP-0934B" })).toBeVisible();
    await expect(page.getByText("Received", { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Approve $440.00" }).click();
    await page.getByRole("button", { name: "Mark $440.00 as paid" }).click();
    await expect(page.getByRole("button", { name: "Not paid after all" })).toBeVisible();
    await mick.goto(job.link);
    await expect(mick.getByText(/^Paid on /)).toBeVisible();
  });
}

test("what was corrected meanwhile is shown anew, and a page that still shows the one before approves nothing", {
  tag: ["@A3", "@D4"],
}, async ({ world, manager }) => {
  const job = await onSite(world, manager);
  const bill = await upload(manager, job.token, "HP-0937", 41_800);
  const live = await (await world.browse()).newPage();
  const still = await (await world.browse({ javaScriptEnabled: false })).newPage();
  for (const [page, name] of [
    [live, "Tom Okafor"],
    [still, "Ann Bui"],
  ] as const) {
    await signIn(page, world, await hire(world, name, "manager"));
    await page.goto("/bills");
    await tick(page, "HP-0937").check();
  }
  await manager.goto(`/bills/${bill}`);
  await manager.getByLabel("Ask Harbour Plumbing about it").fill("What was the second hour for?");
  await manager.getByRole("button", { name: "Send question" }).click();
  await expect(manager.getByRole("button", { name: "Settled" })).toBeVisible();
  await upload(manager, job.token, "HP-0938", 61_200);
  await expect(lineOf(live, "HP-0938")).toContainText("$612.00");
  await expect(tick(live, "HP-0938")).not.toBeChecked();
  await still.getByRole("button", { name: "Approve" }).click();
  await expect(still.getByText("Nothing was approved. A corrected invoice came")).toBeVisible();
  await expect(lineOf(still, "HP-0938")).toContainText("Needs approval");
  await expect(tick(still, "HP-0938")).not.toBeChecked();
});

test("the list is narrowed, tells what looks like another, and goes to the ledger as a file", {
  tag: ["@A9", "@C6"],
}, async ({ world, manager }) => {
  const [one, other] = [await onSite(world, manager), await onSite(world, manager, "Gate does not close")];
  await upload(manager, one.token, "HP-0935", 20_000);
  await upload(manager, other.token, "HP 0935", 30_000);
  await manager.goto("/bills");
  await expect(lineOf(manager, "HP 0935")).toContainText(/Looks like HP-0935 of \d+ \w+/);
  await manager.getByLabel("Invoice number or work order").fill(`WO-${one.number}`);
  await manager.getByRole("button", { name: "Show" }).click();
  await manager.waitForURL(/q=WO-/);
  await expect(list(manager).getByRole("row")).toHaveCount(2);
  await manager
    .getByRole("navigation", { name: "By state" })
    .getByRole("link", { name: /^Received/ })
    .click();
  await manager.waitForURL(/state=received/);
  await expect(list(manager).getByRole("row")).toHaveCount(2);
  const coming = manager.waitForEvent("download");
  await manager.getByRole("button", { name: "Export CSV" }).click();
  const csv = await readFile(await (await coming).path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain(`Harbour Plumbing,HP-0935,WO-${one.number},200.00,AUD,received,`);
  await manager.goto("/activity");
  await expect(manager.getByText("Contractors’ invoices exported as CSV, 1 invoice")).toBeVisible();
});

test("a viewer looks and exports, and a phone shows the same", { tag: ["@D3"] }, async ({
  world,
  manager,
}) => {
  const job = await onSite(world, manager);
  const bill = await upload(manager, job.token, "HP-0936", 41_800);
  const email = await hire(world, "Vera Chan", "viewer");
  const page = await (await world.browse(phoneSize)).newPage();
  await signIn(page, world, email);
  await page.goto("/bills");
  await expect(list(page).getByText("HP-0936", { exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Export CSV" })).toBeVisible();
  await isAccessible(page);
  await page.goto(`/bills/${bill}`);
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const gone = await page.goto(`/bills/${crypto.randomUUID()}`);
  expect(gone?.status()).toBe(404);
});

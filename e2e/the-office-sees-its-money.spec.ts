import { expect, type Page } from "@playwright/test";
import { dayIn } from "@/lib/dates";
import { isAccessible } from "./support/accessible";
import { makeReadwell, type Readwell } from "./support/clients";
import { atInvoice, payBy, toProcessor } from "./support/paying";
import { makeOwed } from "./support/receivables";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const desk = { viewport: { width: 1440, height: 900 } };
/** So many days from today, in Chicago: by the calendar, on which a day may have 25 hours. */
function day(days: number): string {
  const at = new Date(dayIn(new Date(), "America/Chicago"));
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const samOf = (world: World, { suffix }: Readwell, options: Parameters<World["browse"]>[0] = desk) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...options });

/** What is not due, late by ten days, by forty-five, and by a hundred; and one that was paid just now. */
async function owedAtReadwell(world: World) {
  const readwell = await makeReadwell(world.owner);
  const made = (title: string, totalCents: number, dueIn: number) =>
    makeOwed(world.owner, readwell, { title, totalCents, dueOn: day(dueIn), issuedOn: day(-120) });
  const ids = {
    soon: await made("Pool opening", 50_000, 12),
    late: await made("April service", 20_000, -10),
    later: await made("Heater repair", 80_000, -45),
    longest: await made("Pump replaced", 120_000, -100),
  };
  await makeOwed(world.owner, readwell, {
    ...{ title: "Filter", totalCents: 6_400, dueOn: day(3), issuedOn: day(-18), end: "paid" },
    paid: [{ cents: 6_400, at: new Date() }],
  });
  return { readwell, ids };
}

const section = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

test("the office sees what is owed by how late it is, and each bar leads to its invoices", {
  tag: ["@D5"],
}, async ({ world }) => {
  const { readwell } = await owedAtReadwell(world);
  const page = await (await samOf(world, readwell)).newPage();
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Money", exact: true }).click();
  await page.waitForURL("**/money");
  const outstanding = section(page, "Outstanding");
  await expect(outstanding.getByText("$2,700.00", { exact: true })).toBeVisible();
  await expect(outstanding.getByRole("link", { name: "$2,200.00 overdue" })).toBeVisible();
  await expect(
    section(page, /^Paid in /)
      .getByText("$64.00", { exact: true })
      .first(),
  ).toBeVisible();
  await expect(section(page, "Average days to pay").getByText("18 days", { exact: true })).toBeVisible();
  const longest = section(page, "Overdue the longest").getByRole("listitem");
  await expect(longest.first()).toContainText("Pump replaced");
  await expect(longest.first()).toContainText("100 days late");
  await outstanding.getByRole("link", { name: /^31 to 60 days late/ }).click();
  await page.waitForURL("**/money/invoices?age=31-60");
  await expect(
    page.getByText("1 invoice, $800.00 in all, $800.00 left to pay, $800.00 of it 31 to 60 days late"),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Heater repair" })).toBeVisible();
  await expect(page.getByRole("link", { name: "April service" })).toHaveCount(0);
  await page.getByRole("link", { name: /^31 to 60 days late\s*: take this filter off/ }).click();
  await expect(page.getByRole("link", { name: "April service" })).toBeVisible();
  await page.getByRole("link", { name: "Heater repair" }).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}\/documents\/[0-9a-f-]{36}$/);
});

test("a client pays, and the open money and the open inbox show it at once", {
  tag: ["@B9", "@D5"],
}, async ({ world }) => {
  const { readwell } = await owedAtReadwell(world);
  const { page: hers } = await atInvoice(world, readwell, await world.browse(phoneSize));
  const office = await samOf(world, readwell);
  const [money, inbox] = [await office.newPage(), await office.newPage()];
  await money.goto("/money");
  await inbox.goto("/inbox");
  await expect(section(money, "Outstanding").getByText("$3,099.44", { exact: true })).toBeVisible();
  await expect(inbox.getByText("Live", { exact: true })).toBeVisible();
  await toProcessor(hers);
  await payBy(hers, "Pay by card");
  await expect(hers.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  const outstanding = section(money, "Outstanding");
  await expect(outstanding.getByText("$2,700.00", { exact: true }), "without a reload").toBeVisible();
  const last = section(money, "Came last").getByRole("listitem").first();
  await expect(last).toContainText("Ellen Marsh");
  await expect(last).toContainText("$399.44");
  await expect(inbox.getByText("Ellen Marsh paid $399.44", { exact: true })).toBeAttached();
});

test("without JavaScript the money is read from its tables, and the invoices are searched and taken away", {
  tag: ["@D5"],
}, async ({ world }) => {
  const { readwell } = await owedAtReadwell(world);
  const browser = await samOf(world, readwell, { ...desk, javaScriptEnabled: false });
  const page = await browser.newPage();
  await page.goto("/money");
  await page.getByText("Show as table: Outstanding").click();
  const table = page.getByRole("table", { name: "Outstanding" });
  await expect(table.getByRole("row", { name: /^Over 90 days late/ })).toContainText("$1,200.00");
  await page.getByRole("link", { name: "All invoices" }).click();
  await page.getByLabel("Number or title").fill("heater");
  await page.getByLabel("Status").selectOption("Overdue");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: "Heater repair" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Pump replaced" })).toHaveCount(0);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await coming).suggestedFilename()).toBe("invoices.csv");
  const exported = await world.owner`
    select detail from events where tenant_id = ${readwell.tenantId} and kind = 'invoices.exported'`;
  expect(exported).toMatchObject([{ detail: { count: 1 } }]);
});

test("a client’s page and their project’s say in one line what is owed", { tag: ["@D5"] }, async ({
  world,
}) => {
  const { readwell } = await owedAtReadwell(world);
  const page = await (await samOf(world, readwell)).newPage();
  for (const path of [`/clients/${readwell.ellen}`, `/projects/${readwell.kitchen}`]) {
    await page.goto(path);
    await expect(page.getByText("$2,700.00 outstanding in 4 invoices, $2,200.00 overdue")).toBeVisible();
  }
  await page.getByRole("link", { name: "$2,200.00 overdue" }).click();
  await page.waitForURL(`**/money/invoices?project=${readwell.kitchen}&status=overdue`);
  await expect(page.getByRole("link", { name: "Pump replaced" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Pool opening" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the pages of money, at a desk and on a phone, ${colorScheme}`, {
    tag: ["@D3"],
  }, async ({ world }) => {
    const { readwell } = await owedAtReadwell(world);
    const empty = await makeReadwell(world.owner);
    for (const size of [desk, { ...phoneSize, viewport: { width: 320, height: 640 } }]) {
      const page = await (await samOf(world, readwell, { ...size, colorScheme })).newPage();
      await page.goto("/money");
      for (const summary of await page.locator("summary", { hasText: "Show as table" }).all())
        await summary.click();
      await isAccessible(page);
      await page.goto("/money/invoices?age=31-60");
      await isAccessible(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
    const page = await (await samOf(world, empty, { ...desk, colorScheme })).newPage();
    await page.goto("/money");
    await expect(page.getByRole("heading", { name: "No invoice yet" })).toBeVisible();
    await isAccessible(page);
  });
}

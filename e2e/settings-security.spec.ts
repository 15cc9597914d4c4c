import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { hire, isIn, signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

/** Lets time pass for the sessions of one browser alone. */
const leaveAlone = (world: World, device: string, interval: string) => world.owner`
  update sessions set last_seen_at = last_seen_at - ${interval}::interval, expires_at = expires_at - ${interval}::interval
  where tenant_id = ${world.tenantId} and device_family = ${device}`;

const lengthOf = (page: Page, people: string) => page.getByRole("group", { name: people });

const chosen = (page: Page, name: string) => page.getByRole("combobox", { name });

async function settings(world: World) {
  const [tenant] = await world.owner`
    select staff_session_days as staff, client_session_days as clients, link_ttl_ms as lives, invoice_links as invoices
    from tenants where id = ${world.tenantId}`;
  return tenant;
}

test("shortening how long the team stays signed in signs out who was last here longer ago, and says so", {
  tag: ["@C3"],
}, async ({ world, manager }) => {
  const idle = await signedIn(world, { userAgent: firefox });
  await leaveAlone(world, "Firefox on Linux", "2 days");
  await manager.goto("/settings/security");
  const team = lengthOf(manager, "Your team");
  await expect(team.getByRole("button", { name: "7 days", pressed: true })).toBeVisible();
  await team.getByRole("button", { name: "1 day", exact: true }).click();
  await expect(manager.getByText("Saved. 1 signed out")).toBeVisible();
  await expect(team.getByRole("button", { name: "1 day", pressed: true })).toBeVisible();
  await expect(manager.getByText("Firefox on Linux")).toHaveCount(0);
  expect(await isIn(idle)).toBe(false);
  expect(await isIn(manager.context())).toBe(true);
});

test("homeowners stay signed in for as many days as the office types, from 1 to 180", {
  tag: ["@C3"],
}, async ({ world, manager }) => {
  await manager.goto("/settings/security");
  const homeowners = lengthOf(manager, "Homeowners");
  await expect(homeowners.getByRole("button", { name: "30 days", pressed: true })).toBeVisible();
  await homeowners.getByText("Other").click();
  const days = manager.getByLabel("Days, 1 to 180");
  await days.fill("181");
  await homeowners.getByRole("button", { name: "Save" }).click();
  expect((await settings(world))?.clients).toBe(30);
  await days.fill("45");
  await homeowners.getByRole("button", { name: "Save" }).click();
  await expect(homeowners.getByText("45 days")).toBeVisible();
  await expect(days).toBeHidden();
  expect((await settings(world))?.clients).toBe(45);
});

test("a link's life is saved as it is chosen, and invoices may open once instead", {
  tag: ["@C5"],
}, async ({ world, manager }) => {
  await manager.goto("/settings/security");
  await awake(chosen(manager, "Contract signature: works for"));
  await chosen(manager, "Contract signature: works for").selectOption("14 days");
  await expect(manager.getByRole("row", { name: /^Contract signature/ }).getByText("Saved")).toBeVisible();
  const invoice = manager.getByRole("row", { name: /^Invoice and reminder/ });
  await invoice.getByRole("combobox", { name: "works for" }).selectOption("60 days");
  await expect(invoice.getByText("Saved")).toBeVisible();
  await invoice.getByRole("combobox", { name: "ends" }).selectOption("Single use");
  await expect(invoice.getByRole("combobox", { name: "works for" })).toHaveCount(0);
  await expect(invoice.getByText("7 days")).toBeVisible();
  await manager.reload();
  await expect(chosen(manager, "Contract signature: works for")).toHaveValue("14");
  await expect(invoice.getByRole("combobox", { name: "ends" })).toHaveValue("single-use");
  const day = 24 * 60 * 60_000;
  expect(await settings(world)).toMatchObject({
    lives: { "contract-signature": 14 * day, invoice: 60 * day, "invoice-reminder": 60 * day },
    invoices: "single-use",
  });
  const recovery = manager.getByRole("row", { name: /^Recovery/ });
  await expect(recovery.getByRole("combobox")).toHaveCount(0);
  await expect(recovery.getByText("30 minutes")).toBeVisible();
});

test("without JavaScript every choice has a button that saves it", { tag: ["@C3", "@C5"] }, async ({
  world,
}) => {
  const other = await signedIn(world, { userAgent: firefox });
  const browser = await signedIn(world, { javaScriptEnabled: false, ...phoneSize });
  const page = await browser.newPage();
  await page.goto("/settings/security");
  await lengthOf(page, "Homeowners").getByRole("button", { name: "7 days" }).click();
  await expect(
    lengthOf(page, "Homeowners").getByRole("button", { name: "7 days", pressed: true }),
  ).toBeVisible();
  await lengthOf(page, "Your team").getByText("Other").click();
  await page.getByLabel("Days, 1 to 30").fill("14");
  await lengthOf(page, "Your team").getByRole("button", { name: "Save" }).click();
  await expect(lengthOf(page, "Your team").getByText("14 days")).toBeVisible();
  await chosen(page, "Selections: works for").selectOption("3 days");
  await page.getByRole("button", { name: "Save Selections: works for" }).click();
  await expect(chosen(page, "Selections: works for")).toHaveValue("3");
  expect(await settings(world)).toMatchObject({
    ...{ staff: 14, clients: 7 },
    lives: { selections: 3 * 24 * 60 * 60_000 },
  });
  await page.getByRole("link", { name: "Sign out everyone else" }).click();
  await expect(page.getByRole("heading", { name: "Sign out everyone else?" })).toBeVisible();
  expect(await isIn(other)).toBe(true);
  await page.getByRole("button", { name: "Sign out everyone else" }).click();
  await expect(page.getByText("In one place.")).toBeVisible();
  expect(await isIn(other)).toBe(false);
  expect(await isIn(browser)).toBe(true);
});

test("whoever goes through the choices by key saves the one they stop at, and none on the way", {
  tag: ["@C5"],
}, async ({ world, manager }) => {
  await manager.goto("/settings/security");
  const life = chosen(manager, "Selections: works for");
  const row = manager.getByRole("row", { name: /^Selections/ });
  await expect(life).toHaveValue("7");
  await awake(life);
  await life.focus();
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("ArrowDown");
  await expect(life).toHaveValue("30");
  await expect(row.getByRole("button", { name: "Save" })).toBeVisible();
  expect((await settings(world))?.lives).toEqual({});
  await manager.keyboard.press("Tab");
  await expect(row.getByText("Saved")).toBeVisible();
  await life.focus();
  await manager.keyboard.press("ArrowUp");
  await manager.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: "Save" })).toBeHidden();
  await expect
    .poll(async () => (await settings(world))?.lives)
    .toEqual({ selections: 14 * 24 * 60 * 60_000 });
  const saves = await world.owner`
    select detail->>'to' as life from events where tenant_id = ${world.tenantId} and kind = 'settings.changed' order by id`;
  expect(saves.map((save) => save.life)).toEqual(["30 days", "14 days"]);
});

test("signing out everyone else asks once, and leaves only the browser that asked", {
  tag: ["@B11"],
}, async ({ world, manager }) => {
  const other = await signedIn(world, { userAgent: firefox });
  await manager.goto("/settings/security");
  await manager.getByRole("link", { name: "Sign out everyone else" }).click();
  const dialog = manager.getByRole("dialog", { name: "Sign out everyone else?" });
  await dialog.getByRole("link", { name: "Keep them signed in" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await isIn(other)).toBe(true);
  await manager.getByRole("link", { name: "Sign out everyone else" }).click();
  await dialog.getByRole("button", { name: "Sign out everyone else" }).click();
  await expect(manager.getByText("In one place.")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(await isIn(other)).toBe(false);
  expect(await isIn(manager.context())).toBe(true);
});

for (const role of ["manager", "viewer"] as const) {
  test(`a ${role} reads the rules of the office, and finds nothing to change them with`, {
    tag: ["@C3", "@C5"],
  }, async ({ world }) => {
    const email = await hire(world, "Tom Okafor", role);
    const page = await (await signedIn(world, { email })).newPage();
    await page.goto("/settings/security");
    const main = page.getByRole("main");
    await expect(main.getByText("30 days", { exact: true })).toBeVisible();
    await expect(main.getByText("Until paid", { exact: true })).toBeVisible();
    for (const control of ["combobox", "spinbutton"] as const)
      await expect(main.getByRole(control), control).toHaveCount(0);
    await expect(lengthOf(page, "Homeowners")).toHaveCount(0);
    await expect(main.getByText("Sign out everyone else")).toHaveCount(0);
    await page.goto("/settings/security/sign-out");
    await expect(page.getByRole("heading", { name: "Security" })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}

test("more than twenty sign-ins are shown when asked for, the own one first", {
  tag: ["@B11"],
}, async ({ world, manager }) => {
  await world.owner`
    insert into sessions (tenant_id, id_hash, kind, contact_id, address, device_family, last_seen_at, expires_at, ends_at)
    select ${world.tenantId}, sha256(convert_to(${world.tenantId} || n, 'UTF8')), 'client', ${world.mick}, 'mick@harbour.example',
      'Chrome on Android', now() + n * interval '1 second', now() + interval '30 days', now() + interval '180 days'
    from generate_series(1, 224) n`;
  await manager.goto("/settings/security");
  const listed = manager.getByRole("region", { name: "Where people are signed in" }).getByRole("listitem");
  await expect(manager.getByText("In 225 places.")).toBeVisible();
  await expect(listed).toHaveCount(20);
  await expect(listed.first()).toContainText("This device");
  await manager.getByRole("link", { name: "Show all 225" }).click();
  await expect(listed).toHaveCount(200);
  await manager.getByRole("link", { name: "More" }).click();
  await expect(listed).toHaveCount(26);
  await expect(listed.first()).toContainText("This device");
});

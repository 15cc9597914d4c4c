import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { awake } from "./support/awake";
import { letterTo, linkIn } from "./support/mailbox";
import { hire, signedIn } from "./support/sign-in";
import { phoneSize, signIn, test, type World } from "./support/test";
import { insert } from "./support/world";

const device = "Safari on iOS";

/** Gordon, who was in once, by e-mail; the sign-in link that he asked for by SMS was blocked. */
async function makeGordon(world: World) {
  const { owner, tenantId, suffix } = world;
  const email = `gordon-${suffix}@tully.example`;
  const phone = "+61491573770";
  const client = await insert(owner, "contacts", {
    ...{ tenant_id: tenantId, kind: "client", name: "Gordon Tully", email, phone, portal_access: true },
  });
  await insert(owner, "sessions", {
    ...{ tenant_id: tenantId, id_hash: `\\x${Buffer.from(suffix).toString("hex")}`, kind: "client" },
    ...{ contact_id: client, address: email, device_family: device },
    ...{ expires_at: new Date(), ends_at: new Date() },
  });
  const link = await insert(owner, "links", {
    ...{ tenant_id: tenantId, purpose: "portal-login", class: "single-use", contact_id: client },
    ...{ channel: "sms", address: phone, asked_from: device, expires_at: new Date(Date.now() + 1_800_000) },
    ...{ sent_at: new Date(), bounced_at: new Date(), bounce_reason: "The carrier blocks short codes" },
  });
  for (const [kind, detail] of [
    ["link.issued", { purpose: "portal-login", channel: "sms" }],
    ["link.bounced", { channel: "sms", to: phone, reason: "The carrier blocks short codes" }],
  ] as const)
    await owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, link_id, detail)
      values (${tenantId}, ${kind}, 'contact', 'Gordon Tully', ${client}, ${link}, ${owner.json(detail)})`;
  return { client, email };
}

const steps = (page: Page) => page.getByRole("complementary", { name: "Can’t get in?" });

test("the office sees where a client’s link stopped, and sends one by the other channel in one tap", {
  tag: ["@C6", "@X2"],
}, async ({ world, manager }) => {
  const { client, email } = await makeGordon(world);
  await manager.goto(`/activity?client=${client}`);
  const links = manager.getByRole("table", { name: "Links" });
  await expect(links.getByText(/^Blocked (\w{3} )?\d\d:\d\d$/)).toBeVisible();
  await expect(manager.getByText("SMS not delivered. The carrier blocks short codes")).toBeVisible();
  await expect(manager.getByText("Asked for at /client-login")).toBeVisible();
  await expect(
    steps(manager).getByRole("heading", { name: "Not delivered: try the other channel" }),
  ).toBeVisible();
  await awake(steps(manager).getByRole("button", { name: "Send by email" }));
  await steps(manager).getByRole("button", { name: "Send by email" }).click();
  const letter = await letterTo(world.origin, email);
  expect(linkIn(letter)).toContain("/l/");
  await expect(links.getByRole("row")).toHaveCount(3);
  await manager.reload();
  await expect(manager.getByText("Sign-in link issued by email")).toBeVisible();
});

test("a recovery link is shown once, lets its client in, and is on the record under the member’s name", {
  tag: ["@C7"],
}, async ({ world, manager }) => {
  const { client } = await makeGordon(world);
  await manager.goto(`/activity?client=${client}`);
  await awake(steps(manager).getByRole("button", { name: "Issue recovery link" }));
  await steps(manager).getByRole("button", { name: "Issue recovery link" }).click();
  const shown = manager.getByLabel("Works once, for 30 minutes. We can’t show it again.");
  await expect(shown).toHaveValue(/\/l\/[0-9A-Za-z]{64}$/);
  const link = await shown.inputValue();
  await manager.reload();
  await expect(manager.getByText("Recovery link shown once, to pass on")).toBeVisible();
  expect(await manager.content()).not.toContain(link.split("/").at(-1));
  const gordons = await (await world.browse(phoneSize)).newPage();
  await gordons.goto(link);
  await gordons.getByRole("button", { name: "Continue as Gordon" }).click();
  await gordons.waitForURL("**/portal**");
  await gordons.goto("/client-login");
  await manager.reload();
  await expect(manager.getByText("Recovery link used and spent. Session started")).toBeVisible();
});

test("the activity is narrowed by keyboard alone, and its address keeps how", { tag: ["@C6"] }, async ({
  world,
  manager,
}) => {
  const { client } = await makeGordon(world);
  await manager.goto("/activity");
  await manager.getByLabel("Filter", { exact: true }).focus();
  await manager.keyboard.press("Enter");
  await manager.keyboard.press("Tab");
  await manager.keyboard.type("gord");
  await expect(manager.getByText("One client fits.")).toBeVisible();
  await manager.keyboard.press("Tab");
  await manager.keyboard.press("Enter");
  await manager.waitForURL(new RegExp(`client=${client}`));
  await manager.getByLabel("Filter", { exact: true }).press("Enter");
  await manager.getByRole("link", { name: "Links and sign-ins", exact: true }).press("Enter");
  await manager.waitForURL(/about=links/);
  await manager.getByLabel(/^How far back/).press("Enter");
  await manager.getByRole("link", { name: "All time" }).press("Enter");
  await manager.waitForURL(/days=all/);
  await manager.reload();
  await manager.getByRole("link", { name: /^Client: Gordon Tully/ }).press("Enter");
  await expect(manager).not.toHaveURL(/client=/);
  await expect(manager).toHaveURL(/about=links&days=all/);
});

test("Can’t get in? on a client’s page leads to their links, and says in the activity who opened it after a call", {
  tag: ["@C6"],
}, async ({ world, manager }) => {
  const { client } = await makeGordon(world);
  await manager.goto(`/clients/${client}`);
  await manager.getByRole("button", { name: "Can’t get in?" }).click();
  await manager.waitForURL(`**/activity?client=${client}`);
  await expect(manager.getByText("Priya Nair opened this client after a call")).toHaveCount(1);
  await manager.reload();
  await expect(manager.getByText("Priya Nair opened this client after a call")).toHaveCount(1);
});

test("what is shown is exported as CSV, and the export is itself in the activity", { tag: ["@C6"] }, async ({
  world,
  manager,
}) => {
  const { client } = await makeGordon(world);
  await manager.goto(`/activity?client=${client}`);
  const [file] = await Promise.all([
    manager.waitForEvent("download"),
    manager.getByRole("button", { name: "Export CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("activity.csv");
  const csv = await readFile(await file.path(), "utf8");
  expect(csv).toContain("SMS not delivered. The carrier blocks short codes,0491 573 770,Gordon Tully");
  await manager.reload();
  await expect(manager.getByText(/^Activity exported as CSV, \d+ events$/)).toBeVisible();
});

test("without script a client is found, sent a link, given a recovery link and exported", {
  tag: ["@C6", "@C7"],
}, async ({ world }) => {
  const { email } = await makeGordon(world);
  await world.owner`
    insert into contacts (tenant_id, kind, name, email)
    select ${world.tenantId}, 'client', 'Zoe ' || n, 'zoe' || n || ${`-${world.suffix}@quill.example`} from generate_series(1, 9) n`;
  const browser = await signedIn(world, { javaScriptEnabled: false });
  const page = await browser.newPage();
  await page.goto("/activity?q=zoe");
  await expect(page.getByText("More fit. Look for more words.")).toBeVisible();
  await page.goto("/activity?q=gord");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Gordon Tully, .*@tully/ })
    .click();
  await steps(page).getByRole("button", { name: "Send by email" }).click();
  await letterTo(world.origin, email);
  await steps(page).getByRole("button", { name: "Issue recovery link" }).click();
  await expect(page.getByLabel("Works once, for 30 minutes. We can’t show it again.")).toHaveValue(/\/l\//);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("activity.csv");
});

test("a viewer sees the steps and can take none of them", { tag: ["@C6"] }, async ({ world }) => {
  const { client } = await makeGordon(world);
  const helen = await hire(world, "Helen Ostrowski", "viewer");
  const page = await (await signedIn(world, { email: helen })).newPage();
  await page.goto(`/activity?client=${client}`);
  await expect(steps(page).getByText("Still stuck: recovery link")).toBeVisible();
  await expect(steps(page).getByRole("button")).toHaveCount(0);
});

test("the activity of nobody’s client, or of another office’s, shows nothing", { tag: ["@C6"] }, async ({
  world,
  manager,
}) => {
  const elsewhere = await world.owner<{ id: string }[]>`
    insert into tenants (slug, name, kind, time_zone) values (${`other-${world.suffix}`}, 'Elsewhere', 'shop', 'UTC') returning id`;
  const stranger = await insert(world.owner, "contacts", {
    ...{ tenant_id: elsewhere[0]?.id ?? "", kind: "client", name: "Nora Quill", email: "nora@quill.example" },
  });
  const scriptless = await (await signedIn(world, { javaScriptEnabled: false })).newPage();
  for (const page of [manager, scriptless]) {
    for (const id of [stranger, crypto.randomUUID()]) {
      await page.goto(`/activity?client=${id}`);
      await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
      await expect(page.getByText("Nora Quill")).toHaveCount(0);
      await expect(steps(page)).toHaveCount(0);
    }
  }
});

test("an export by somebody who is no longer signed in leads to the sign-in page", { tag: ["@C6"] }, async ({
  manager,
}) => {
  await manager.goto("/activity");
  await manager.context().clearCookies();
  await manager.getByRole("button", { name: "Export CSV" }).click();
  await expect(manager).toHaveURL(/\/sign-in$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the activity is accessible, and fits a small phone, ${colorScheme}`, { tag: ["@D3"] }, async ({
    world,
  }) => {
    const { client } = await makeGordon(world);
    const page = await (
      await world.browse({ viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme })
    ).newPage();
    await signIn(page, world);
    for (const path of ["/activity?days=all", `/activity?client=${client}`, "/activity?q=gord"]) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, path).toBe(0);
      await isAccessible(page);
    }
    await page.goto(`/activity?client=${client}`);
    for (const menu of [page.getByLabel("Filter", { exact: true }), page.getByLabel(/^How far back/)]) {
      await menu.click();
      const panel = await menu.locator("xpath=..").locator("> div").boundingBox();
      expect(panel && panel.x >= 0 && panel.x + panel.width <= 320).toBe(true);
      await page.keyboard.press("Escape");
    }
  });
}

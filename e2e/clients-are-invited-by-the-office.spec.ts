import { expect, type Page } from "@playwright/test";
import { lettersTo, letterTo, linkIn } from "./support/mailbox";
import { hire } from "./support/sign-in";
import { phoneSize, signIn, test, type World } from "./support/test";
import { insert } from "./support/world";

/** Ellen and her partner Tom, at addresses of this test’s own, written down in the office’s form. */
async function addEllen(page: Page, { suffix }: World, { portal = true } = {}) {
  const [ellen, tom] = [`ellen-${suffix}@marsh.example`, `tom-${suffix}@marsh.example`];
  await page.goto("/clients/new");
  const [client, partner] = [
    page.getByRole("group", { name: "Client" }),
    page.getByRole("group", { name: "Partner" }),
  ];
  await client.getByLabel("Name").fill("Ellen Marsh");
  await client.getByLabel("Email").fill(ellen.toUpperCase());
  await partner.getByLabel("Name").fill("Tom Marsh");
  await partner.getByLabel("Email").fill(tom);
  if (portal) await page.getByLabel(/^Portal access/).check();
  await page.getByRole("button", { name: "Add client" }).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  return { ellen, tom };
}

test("a client whose portal is opened and their partner each get a link of their own, and the office sees it arrive", {
  tag: ["@B4", "@B18"],
}, async ({ world, manager }) => {
  const { ellen, tom } = await addEllen(manager, world);
  const [hers, his] = [await letterTo(world.origin, ellen), await letterTo(world.origin, tom)];
  expect(hers.subject).toContain("Client Portal Access");
  expect(linkIn(hers)).not.toBe(linkIn(his));
  await manager.reload();
  const access = manager.getByRole("region", { name: "Portal access" });
  await expect(access.getByText(/^(Sent|Delivered) (\w{3} )?\d\d:\d\d$/)).toHaveCount(2);
});

test("the office sends an invitation again, and the fourth in an hour is told the time at which it may", {
  tag: ["@B18", "@B14"],
}, async ({ world, manager }) => {
  const { ellen } = await addEllen(manager, world);
  await letterTo(world.origin, ellen);
  const again = manager.getByRole("button", { name: `Send again to ${ellen} by email` });
  for (const count of [2, 3]) {
    await again.click();
    await expect.poll(async () => (await lettersTo(world.origin, ellen)).length).toBe(count);
  }
  await again.click();
  await expect(
    manager.getByText(
      /^We send up to three links an hour to one address\. You can send again at \d\d:\d\d\.$/,
    ),
  ).toBeVisible();
  expect(await lettersTo(world.origin, ellen)).toHaveLength(3);
});

test("an address that another client has is refused beside its field, and what was typed stays", {
  tag: ["@B13"],
}, async ({ world, manager }) => {
  const { tom } = await addEllen(manager, world, { portal: false });
  await manager.goto("/clients/new");
  const client = manager.getByRole("group", { name: "Client" });
  await client.getByLabel("Name").fill("Rui Costa");
  await client.getByLabel("Email").fill(tom);
  await manager.getByRole("button", { name: "Add client" }).click();
  await expect(manager.getByText(`${tom} is the address of Tom Marsh, Ellen Marsh’s partner.`)).toBeVisible();
  await expect(client.getByLabel("Name")).toHaveValue("Rui Costa");
});

test("a project of a client holds a document, which is sent to the partner alone, and is closed", {
  tag: ["@B18"],
}, async ({ world, manager }) => {
  const { ellen, tom } = await addEllen(manager, world, { portal: false });
  await manager.getByRole("link", { name: "New project" }).click();
  await manager.getByLabel("Project", { exact: true }).fill("Kitchen and rear addition");
  await manager.getByRole("button", { name: "Add project" }).click();
  await manager.getByLabel("New document").click();
  await manager.getByRole("button", { name: "New invoice" }).click();
  await manager.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  await manager.getByRole("textbox", { name: "Title" }).fill("Deposit");
  await manager.getByRole("textbox", { name: "Text" }).fill("Half of it, before we begin.");
  await manager.getByLabel("Line 1, what it is").fill("First stage");
  await manager.getByLabel("Line 1, Price").fill("1200");
  await manager.getByRole("button", { name: `Send to ${tom} by email` }).click();
  const letter = await letterTo(world.origin, tom);
  expect(letter.subject).toBe("Your deposit is $1,320.00");
  expect(await lettersTo(world.origin, ellen)).toEqual([]);
  await expect(manager.getByRole("button", { name: `Send again to ${tom} by email` })).toBeVisible();
  await expect(manager.getByText("Half of it, before we begin.")).toBeVisible();
  await manager.getByText("Make the invoice void").click();
  await manager.getByLabel("Why").fill("Written twice");
  await manager.getByRole("button", { name: "Make it void for good" }).click();
  await expect(manager.getByText(/^No longer applies \d\d:\d\d$/)).toBeVisible();
});

test("a viewer reads a client on a phone, and is offered nothing to change", async ({ world, manager }) => {
  await addEllen(manager, world);
  const viewer = await hire(world, "Vera Quill", "viewer");
  const page = await (await world.browse(phoneSize)).newPage();
  await signIn(page, world, viewer);
  await page.goto(manager.url());
  await expect(page.getByRole("heading", { name: "Ellen Marsh" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`a client’s form that somebody was faster than says what they changed, and keeps what was typed, ${how} script`, async ({
    world,
    manager,
  }) => {
    await addEllen(manager, world, { portal: false });
    const page = await (await world.browse({ javaScriptEnabled })).newPage();
    await signIn(page, world);
    await page.goto(`${manager.url()}/edit`);
    await manager.getByRole("link", { name: "Edit" }).click();
    await manager.getByRole("checkbox", { name: /^Active/ }).uncheck();
    await manager.getByRole("button", { name: "Save changes" }).click();
    await expect(manager.getByText("Not active", { exact: true })).toBeVisible();
    const name = page.getByRole("group", { name: "Client" }).getByLabel("Name");
    await name.fill("Ellen Ode");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(
      page.getByText(/changed active from yes to no\. That was while you were looking/),
    ).toBeVisible();
    await expect(name).toHaveValue("Ellen Ode");
    await page.getByRole("checkbox", { name: /^Active/ }).uncheck();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { name: "Ellen Ode" })).toBeVisible();
  });
}

test("without script a draft is saved and sent in one tap, and closing it asks once more", async ({
  world,
  manager,
}) => {
  const { ellen } = await addEllen(manager, world, { portal: false });
  const page = await (await world.browse({ javaScriptEnabled: false })).newPage();
  await signIn(page, world);
  await page.goto(`${manager.url()}/documents/new`);
  await page.getByLabel("Kind").selectOption({ label: "Invoice" });
  await page.getByRole("textbox", { name: "Title" }).fill("Deposit");
  await page.getByRole("button", { name: "Add document" }).click();
  await page.getByLabel("Line 1, what it is").fill("First stage");
  await page.getByLabel("Line 1, Price").fill("1200");
  await page
    .getByRole("region", { name: "Lines" })
    .getByRole("button", { name: "Save", exact: true })
    .click();
  await expect(page.getByText("$1,320.00")).toBeVisible();
  await page.getByRole("textbox", { name: "Title" }).fill("Deposit for the kitchen");
  await page.getByRole("button", { name: `Save and send to ${ellen} by email` }).click();
  expect((await letterTo(world.origin, ellen)).subject).toBe("Your deposit for the kitchen is $1,320.00");
  await page.getByText("Make the invoice void").click();
  await page.getByLabel("Why").fill("Written twice");
  await page.getByRole("button", { name: "Make it void for good" }).click();
  await expect(page.getByText(/^No longer applies/).first()).toBeVisible();
});

test("a document under another client’s address is not there", async ({ world, manager }) => {
  const [one, other] = [await makeClient(world, "Ana Costa"), await makeClient(world, "Jo Bell")];
  const id = await insert(world.owner, "documents", {
    ...{ tenant_id: world.tenantId, contact_id: one, kind: "invoice", title: "Deposit" },
  });
  expect((await manager.goto(`/clients/${one}/documents/${id}`))?.status()).toBe(200);
  expect((await manager.goto(`/clients/${other}/documents/${id}`))?.status()).toBe(404);
});

const makeClient = (world: World, name: string) =>
  insert(world.owner, "contacts", {
    tenant_id: world.tenantId,
    kind: "client",
    name,
    email: "jo@bell.example",
  });

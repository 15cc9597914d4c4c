import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { clientIn, nextLetter, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { atReadwell, desk, officePage, sam } from "./support/readwell-office";
import { phoneSize, test } from "./support/test";
import { insert } from "./support/world";

const region = (page: Page, name: string) => page.getByRole("region", { name });

test("a document is begun from its project, keeps itself, is sent twice and taken back, and its links’ life is told", {
  tag: ["@B18", "@X2"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const { tom } = readwell.address;
  await page.goto(`/projects/${readwell.kitchen}`);
  await page.getByLabel("New document").click();
  await page.getByRole("button", { name: "New invoice" }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  await page.getByRole("textbox", { name: "Title" }).fill("Deposit");
  await page.getByRole("textbox", { name: "Text" }).fill("Half of it, before we begin.");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Half of it, before we begin.");
  await page.getByLabel("Line 1, what it is").fill("First stage");
  await page.getByLabel("Line 1, Price").fill("1200");
  await page.getByRole("textbox", { name: "Text" }).fill("Half of it, by card.");
  const send = page.getByRole("button", { name: `Send to ${tom} by email` });
  const letter = await nextLetter(world, tom, () => send.click());
  await expect(page.getByText("Half of it, by card.")).toBeVisible();
  const life = region(page, "Links").getByRole("row", { name: /Tom Marsh/ });
  await expect(life).toContainText("Not opened");
  const his = await (await world.browse(phoneSize)).newPage();
  await his.goto(letter.link);
  await expect(his.getByText("Half of it, by card.")).toBeVisible();
  await expect(life, "without a reload").not.toContainText("Not opened");
  await nextLetter(world, tom, () =>
    page.getByRole("button", { name: `Send again to ${tom} by email` }).click(),
  );
  await expect(life).toHaveCount(2);
  await page.getByText("Make the invoice void").click();
  await page.getByLabel("Why").fill("Written twice");
  await page.getByRole("button", { name: "Make it void for good" }).click();
  await expect(page.getByText(/^No longer applies/).first()).toBeVisible();
  await expect(life.first()).toContainText("Settled");
  await his.reload();
  await expect(his.getByText("Half of it, by card.")).toHaveCount(0);
});

test("what a client asks stands in an open inbox at once, and the reply that is written from there reaches them", {
  tag: ["@A4", "@B18"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const { ellen } = readwell.address;
  const id = await makeDocument(world.owner, readwell, "invoice");
  await world.owner`update documents set title = 'Deposit', addressed_to = array[${ellen}] where id = ${id}`;
  await page.goto("/inbox");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const hers = await clientIn(world, ellen);
  const asked = await hers.request.post(`${pageOf("invoice", id)}/ask`, {
    form: { words: "Is this with tax?" },
    maxRedirects: 0,
  });
  expect(asked.status()).toBe(303);
  const row = page.getByRole("link", { name: /Deposit.*Ellen Marsh.*Question.*Is this with tax\?/ });
  await expect(row).toBeVisible();
  await expect(page.getByRole("link", { name: "Inbox 1" }).first()).toBeVisible();
  await row.click();
  await expect(page.getByRole("heading", { level: 1, name: "Deposit" })).toBeVisible();
  await page.getByLabel("Reply to Ellen Marsh").fill("Yes, with tax.");
  const reply = await nextLetter(world, ellen, () =>
    page.getByRole("button", { name: "Send reply" }).click(),
  );
  expect(reply.text).toContain("Yes, with tax.");
  await expect(page.getByLabel("Reply to Ellen Marsh")).toHaveCount(0);
  await expect(region(page, "Questions").getByText("Yes, with tax.")).toBeVisible();
  await page.goto("/inbox");
  await expect(page.getByText(/^Nothing right now/)).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a document is written once more for another client, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    world,
  }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    const id = await makeDocument(world.owner, readwell, "invoice");
    const of = { tenant_id: readwell.tenantId };
    const rui = await insert(world.owner, "contacts", { ...of, kind: "client", name: "Rui Costa" });
    await insert(world.owner, "projects", { ...of, contact_id: rui, name: "Bath" });
    await page.goto(officePage(readwell, id));
    await page.getByRole("link", { name: "Duplicate" }).click();
    await page.getByLabel("For", { exact: true }).selectOption({ label: "Rui Costa" });
    await page.getByRole("button", { name: "Choose this client" }).click();
    await page.getByLabel("Project of Rui Costa").selectOption({ label: "Bath" });
    await page.getByRole("button", { name: "Duplicate for Rui Costa" }).click();
    await page.waitForURL(new RegExp(`/clients/${rui}/documents/(?!${id})[0-9a-f-]{36}$`));
    await expect(page.getByText("Draft", { exact: true })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(/white oak/);
  });

  test(`a draft’s day and its keeper are set, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    world,
  }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    await insert(world.owner, "members", {
      ...{ tenant_id: readwell.tenantId, name: "June Okafor", role: "manager" },
      email: `june-${readwell.suffix}@readwell.example`,
    });
    const id = await makeDocument(world.owner, readwell, "invoice");
    await page.goto(officePage(readwell, id));
    await page.getByLabel("To be paid by").fill("2031-05-02");
    await page.getByRole("button", { name: "Save the day" }).click();
    await expect(page.getByText("By Fri, May 2")).toBeVisible();
    if (javaScriptEnabled) await awake(page.getByLabel("Looked after by", { exact: true }));
    await page.getByLabel("Looked after by", { exact: true }).selectOption({ label: "June Okafor" });
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Save Looked after by" }).click();
    const keeper = async () =>
      (
        await world.owner<{ name: string }[]>`
          select m.name from documents d join members m on m.id = d.member_id where d.id = ${id}`
      )[0]?.name;
    await expect.poll(keeper).toBe("June Okafor");
  });
}

test("the menu of a contract leads to where it is sent and ended, and offers no end of one that all have signed", {
  tag: ["@B6"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const id = await makeDocument(world.owner, readwell, "contract");
  const tapInMenu = async (name: string) => {
    await page.goto(`/clients/${readwell.ellen}`);
    await page.getByLabel("More for Kitchen and rear addition").click();
    await page.getByRole("link", { name }).click();
    await page.waitForURL(/#/);
    return page.locator(new URL(page.url()).hash);
  };
  await expect(await tapInMenu("Send again")).toHaveText("Who signs");
  await expect(await tapInMenu("Make the contract void")).toHaveText("Change it, or end it");
  await world.owner`update contracts set completed_at = now() where document_id = ${id}`;
  await world.owner`update documents set answered_at = now(), answered_as = 'complete' where id = ${id}`;
  await expect(await tapInMenu("Send again")).toHaveText("Who signs");
  await page.goto(`/clients/${readwell.ellen}`);
  await page.getByLabel("More for Kitchen and rear addition").click();
  await expect(page.getByRole("link", { name: "Duplicate" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Make the contract void" })).toHaveCount(0);
});

test("who signs next and can’t be sent a link is named with what to do, and what waits is noted, without script", {
  tag: ["@B6", "@X2"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled: false });
  const id = await makeDocument(world.owner, readwell, "contract");
  await world.owner`update contacts set partner_email = null, partner_phone = null where id = ${readwell.ellen}`;
  await world.owner`update documents set waits_since = now(), waits_for = 'undelivered' where id = ${id}`;
  await page.goto(officePage(readwell, id));
  await expect(region(page, "Who signs").getByText(/^No address, so no link can be sent/)).toBeVisible();
  await expect(page.getByText(/^Somebody didn’t get their link/)).toBeVisible();
  await page.getByRole("button", { name: "Noted" }).click();
  await expect(page.getByText(/^Somebody didn’t get their link/)).toBeHidden();
  await expect(region(page, "History").getByText("Noted that a link did not get there")).toBeVisible();
});

test("a viewer reads a project and its documents, and is offered nothing to change", async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const [sent, draft] = [
    await makeDocument(world.owner, readwell, "invoice"),
    await makeDocument(world.owner, readwell, "invoice", { draft: true }),
  ];
  await world.owner`update members set role = 'viewer' where id = ${readwell.sam}`;
  const page = await (await sam(world, readwell)).newPage();
  for (const path of [
    `/projects/${readwell.kitchen}`,
    officePage(readwell, sent),
    officePage(readwell, draft),
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const main = page.getByRole("main");
    await expect(main.getByRole("button")).toHaveCount(0);
    await expect(main.getByRole("textbox")).toHaveCount(0);
    await expect(main.getByRole("link", { name: /Duplicate|Send|void/ })).toHaveCount(0);
  }
  await page.goto(`${officePage(readwell, sent)}/duplicate`);
  await expect(page).toHaveURL(officePage(readwell, sent));
});

test("a project’s documents are begun by key alone, and Esc closes the menu that begins them", async ({
  world,
}) => {
  const { readwell, page } = await atReadwell(world);
  await page.goto(`/projects/${readwell.kitchen}`);
  const menu = page.getByLabel("New document");
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "New contract" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "New contract" })).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "New contract" })).toBeFocused();
  await page.getByRole("button", { name: "New invoice" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
});

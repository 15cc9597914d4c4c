import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { awake } from "./support/awake";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { letterTo } from "./support/mailbox";
import { invoicePdf } from "./support/pdf";
import { phoneSize, signIn, test, type World } from "./support/test";

const desk = { viewport: { width: 1280, height: 1000 } };

/** Ellen and Tom with a contract that is late, a sheet to choose from, a scope and a deposit. */
async function withWork(world: World): Promise<Readwell & { contract: string }> {
  const readwell = await makeReadwell(world.owner);
  const made = async (kind: "contract" | "selections" | "scope" | "invoice", title: string, due: number) => {
    const id = await makeDocument(world.owner, readwell, kind);
    await world.owner`update documents set title = ${title}, due_on = current_date + ${due}::int where id = ${id}`;
    return id;
  };
  await made("invoice", "Deposit", 14);
  await made("selections", "Kitchen finishes", 6);
  await made("scope", "Electrical scope", 9);
  return { ...readwell, contract: await made("contract", "Construction contract", -3) };
}

const tasks = (page: Page) => page.getByRole("region", { name: "Needs you" }).getByRole("listitem");

for (const javaScriptEnabled of [true, false]) {
  test(`home says what needs this very person, the soonest due first, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@D3"],
  }, async ({ world }) => {
    const readwell = await withWork(world);
    const page = await (
      await clientIn(world, readwell.address.ellen, { ...desk, javaScriptEnabled })
    ).newPage();
    await page.goto("/portal");
    await expect(page.getByRole("heading", { level: 1, name: "Kitchen and rear addition" })).toBeVisible();
    await expect(tasks(page)).toHaveText([
      /Sign the construction contract.*You and Tom each sign.*Was due/,
      /Choose two selections.*Countertops, backsplash.*By/,
      /Approve the electrical scope.*lines, \$[\d,.]+.*By/,
      /Pay the deposit.*Due/,
    ]);
    await world.owner`
      update contract_signees set signed_at = now(), confirmed_at = now() where document_id = ${readwell.contract} and person = 'primary'`;
    await page.goto("/portal");
    await expect(tasks(page)).toHaveCount(3);
    await expect(page.getByText("Waiting for Tom to sign")).toBeVisible();
    const toms = await (
      await clientIn(world, readwell.address.tom, { ...desk, javaScriptEnabled })
    ).newPage();
    await toms.goto("/portal");
    await expect(tasks(toms).first()).toContainText("Ellen has signed");
    await tasks(toms).first().getByRole("link").click();
    await expect(toms).toHaveURL(pageOf("contract", readwell.contract));
  });
}

test("the lists lead to everything, a phone has four at its foot, and what is empty says what will come", {
  tag: ["@D3"],
}, async ({ world }) => {
  const readwell = await withWork(world);
  const phone = await (await clientIn(world, readwell.address.ellen)).newPage();
  await phone.goto("/portal");
  const foot = phone.getByRole("navigation", { name: "Portal" });
  await expect(foot.getByRole("link")).toHaveText(["Home", "Documents", "Billing", "Selections"]);
  await foot.getByRole("link", { name: "Documents" }).click();
  await expect(phone.getByRole("list", { name: "Documents" }).getByRole("listitem")).toHaveCount(4);
  await foot.getByRole("link", { name: "Billing" }).click();
  await expect(phone.getByRole("list", { name: "Billing" }).getByRole("listitem")).toHaveText(/Deposit/);
  const other = await makeReadwell(world.owner);
  await world.owner`update projects set closed_at = now() where id = ${other.kitchen}`;
  const empty = await (await clientIn(world, other.address.ellen)).newPage();
  await empty.goto("/portal");
  await expect(empty.getByRole("heading", { name: "Hello, Ellen" })).toBeVisible();
  await expect(empty.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
});

test("where home can’t be read it says so in the shop’s own page, with another try and the shop’s number", {
  tag: ["@D3"],
}, async ({ world }) => {
  const readwell = await withWork(world);
  const page = await (
    await clientIn(world, readwell.address.ellen, { ...phoneSize, javaScriptEnabled: false })
  ).newPage();
  await world.owner`update tenants set locale = 'no such locale' where id = ${readwell.tenantId}`;
  await page.goto("/portal");
  await expect(page.getByRole("heading", { name: "We couldn’t show this just now" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^Call/ })).toHaveAttribute(
    "href",
    "tel:+15125550110",
  );
  await world.owner`update tenants set locale = 'en-US' where id = ${readwell.tenantId}`;
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(tasks(page)).toHaveCount(4);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a question goes from a document’s page to the office, and its answer comes back, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@D3"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const invoice = await makeDocument(world.owner, readwell, "invoice");
    const browser = await clientIn(world, readwell.address.ellen, { ...phoneSize, javaScriptEnabled });
    const page = await browser.newPage();
    await page.goto(pageOf("invoice", invoice));
    const block = page.getByRole("region", { name: /question/i });
    await block.getByLabel("Your question").fill("What is the second line for?");
    await block.getByRole("button", { name: "Send question" }).click();
    const told = await letterTo(world.origin, `sam-${readwell.suffix}@readwell.example`);
    expect(told.text).toContain("What is the second line for?");
    await expect(page).toHaveURL(`${pageOf("invoice", invoice)}#ask`);
    await expect(block, "whoever asked reads on where they asked").toBeFocused();
    await expect(block.getByText("has your question")).toBeInViewport();
    await world.owner`
      update document_questions set answer = 'The filter.', member_id = ${readwell.sam}, answered_at = now() where document_id = ${invoice}`;
    await page.goto(pageOf("invoice", invoice));
    await expect(block.getByText("The filter.")).toBeVisible();
    await expect(block.getByText("Sam Reyes")).toBeVisible();
    const blank = await browser.request.post(`${pageOf("invoice", invoice)}/ask`, {
      form: { words: " " },
      maxRedirects: 0,
    });
    expect(blank.headers().location).toMatch(/\?do=ask&kept=/);
    await page.goto(blank.headers().location ?? "");
    await expect(block.getByRole("alert")).toHaveText("Write what you’d like to know.");
    await expect(block.getByRole("alert")).toBeInViewport();
    await block.getByLabel("Ask another question").fill("Is it the old price?");
    await world.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${invoice}`;
    await block.getByRole("button", { name: "Send question" }).click();
    await expect(block.getByRole("alert")).toContainText("This is over, so nothing was changed.");
    await expect(block.getByRole("alert")).toContainText("You wrote: “Is it the old price?”");
  });
}

test("what the office shares is the client’s to download until it is taken back, and nobody else’s", {
  tag: ["@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const office = await (await world.browse({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(office, world, `sam-${readwell.suffix}@readwell.example`);
  await office.goto(`/projects/${readwell.kitchen}`);
  const section = office.getByRole("region", { name: "Shared files" });
  await section.getByLabel("Share a file").setInputFiles({
    name: "plans.pdf",
    mimeType: "application/pdf",
    buffer: invoicePdf(),
  });
  await section.getByLabel("What it is").fill("Plans, revision C");
  await section.getByRole("button", { name: "Share with the client" }).click();
  await expect(section.getByRole("link", { name: "Plans, revision C" })).toBeVisible();
  const browser = await clientIn(world, readwell.address.tom, desk);
  const page = await browser.newPage();
  await page.goto("/portal");
  const href = await page.getByRole("link", { name: /Plans, revision C/ }).getAttribute("href");
  const file = await browser.request.get(href ?? "");
  expect([file.status(), file.headers()["content-disposition"]]).toEqual([
    200,
    expect.stringContaining("attachment"),
  ]);
  const stranger = await clientIn(world, (await makeReadwell(world.owner)).address.ellen);
  expect((await stranger.request.get(href ?? "")).status()).toBe(404);
  expect((await (await world.browse()).request.get(href ?? "")).status()).toBe(401);
  await section.getByRole("button", { name: "Take back Plans, revision C" }).click();
  await expect(section.getByRole("link", { name: "Plans, revision C" })).toHaveCount(0);
  expect((await browser.request.get(href ?? "")).status()).toBe(404);
});

test("the office says where a project stands and whom its client meets", { tag: ["@D3"] }, async ({
  world,
}) => {
  const readwell = await withWork(world);
  const office = await (await world.browse({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(office, world, `sam-${readwell.suffix}@readwell.example`);
  await office.goto(`/projects/${readwell.kitchen}/edit`);
  await office.getByLabel("Where").fill("118 Quarry Bend, Austin, TX 78746");
  await office.getByLabel("Work begins").fill("2031-05-12");
  await awake(office.getByLabel("Stages"));
  await office.getByLabel("Stages").fill("Design\nBuild\nHandover");
  await office.getByLabel("Now in").selectOption("Build");
  await office.getByLabel("Sam Reyes").check();
  await office.getByRole("button", { name: "Save changes" }).click();
  await expect(office).toHaveURL(`/projects/${readwell.kitchen}`);
  const page = await (await clientIn(world, readwell.address.ellen, desk)).newPage();
  await page.goto("/portal");
  await expect(
    page.getByText("118 Quarry Bend, Austin, TX 78746. Building starts Monday, May 12."),
  ).toBeVisible();
  await expect(page.getByRole("list", { name: "Stages" }).locator("[aria-current=step]")).toHaveText(
    "Build, now",
  );
  const people = page.getByRole("region", { name: "People" }).getByRole("listitem");
  await expect(people).toHaveText([/Sam Reyes/, /Tom Marsh\s*Has their own link/]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the portal’s own pages, ${colorScheme}`, { tag: ["@D3"] }, async ({ world }) => {
    const readwell = await withWork(world);
    await makeDocument(world.owner, readwell, "appointment");
    for (const size of [desk, phoneSize]) {
      const page = await (await clientIn(world, readwell.address.ellen, { ...size, colorScheme })).newPage();
      for (const path of ["", "/documents", "/billing", "/selections", "/appointments", "/people"]) {
        await page.goto(`/portal${path}`);
        await isAccessible(page);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, path).toBe(0);
      }
      await page.getByRole("button", { name: /You’re here as/ }).click();
      await expect(page.getByRole("link", { name: "Devices" })).toBeVisible();
      await isAccessible(page);
    }
  });
}

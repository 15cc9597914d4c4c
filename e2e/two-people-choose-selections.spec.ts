import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { isAccessible } from "./support/accessible";
import { clientIn, nextLetter, pageOf, sentDocument } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { lettersTo } from "./support/mailbox";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const desk = { viewport: { width: 1440, height: 900 } };

/** A sheet that Sam looks after, as it was sent to both. */
async function sheetFor(world: World, readwell: Readwell) {
  const id = await makeDocument(world.owner, readwell, "selections");
  const { ellen, tom } = readwell.address;
  await world.owner`
    update documents set member_id = ${readwell.sam}, addressed_to = ${[ellen, tom]} where id = ${id}`;
  return { id, page: pageOf("selections", id), office: `/clients/${readwell.ellen}/documents/${id}` };
}

const total = (page: Page) => page.getByRole("region", { name: "Running total" });
const option = (page: Page, name: string) => page.getByRole("radio", { name });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without a script";

  test(`two people choose, differ, agree and send all of it in, and the office approves it${how}`, {
    tag: ["@B8"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const sheet = await sheetFor(world, readwell);
    const { address } = readwell;
    const ellen = await (await clientIn(world, address.ellen, { ...desk, javaScriptEnabled })).newPage();
    const tom = await (await clientIn(world, address.tom, { ...phoneSize, javaScriptEnabled })).newPage();

    await ellen.goto(sheet.page);
    await expect(ellen.getByRole("heading", { level: 1, name: "Countertops" })).toBeVisible();
    await expect(ellen.getByText("Your allowance is $4,200.00 for 42 sq ft, installed.")).toBeVisible();
    await option(ellen, "Soapstone, oiled +$1,260.00").check();
    if (javaScriptEnabled) await expect(total(ellen)).toContainText("Over by$1,260.00");
    await ellen.getByRole("button", { name: "Save and go to backsplash" }).click();
    await expect(ellen.getByRole("heading", { level: 1, name: "Backsplash" })).toBeVisible();
    await option(ellen, "White zellige +$150.50").check();
    if (!javaScriptEnabled) await ellen.getByRole("button", { name: "Save", exact: true }).click();
    await expect(total(ellen)).toContainText("Over by$1,410.50");

    await expect.poll(() => chosen(world, sheet.id)).toBe(2);
    await tom.goto(sheet.page);
    await expect(tom.getByText("Ellen’s choice")).toBeVisible();
    await option(tom, "Maple butcher block −$980.00").check();
    if (!javaScriptEnabled) await tom.getByRole("button", { name: "Send all to Readwell Builders" }).click();
    await expect(tom.getByText("You and Ellen chose differently.")).toBeVisible();
    await expect(total(tom)).toContainText("CountertopsYou two differ");

    await ellen.goto(sheet.page);
    await expect(ellen.getByRole("link", { name: "Countertops You two differ" })).toBeVisible();
    await expect(ellen.getByRole("button", { name: "Send all" })).toHaveCount(0);
    await ellen.getByText("Leave a note for Sam").click();
    await ellen.getByLabel("Your note for Sam").fill("Oiled every spring?");
    await ellen.getByRole("button", { name: "Take Tom’s choice" }).click();
    await expect(total(ellen)).toContainText("Under by$829.50");
    await expect(ellen.getByText("Oiled every spring?").first(), "kept by that tap").toBeVisible();
    await ellen.getByRole("button", { name: "Send all to Readwell Builders" }).click();
    await expect(ellen.getByText("You sent this in.")).toBeVisible();
    await expect(ellen.getByRole("radio")).toHaveCount(0);
    await tom.reload();
    await expect(tom.getByText("Ellen sent this in.")).toBeVisible();

    const sam = `sam-${readwell.suffix}@readwell.example`;
    await expect
      .poll(async () => (await lettersTo(world.origin, sam)).map(({ subject }) => subject).sort())
      .toEqual(["left a note on", "sent in"].map((did) => `Ellen Marsh ${did} “Kitchen and rear addition”`));
    const office = await (await signedIn(world, { email: sam, javaScriptEnabled, ...desk })).newPage();
    await office.goto(sheet.office);
    const backsplash = office
      .getByRole("listitem")
      .filter({ has: office.getByRole("heading", { name: "Backsplash" }) });
    await backsplash.getByText("Give it back: Backsplash").click();
    await backsplash.getByLabel("Why").fill("Zellige comes in June. The wall, or wait?");
    const again = await nextLetter(world, address.tom, () =>
      backsplash.getByRole("button", { name: "Give it back" }).click(),
    );
    expect(again.link).toContain("/l/");
    await ellen.goto(sheet.page);
    await expect(ellen.getByText("Zellige comes in June.")).toBeVisible();
    await ellen.getByRole("radio", { name: "Not for us" }).check();
    await ellen.getByRole("button", { name: "Send all to Readwell Builders" }).click();
    await expect(ellen.getByText("You sent this in.")).toBeVisible();
    await office.goto(sheet.office);
    await nextLetter(world, address.ellen, () =>
      office.getByRole("button", { name: "Approve all 2" }).click(),
    );
    await ellen.reload();
    await expect(ellen.getByText("Approved. Readwell Builders has your choice.")).toBeVisible();
    await expect(total(ellen)).toContainText("Under by$980.00");
  });

  test(`a note reaches the office, and a photo of their own the two of them alone${how}`, {
    tag: ["@B8"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const sheet = await sheetFor(world, readwell);
    const page = await (
      await clientIn(world, readwell.address.tom, { ...phoneSize, javaScriptEnabled })
    ).newPage();
    await page.goto(sheet.page);
    await page.getByText("Leave a note for Sam").click();
    await page.getByLabel("Your note for Sam").fill("Is there a lighter one?");
    await page.getByRole("button", { name: "Save the note" }).click();
    await expect(page.getByText("Change your note")).toBeVisible();
    const sam = `sam-${readwell.suffix}@readwell.example`;
    await expect
      .poll(async () => (await lettersTo(world.origin, sam)).map(({ text }) => text).join())
      .toContain("“Countertops: Is there a lighter one?”");
    await page.getByText("Change your note").click();
    await page.getByLabel("Your note for Sam").fill("A darker one, then.");
    await page.getByRole("button", { name: "Save and go to backsplash" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Backsplash" })).toBeVisible();
    await page.goto(sheet.page);
    await expect(page.getByText("A darker one, then.").first(), "whichever button is pressed").toBeVisible();
    const create = { width: 60, height: 40, channels: 3, background: "#a4772a" } as const;
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await page.getByText("Add a photo of yours").click();
    await page
      .getByLabel("What you’d rather have")
      .setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
    await page.getByRole("button", { name: "Add the photo" }).click();
    await expect(page.getByText("That isn’t a photo we can take.", { exact: false })).toBeVisible();
    await page.getByText("Add a photo of yours").click();
    await page
      .getByLabel("What you’d rather have")
      .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Add the photo" }).click();
    const photo = page.getByRole("img", { name: "Your photo" });
    await expect(photo).toBeVisible();
    const src = (await photo.getAttribute("src")) ?? "";
    expect(await page.request.get(src).then((answer) => answer.headers()["content-type"])).toBe("image/jpeg");
    const stranger = await world.browse();
    expect((await stranger.request.get(src)).status()).toBe(404);
    const greenline = await makeReadwell(world.owner, {}, "Greenline Lawn");
    const other = await clientIn(world, greenline.address.ellen);
    expect((await other.request.get(src)).status()).toBe(404);
    expect((await other.request.get(sheet.page)).status()).toBe(404);
  });
}

const chosen = async (world: World, sheet: string) =>
  (
    await world.owner`select 1 from selection_choices c join selection_items i on i.id = c.item_id
    where i.document_id = ${sheet} and c.option_id is not null`
  ).length;

test("a choice is made with the keyboard, kept at once, and there after a reload", {
  tag: ["@B8", "@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const sheet = await sheetFor(world, readwell);
  const page = await (await clientIn(world, readwell.address.ellen, desk)).newPage();
  await page.goto(sheet.page);
  await option(page, "Calder quartz, honed Included").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(option(page, "Soapstone, oiled")).toBeChecked();
  await expect(total(page)).toContainText("Over by$1,260.00");
  await expect(page.getByText("Saved.", { exact: false }).first()).toBeVisible();
  await expect(option(page, "Soapstone, oiled")).toBeFocused();
  await expect(page, "the address names the item that is open").toHaveURL(/\?item=/);
  await page.reload();
  await expect(option(page, "Soapstone, oiled")).toBeChecked();
  await expect(total(page)).toContainText("Over by$1,260.00");
});

test("a choice that is lost on its way says so in sight, and is kept once there is a connection", {
  tag: ["@B8", "@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const sheet = await sheetFor(world, readwell);
  const browser = await clientIn(world, readwell.address.ellen, phoneSize);
  const page = await browser.newPage();
  await page.goto(sheet.page);
  await page.getByText("Leave a note for Sam").click();
  const note = page.getByLabel("Your note for Sam");
  await note.fill("Is there a lighter one?");
  await browser.setOffline(true);
  await option(page, "Soapstone, oiled").check();
  const lost = page.getByText("That didn’t save.", { exact: true });
  await expect(lost).toBeInViewport();
  await expect(page.getByRole("button", { name: "Try again" })).toBeInViewport();
  await expect(page.getByRole("button", { name: /^Save and|^Send all/ })).toHaveCount(0);
  await page.route(/api\/health|_rsc=/, (route) => route.abort());
  await browser.setOffline(false);
  await expect(lost).toBeHidden();
  await expect.poll(() => chosen(world, sheet.id)).toBe(1);
  await page.waitForLoadState("networkidle");
  await expect(note, "a page that can’t be made anew stays").toHaveValue("Is there a lighter one?");
});

test("the link to a sheet that has expired recovers in place, and until then nothing of the sheet is told", {
  tag: ["@B8", "@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const sheet = await sentDocument(world, readwell, "selections");
  await world.timePasses("8 days", readwell.tenantId);
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  await page.goto(sheet.link);
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  expect(await page.content()).not.toMatch(/Countertops|Soapstone|4,200/);
  await page.getByLabel("Email").fill(readwell.address.ellen);
  const fresh = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Email me a new link" }).click(),
  );
  await page.goto(fresh.link);
  await expect(page).toHaveURL(sheet.page);
  await expect(page.getByRole("heading", { level: 1, name: "Countertops" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a sheet, and nothing scrolls sideways, ${colorScheme}`, {
    tag: ["@B8", "@D3"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const sheet = await sheetFor(world, readwell);
    const sam = { email: `sam-${readwell.suffix}@readwell.example`, colorScheme, ...desk };
    const office = await (await signedIn(world, sam)).newPage();
    const draft = await makeDocument(world.owner, readwell, "selections", { draft: true });
    for (const path of [sheet.office, `/clients/${readwell.ellen}/documents/${draft}`])
      await isClean(office, path);
    const small = { ...phoneSize, viewport: { width: 320, height: 640 }, colorScheme };
    for (const size of [small, { ...desk, colorScheme }]) {
      const page = await (await clientIn(world, readwell.address.ellen, size)).newPage();
      await isClean(page, sheet.page);
      await page.getByRole("radio").first().check();
      await expect(page.getByText("Saved.", { exact: false }).first()).toBeVisible();
    }
    await world.owner`insert into selection_choices (tenant_id, item_id, contact_id, person, name, skipped)
      select tenant_id, id, ${readwell.ellen}, 'partner', 'Tom Marsh', true from selection_items where document_id = ${sheet.id}`;
    const page = await (await clientIn(world, readwell.address.ellen, small)).newPage();
    await isClean(page, sheet.page);
  });
}

async function isClean(page: Page, path: string) {
  await page.goto(path);
  await isAccessible(page);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, path).toBe(0);
}

import { expect } from "@playwright/test";
import { askAsClient, isClientIn, nextLetter } from "./support/client";
import { makeReadwell } from "./support/clients";
import { confirm, confirmFields } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

/** Ellen, whom two shops know by the same e-mail address and the same number. */
async function ellenOfTwoShops(world: World) {
  const greenline = await makeReadwell(world.owner, {}, "Greenline Lawn");
  const { ellen: email, ellenPhone: phone } = greenline.address;
  const bluewater = await makeReadwell(world.owner, { email, phone }, "Bluewater Pools");
  return { email, phone, greenline, bluewater };
}

for (const javaScriptEnabled of [true, false]) {
  test(`whom two shops know picks one, is in that one alone, and has one tap to the other, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@C8"],
  }, async ({ world }) => {
    const { phone, greenline, bluewater } = await ellenOfTwoShops(world);
    const browser = await world.browse({ ...phoneSize, javaScriptEnabled });
    const page = await browser.newPage();
    const first = await askAsClient(browser, world, phone);
    await page.goto(first.link);
    await expect(page.getByRole("heading", { name: "Where to, Ellen?" })).toBeVisible();
    await expect(page.getByText("Two shops know you at this number. Pick one to enter.")).toBeVisible();
    expect(await isClientIn(browser), "before one is picked there is no session").toBe(false);
    await page.getByRole("button", { name: "Greenline Lawn" }).click();
    await expect(page).toHaveURL("/portal");
    await expect(page.getByText("What Greenline Lawn sends you appears here")).toBeVisible();
    await page.getByRole("button", { name: "You’re here as Ellen Marsh" }).click();

    const second = await nextLetter(world, phone, () =>
      page.getByRole("button", { name: "Other shops" }).click(),
    );
    await expect(page).toHaveURL("/client-login/sent");
    await page.goto(second.link);
    await page.getByRole("button", { name: "Bluewater Pools" }).click();
    await expect(page.getByText("What Bluewater Pools sends you appears here")).toBeVisible();
    const alive = await world.owner`
      select tenant_id from sessions where revoked_at is null and tenant_id in (${greenline.tenantId}, ${bluewater.tenantId})`;
    expect([...alive]).toEqual([{ tenant_id: bluewater.tenantId }]);
  });
}

test("the code of the message leads to the choice as well", { tag: ["@C8", "@X5"] }, async ({ world }) => {
  const { email } = await ellenOfTwoShops(world);
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  const { code } = await askAsClient(browser, world, email);
  await page.goto("/client-login/sent");
  await page.getByText("On another device? Type the code").click();
  await page.getByLabel("Code from the message").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Two shops know you at this email.")).toBeVisible();
  await page.getByRole("button", { name: "Bluewater Pools" }).click();
  await expect(page).toHaveURL("/portal");
});

test("nobody can pick a shop that does not know them, nor pick a second one with the same link", {
  tag: ["@C8"],
}, async ({ world }) => {
  const { email, greenline, bluewater } = await ellenOfTwoShops(world);
  const stranger = await makeReadwell(world.owner);
  const theirs = await askAsClient(await world.browse(), world, stranger.address.ellen);
  const browser = await world.browse();
  const { link } = await askAsClient(browser, world, email);
  await browser.request.get(link, { maxRedirects: 0 });
  const fields = await confirmFields(browser);
  const pick = (shop?: string) => confirm(browser, { ...fields, ...(shop !== undefined && { shop }) });
  expect(await pick(), "nothing is picked").toBe("/l/confirm");
  for (const none of [stranger.tenantId, "00000000-0000-4000-8000-000000000000", "nonsense"])
    expect(await pick(none), none).toBe("/l/confirm");
  expect(await isClientIn(browser)).toBe(false);
  expect(await pick(greenline.tenantId)).toBe("/portal");
  expect(await pick(bluewater.tenantId), "the link is used").toMatch(
    /^\/client-login\?link=(?:spent|discarded)$/,
  );
  const sessions = await world.owner`
    select tenant_id from sessions where tenant_id in (${greenline.tenantId}, ${bluewater.tenantId})`;
  expect([...sessions]).toEqual([{ tenant_id: greenline.tenantId }]);
  expect(theirs.token).not.toBe("");
});

test("the link of somebody else signs nobody out who does not pick", { tag: ["@C8"] }, async ({ world }) => {
  const { email } = await ellenOfTwoShops(world);
  const other = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  await page.goto((await askAsClient(browser, world, other.address.tom)).link);
  await expect(page.getByText("You’re here as Tom Marsh")).toBeVisible();
  const { link } = await askAsClient(await world.browse(), world, email);
  await page.goto(link);
  await expect(
    page.getByText("You are Tom here. If you enter a shop, Tom is signed out in this browser."),
  ).toBeVisible();
  await page.goto("/portal");
  await expect(page.getByText("You’re here as Tom Marsh")).toBeVisible();
});

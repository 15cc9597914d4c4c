import { expect, type Page } from "@playwright/test";
import { askForLink, confirm, confirmFields, hire, isIn, signedIn } from "./support/sign-in";
import { test, type World } from "./support/test";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

test("whoever is in already stays in: their own link is put away, and opens nowhere else", {
  tag: ["@B2"],
}, async ({ world }) => {
  const browser = await signedIn(world);
  const { link } = await askForLink(browser, world);
  const before = await browser.cookies();
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page).toHaveURL("/inbox");
  const sidOf = (cookies: typeof before) => cookies.find(({ name }) => name === "sid")?.value;
  expect(sidOf(await browser.cookies())).toBe(sidOf(before));
  expect(await sessionsOf(world)).toBe(1);
  const other = await (await world.browse()).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link was already used" })).toBeVisible();
});

test("somebody else's link switches nothing by itself: it asks who goes on, and a switch ends the former session", {
  tag: ["@B2", "@X1"],
}, async ({ world }) => {
  const browser = await signedIn(world);
  const tom = await hire(world, "Tom Okafor", "manager");
  const { link } = await askForLink(await world.browse(), world, tom);
  const priyas = (await browser.cookies()).filter(({ name }) => name === "sid");
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "You are Priya here." })).toBeVisible();
  await page.getByRole("link", { name: "Continue as Priya" }).click();
  expect(await whoIsIn(page)).toBe("Priya Nair");
  await page.goto(link);
  await page.getByRole("button", { name: "Switch to Tom" }).click();
  await page.waitForURL("**/inbox");
  expect(await whoIsIn(page)).toBe("Tom Okafor");
  const left = await world.browse();
  await left.addCookies(priyas);
  expect(await isIn(left), "Priya's session ended").toBe(false);
});

test("an answer that was lost may be asked for again from the same browser for two minutes, and is the same session", {
  tag: ["@B1"],
}, async ({ world }) => {
  const { link } = await askForLink(await world.browse(), world);
  const [browser, other] = [await world.browse(), await world.browse()];
  for (const each of [browser, other]) await each.request.get(link);
  const [beforeSpending, fields] = [await browser.cookies(), await confirmFields(browser)];
  const tap = (each = browser) => confirm(each, fields);
  expect(await tap()).toBe("/inbox");
  await browser.clearCookies();
  await browser.addCookies(beforeSpending);
  expect(await isIn(browser)).toBe(false);
  expect(await tap()).toBe("/inbox");
  expect(await isIn(browser)).toBe(true);
  expect(await sessionsOf(world)).toBe(1);
  expect(await tap(other), "another browser that had looked").toBe("/sign-in?link=spent");
  expect(await isIn(other)).toBe(false);
  await world.timePasses("2 minutes");
  await browser.clearCookies();
  await browser.addCookies(beforeSpending);
  expect(await tap(), "too late").toBe("/sign-in?link=spent");
  expect(await sessionsOf(world)).toBe(1);
});

test("signing out ends the session everywhere, for a copied cookie too", { tag: ["@B16"] }, async ({
  world,
}) => {
  const browser = await signedIn(world);
  const copied = await browser.cookies();
  const page = await browser.newPage();
  await page.goto("/inbox");
  const [left] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/sign-out")),
    page.getByRole("button", { name: "Sign out" }).click(),
  ]);
  expect((await left.allHeaders())["clear-site-data"]).toContain("storage");
  await expect(page).toHaveURL("/sign-in?left=yes");
  await browser.addCookies(copied);
  expect(await isIn(browser)).toBe(false);
  await page.goto("/inbox");
  await expect(page).toHaveURL("/sign-in");
});

test("a session that is revoked in the settings is refused on its next request", {
  tag: ["@B16"],
}, async ({ world, manager }) => {
  const lost = await signedIn(world, { userAgent: firefox });
  expect(await isIn(lost)).toBe(true);
  await manager.goto("/settings/security");
  await expect(manager.getByText("This device")).toHaveCount(1);
  await manager.getByRole("button", { name: "Revoke Priya Nair on Firefox on Linux" }).click();
  await expect(manager.getByText("Firefox on Linux")).toHaveCount(0);
  await expect(manager.getByText("In one place.")).toBeVisible();
  expect(await isIn(lost)).toBe(false);
  expect(await isIn(manager.context())).toBe(true);
});

test("a viewer may look and not act", { tag: ["@A9"] }, async ({ world }) => {
  const job = await world.dispatched();
  const draft = await world.draft("Gate does not close");
  const browser = await signedIn(world, { email: await hire(world, "Vera Lim", "viewer") });
  const page = await browser.newPage();
  await page.goto(`/inbox/${job.number}`);
  await expect(page.getByRole("article").getByText("Magic link sent (14d valid)")).toBeVisible();
  await expect(page.getByLabel(/Reply to/)).toHaveCount(0);
  await page.goto(`/inbox/${draft.number}/dispatch`);
  await expect(page.getByRole("heading", { name: "Gate does not close" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const tries = [
    ["", { title: "x", propertyId: world.marlowe }],
    [`/${draft.number}/dispatch`, { version: 1, contractorId: world.mick, channel: "sms" }],
    [`/${job.number}/answers`, { version: 2, text: "Go ahead." }],
    [`/${job.number}/cancellation`, { version: 2 }],
  ] as const;
  for (const [path, data] of tries) {
    const answer = await browser.request.post(`/api/v1/work-orders${path}`, { data });
    expect([answer.status(), (await answer.json()).type], path).toEqual([403, "/problems/not-allowed"]);
  }
});

test("a session's cookie in another family of browser is refused, and that is written down", {
  tag: ["@B11"],
}, async ({ world }) => {
  const browser = await signedIn(world);
  const thief = await world.browse({ userAgent: firefox });
  await thief.addCookies(await browser.cookies());
  expect(await isIn(thief)).toBe(false);
  const refused = await world.owner<{ device: string }[]>`
    select detail->>'device' as device from events where tenant_id = ${world.tenantId} and kind = 'session.refused'`;
  expect(refused[0]?.device).toBe("Firefox on Linux");
  expect(await isIn(browser), "whose it is").toBe(true);
});

test("a session slides with use, and is dead after seven idle days", { tag: ["@B11"] }, async ({ world }) => {
  const browser = await signedIn(world);
  for (const _ of ["a week", "another week"]) {
    await world.timePasses("6 days 23 hours");
    expect(await isIn(browser)).toBe(true);
  }
  await world.timePasses("7 days 1 minute");
  expect(await isIn(browser)).toBe(false);
});

async function whoIsIn(page: Page) {
  await page.goto("/settings/security");
  const mine = page.getByRole("listitem").filter({ hasText: "This device" });
  return (await mine.innerText()).split("\n")[0];
}

async function sessionsOf(world: World) {
  const [row] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from sessions where tenant_id = ${world.tenantId}`;
  return row?.count;
}

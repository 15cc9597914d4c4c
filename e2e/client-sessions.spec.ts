import { expect } from "@playwright/test";
import { clientIn, isClientIn } from "./support/client";
import { makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

test("a client stays in for 30 days from the last visit, and no longer than 180 from the first", {
  tag: ["@B11", "@C3"],
}, async ({ world }) => {
  const { tenantId, address } = await makeReadwell(world.owner);
  const browser = await clientIn(world, address.ellen);
  for (const step of [
    "29 days 23 hours",
    "29 days 23 hours",
    "29 days 23 hours",
    "29 days 23 hours",
    "29 days 23 hours",
  ]) {
    await world.timePasses(step, tenantId);
    expect(await isClientIn(browser), "a visit moves the end on").toBe(true);
  }
  await world.timePasses("29 days 23 hours", tenantId);
  expect(await isClientIn(browser), "day 179 and 18 hours").toBe(true);
  await world.timePasses("7 hours", tenantId);
  expect(await isClientIn(browser), "day 180 and an hour").toBe(false);
  const idle = await clientIn(world, address.tom);
  await world.timePasses("30 days 1 minute", tenantId);
  expect(await isClientIn(idle)).toBe(false);
});

test("a shop that lets its clients stay for a day has them sign in on the second", { tag: ["@C3"] }, async ({
  world,
}) => {
  const { tenantId, address } = await makeReadwell(world.owner);
  await world.owner`update tenants set client_session_days = 1 where id = ${tenantId}`;
  const browser = await clientIn(world, address.ellen);
  await world.timePasses("23 hours", tenantId);
  expect(await isClientIn(browser)).toBe(true);
  await world.timePasses("24 hours 1 minute", tenantId);
  expect(await isClientIn(browser)).toBe(false);
});

test("a stolen cookie is worth nothing in another family of browser, which is told why, and the office can see it", {
  tag: ["@B11"],
}, async ({ world }) => {
  const { tenantId, address } = await makeReadwell(world.owner);
  const browser = await clientIn(world, address.ellen);
  const thief = await world.browse({
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await thief.addCookies(await browser.cookies());
  const page = await thief.newPage();
  await page.goto("/portal");
  await expect(page).toHaveURL("/client-login?link=wrong-device");
  await expect(page.getByRole("heading", { name: "Sign in to see this" })).toBeVisible();
  expect(await isClientIn(browser), "its owner stays in").toBe(true);
  const told = await world.owner`
    select 1 from events where tenant_id = ${tenantId} and kind = 'session.refused'`;
  expect(told).not.toHaveLength(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a client sees where they are signed in and signs out one device, then all others, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@B11"],
  }, async ({ world }) => {
    const { address } = await makeReadwell(world.owner);
    const here = await clientIn(world, address.ellen, { ...phoneSize, javaScriptEnabled });
    const laptop = await clientIn(world, address.ellen, {});
    const byPhone = await clientIn(world, address.ellenPhone, {});
    const toms = await clientIn(world, address.tom);
    const page = await here.newPage();
    await page.goto("/portal");
    await page.getByRole("button", { name: "You’re here as Ellen Marsh" }).click();
    await page.getByRole("link", { name: "Devices" }).click();
    await expect(page.getByText("This browser")).toHaveCount(1);
    await expect(page.getByRole("listitem")).toHaveCount(3);
    await page
      .getByRole("button", { name: /^Sign out / })
      .first()
      .click();
    await expect(page.getByRole("listitem")).toHaveCount(2);
    await page.getByRole("button", { name: "Sign out all other devices" }).click();
    await expect(page.getByRole("listitem")).toHaveCount(1);
    const alive = [here, laptop, byPhone, toms];
    expect(await Promise.all(alive.map((browser) => isClientIn(browser)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
}

test("nobody ends a session that is not theirs", { tag: ["@B11"] }, async ({ world }) => {
  const [ours, theirs] = [await makeReadwell(world.owner), await makeReadwell(world.owner)];
  const ellen = await clientIn(world, ours.address.ellen);
  const others = [await clientIn(world, ours.address.tom), await clientIn(world, theirs.address.ellen)];
  const rows = await world.owner<{ id: string }[]>`
    select id from sessions where tenant_id in (${ours.tenantId}, ${theirs.tenantId}) and address <> ${ours.address.ellen}`;
  expect(rows).toHaveLength(2);
  for (const { id } of rows) await ellen.request.post("/portal/devices/revoke", { form: { id } });
  await ellen.request.post("/portal/devices/revoke", { form: {} });
  expect(await Promise.all([ellen, ...others].map((each) => isClientIn(each)))).toEqual([true, true, true]);
});

test("what a client’s browser kept when it signed out is refused everywhere afterwards", {
  tag: ["@B11"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await clientIn(world, address.ellen);
  const kept = await browser.cookies();
  const left = await browser.request.post("/sign-out", { maxRedirects: 0 });
  expect(left.headers()["clear-site-data"]).toContain("cache");
  await browser.addCookies(kept);
  expect(await isClientIn(browser)).toBe(false);
  for (const path of ["/portal/switch", "/portal/devices/revoke"]) {
    const answer = await browser.request.post(path, { form: {}, maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([303, "/client-login"]);
  }
});

import { createHash } from "node:crypto";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { lettersTo } from "./support/mailbox";
import { askForLink, isIn } from "./support/sign-in";
import { test } from "./support/test";

test("in the browser that asked, a sign-in link is one tap; at rest there is only its hash", {
  tag: ["@B1", "@B16", "@X1"],
}, async ({ world }) => {
  const browser = await world.browse();
  const { link, token, code } = await askForLink(browser, world);
  expect(token).toMatch(/^[0-9A-Za-z]{48}$/);
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page).toHaveURL("/inbox");
  const [session] = (await browser.cookies()).filter(({ name }) => name === "sid");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  const hash = createHash("sha256").update(token).digest();
  const kept = await world.owner`select 1 from link_tokens where hash = ${hash}`;
  expect(kept).toHaveLength(1);
  const [spoken] = await world.owner<{ rows: string }[]>`
    select concat((select json_agg(l) from links l where tenant_id = ${world.tenantId}),
      (select json_agg(e) from events e where tenant_id = ${world.tenantId}),
      (select json_agg(s) from sessions s where tenant_id = ${world.tenantId})) as rows`;
  for (const secret of [token, code, code.replace("-", "")]) expect(spoken?.rows).not.toContain(secret);
});

for (const javaScriptEnabled of [true, false]) {
  test(`in another browser a sign-in link asks for one tap on one button, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@B1", "@X1"],
  }, async ({ world }) => {
    const { link, token } = await askForLink(await world.browse(), world);
    const other = await world.browse({ javaScriptEnabled });
    const page = await other.newPage();
    await page.goto(link);
    await expect(page).toHaveURL("/l/confirm");
    await expect(page.getByRole("heading", { name: "Sign in to Fernleigh Property" })).toBeVisible();
    await expect(page.getByText("p••••@f•••.example")).toBeVisible();
    expect(await page.content()).not.toContain(token);
    expect(await page.content()).not.toContain(world.address.priya);
    await expect(page.getByRole("button")).toHaveCount(1);
    expect(await isIn(other)).toBe(false);
    await page.getByRole("button", { name: "Continue as Priya" }).click();
    await expect(page).toHaveURL("/inbox");
    expect(await isIn(other)).toBe(true);
  });
}

test("a second tap on a spent link says so, and leads to a fresh one that opens there in one tap", {
  tag: ["@B1"],
}, async ({ world }) => {
  const first = await world.browse();
  const { link } = await askForLink(first, world);
  await (await first.newPage()).goto(link);
  const browser = await world.browse();
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link was already used" })).toBeVisible();
  await namesNobody(page);
  await page.getByLabel("Work email").fill(world.address.priya);
  await page.getByRole("button", { name: "Send me a new link" }).click();
  await expect(page.getByRole("heading", { name: "Check your messages" })).toBeVisible();
  await expect.poll(async () => (await lettersTo(world.origin, world.address.priya)).length).toBe(2);
  const [newest] = await lettersTo(world.origin, world.address.priya);
  await page.goto(newest?.links.find((each) => each.includes("/l/")) ?? "");
  await expect(page).toHaveURL("/inbox");
  expect(await isIn(first), "the first session goes on").toBe(true);
});

test("the code of the message opens the page that waits, however it is typed, and spends the link", {
  tag: ["@X5"],
}, async ({ world }) => {
  const browser = await world.browse();
  const page = await browser.newPage();
  const { link, code } = await askForLink(browser, world);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  await page.goto("/sign-in/sent");
  await page.getByText("On another device? Type the code").click();
  await page.getByLabel("Code from the message").fill(` ${code.toLowerCase().replace("-", " ")}`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/inbox");
  const other = await (await world.browse()).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link was already used" })).toBeVisible();
});

test("a code whose answer was lost may be typed again for two minutes, and is the same session, at whichever door", {
  tag: ["@X5"],
}, async ({ world }) => {
  const browser = await world.browse();
  const { code } = await askForLink(browser, world);
  const before = await browser.cookies();
  expect(await typeCode(browser, code)).toBe("/inbox");
  await browser.clearCookies();
  await browser.addCookies(before);
  expect(await isIn(browser)).toBe(false);
  expect(await typeCode(browser, code, "/client-login/code"), "a staff link opens the office").toBe("/inbox");
  expect(await isIn(browser)).toBe(true);
  const sessions = await world.owner`select 1 from sessions where tenant_id = ${world.tenantId}`;
  expect(sessions).toHaveLength(1);
  await world.timePasses("2 minutes");
  await browser.clearCookies();
  await browser.addCookies(before);
  expect(await typeCode(browser, code), "too late").toBe("/sign-in/sent?problem=code");
});

test("a link whose answer was lost opens again in the browser that asked, for two minutes, and is the same session", {
  tag: ["@X1"],
}, async ({ world }) => {
  const browser = await world.browse();
  const { link } = await askForLink(browser, world);
  const before = await browser.cookies();
  const open = async () => {
    await browser.clearCookies();
    await browser.addCookies(before);
    const answer = await browser.request.get(link, { maxRedirects: 0 });
    return answer.headers().location;
  };
  expect(await open()).toBe("/inbox");
  expect(await open()).toBe("/inbox");
  expect(await isIn(browser)).toBe(true);
  const sessions = await world.owner`select 1 from sessions where tenant_id = ${world.tenantId}`;
  expect(sessions).toHaveLength(1);
  await world.timePasses("2 minutes");
  expect(await open(), "too late").toBe("/sign-in?link=spent");
});

test("a code counts only in the browser that asked, and five wrong ones end the link", {
  tag: ["@X5"],
}, async ({ world }) => {
  const [asker, stranger] = [await world.browse(), await world.browse()];
  const { link, code } = await askForLink(asker, world);
  expect(await typeCode(stranger, code)).toBe("/sign-in/sent?problem=code");
  for (let tries = 0; tries < 5; tries++) {
    expect(await typeCode(asker, "0000-0000")).toBe("/sign-in/sent?problem=code");
  }
  expect(await typeCode(asker, code), "the right one comes too late").toBe("/sign-in/sent?problem=code");
  const page = await asker.newPage();
  await page.goto("/sign-in/sent?problem=code");
  await expect(page.getByText("That code doesn’t fit. Check the newest message")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link was cancelled" })).toBeVisible();
  await namesNobody(page);

  const { code: fresh } = await askForLink(asker, world);
  for (let tries = 0; tries < 4; tries++) await typeCode(asker, "0000-0000");
  expect(await typeCode(asker, fresh), "after four wrong ones").toBe("/inbox");
});

test("thirty wrong codes at once are five tries", { tag: ["@X5"] }, async ({ world }) => {
  const asker = await world.browse();
  await askForLink(asker, world);
  await Promise.all(Array.from({ length: 30 }, () => typeCode(asker, "0000-0000")));
  const [link] = await world.owner<{ tries: number; dead: boolean }[]>`
    select code_tries as tries, retired_at is not null as dead from links where tenant_id = ${world.tenantId}`;
  expect(link).toEqual({ tries: 5, dead: true });
});

test("a forged or shortened link is not known; an expired one says so, even when its button was already on the screen", {
  tag: ["@B1", "@B16", "@X4"],
}, async ({ world }) => {
  const { link, token } = await askForLink(await world.browse(), world);
  const page = await (await world.browse()).newPage();
  const last = token.endsWith("0") ? "1" : "0";
  for (const bad of [token.slice(0, -1), token.slice(0, -1) + last, `${token}0`, token.toLowerCase(), "x"]) {
    await page.goto(`/l/${bad}`);
    await expect(page.getByRole("heading", { name: "We don’t recognise this link" })).toBeVisible();
    await namesNobody(page);
  }
  await world.timePasses("14 minutes");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Continue as Priya" })).toBeVisible();
  await world.timePasses("1 minute");
  await page.getByRole("button", { name: "Continue as Priya" }).click();
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  await namesNobody(page);
  expect(await isIn(page.context())).toBe(false);
});

/** A dead end offers a form, and tells nobody whose link it was. */
async function namesNobody(page: Page) {
  await expect(page.getByRole("button", { name: "Send me a new link" })).toBeVisible();
  const all = await page.content();
  for (const name of ["Priya", "Fernleigh", "fernleigh"]) expect(all, name).not.toContain(name);
}

async function typeCode(browser: BrowserContext, code: string, door = "/sign-in/code") {
  const answer = await browser.request.post(door, { form: { code }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return answer.headers().location;
}

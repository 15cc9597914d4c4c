import { expect } from "@playwright/test";
import { askAsClient, clientIn, isClientIn, nextLetter } from "./support/client";
import { makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  test(`a client types an e-mail address, taps the link that comes, and is in, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@B5", "@C1", "@C2", "@X1"],
  }, async ({ world }) => {
    const { address } = await makeReadwell(world.owner);
    const browser = await world.browse({ ...phoneSize, javaScriptEnabled });
    const page = await browser.newPage();
    await page.goto("/client-login");
    await page.getByLabel("Email or mobile number").fill(` ${address.ellen.toUpperCase()}`);
    const letter = await nextLetter(world, address.ellen, async () => {
      await page.getByRole("button", { name: "Send me a link" }).click();
      await expect(page.getByRole("heading", { name: "Check your messages" })).toBeVisible();
    });
    await expect(page.getByText(address.ellen)).toBeVisible();
    expect(letter.token).toMatch(/^[0-9A-Za-z]{48}$/);
    expect(letter.text).toContain("30 minutes");
    await page.goto(letter.link);
    await expect(page).toHaveURL("/portal");
    await expect(page.getByRole("heading", { name: "Kitchen and rear addition" })).toBeVisible();
    await page.getByRole("button", { name: "You’re here as Ellen Marsh" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/client-login?left=yes");
    expect(await isClientIn(browser)).toBe(false);
  });
}

test("a mobile number, as people write it, gets a text with the link and the code", {
  tag: ["@C1", "@C2", "@X5"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  const national = address.ellenPhone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
  await page.goto("/client-login");
  await page.getByLabel("Email or mobile number").fill(national);
  const letter = await nextLetter(world, address.ellenPhone, () =>
    page.getByRole("button", { name: "Send me a link" }).click(),
  );
  await expect(page.getByText(national)).toBeVisible();
  await page.getByText("On another device? Type the code").click();
  await page.getByLabel("Code from the message").fill(letter.code.toLowerCase());
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/portal");
  const again = await (await world.browse()).newPage();
  await again.goto(letter.link);
  await expect(again.getByRole("heading", { name: "This link was already used" })).toBeVisible();
});

test("two taps on one page are one browser’s, and the code of the first message is as good as the second’s", {
  tag: ["@C1", "@X5"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto("/client-login");
  const once = await page.locator("input[name=once]").inputValue();
  // The first tap's answer, and the cookie in it, never comes to the page.
  const { request } = await world.browse(phoneSize);
  const first = await nextLetter(world, address.ellen, () =>
    request.post("/client-login/ask", { form: { address: address.ellen, once }, maxRedirects: 0 }),
  );
  await page.getByLabel("Email or mobile number").fill(address.ellen);
  await nextLetter(world, address.ellen, () => page.getByRole("button", { name: "Send me a link" }).click());
  await page.getByText("On another device? Type the code").click();
  await page.getByLabel("Code from the message").fill(first.code);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/portal");
});

test("the page that waits goes on by itself when the link is opened in another tab", {
  tag: ["@B5"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  const { link } = await askAsClient(browser, world, address.ellen);
  const waiting = await browser.newPage();
  await waiting.goto("/client-login/sent");
  await expect(waiting.getByRole("heading", { name: "Check your messages" })).toBeVisible();
  const tab = await browser.newPage();
  await tab.goto(link);
  await expect(tab).toHaveURL("/portal");
  await expect(waiting).toHaveURL("/portal");
});

test("on another phone the link names shop and person, and one tap on one button lets in", {
  tag: ["@B1", "@C2"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const { link, token } = await askAsClient(await world.browse(), world, address.ellen);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(link);
  await expect(page).toHaveURL("/l/confirm");
  await expect(page.getByRole("heading", { name: "Sign in to Readwell Builders" })).toBeVisible();
  const shown = await page.content();
  for (const secret of [token, address.ellen]) expect(shown).not.toContain(secret);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL("/portal");
});

test("“Try my email instead” asks for an address, and shows none that was not typed", {
  tag: ["@C1"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  await askAsClient(browser, world, address.ellenPhone);
  const page = await browser.newPage();
  await page.goto("/client-login/sent");
  await page.getByRole("link", { name: "Try my email instead" }).click();
  await expect(page).toHaveURL("/client-login");
  await expect(page.getByLabel("Email or mobile number")).toHaveValue("");
  for (const hidden of [address.ellen, "Ellen", "Readwell"])
    expect(await page.content(), hidden).not.toContain(hidden);
});

test("the fourth link in an hour is not sent, and the page says when the next one may be", {
  tag: ["@B14"],
}, async ({ world }) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  for (let times = 0; times < 3; times += 1) await askAsClient(browser, world, address.ellen);
  const page = await browser.newPage();
  await page.goto("/client-login");
  await page.getByLabel("Email or mobile number").fill(address.ellen);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Too many requests" })).toBeVisible();
  await expect(page.getByText(/You can ask again at \d\d:\d\d/)).toBeVisible();
  const sent = await world.owner`select 1 from messages where address = ${address.ellen}`;
  expect(sent).toHaveLength(3);
});

test("a sign-in link that ran out leads back to the login, with the reason", {
  tag: ["@B15", "@C2"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { link } = await askAsClient(await world.browse(), world, readwell.address.ellen);
  await world.timePasses("29 minutes", readwell.tenantId);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Continue as Ellen" })).toBeVisible();
  await world.timePasses("1 minute", readwell.tenantId);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL("/client-login?link=expired");
  await expect(page.getByText("This link has expired")).toBeVisible();
  await page.getByLabel("Email or mobile number").fill(readwell.address.ellen);
  const letter = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Send me a new link" }).click(),
  );
  await page.goto(letter.link);
  await expect(page).toHaveURL("/portal");
});

test("an inactive client's open page asks for a link on its next load, and a held link is not known", {
  tag: ["@B3"],
}, async ({ world }) => {
  const { address, ellen } = await makeReadwell(world.owner);
  const { link } = await askAsClient(await world.browse(), world, address.ellen);
  const browser = await clientIn(world, address.ellen);
  await world.owner`update contacts set active = false where id = ${ellen}`;
  expect(await isClientIn(browser)).toBe(false);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "We don’t recognise this link" })).toBeVisible();
  expect(await page.content()).not.toContain("Readwell");
  await world.owner`update contacts set active = true where id = ${ellen}`;
  await page.goto(link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL("/portal");
});

test("a client’s link that was cut off or mistyped leads to the clients’ login, and so does a lost cookie", {
  tag: ["@B15"],
}, async ({ world }) => {
  const { address, ellen } = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  const { link } = await askAsClient(await world.browse(), world, address.ellen);
  const leads = async (path: string) =>
    (await browser.request.get(path, { maxRedirects: 0 })).headers().location;
  for (const cut of [link.slice(0, -3), `${link}x`, "/l/x", "/l/confirm"])
    expect(await leads(cut), cut).toBe("/client-login?link=unknown");
  await world.owner`update contacts set active = false where id = ${ellen}`;
  expect(await leads(link), "inactive is never said").toBe("/client-login?link=unknown");
});

test("the code of one client does not sign another out who has not said so", { tag: ["@X5", "@B2"] }, async ({
  world,
}) => {
  const { address } = await makeReadwell(world.owner);
  const browser = await clientIn(world, address.tom);
  const { code } = await askAsClient(browser, world, address.ellen);
  const typed = await browser.request.post("/client-login/code", { form: { code }, maxRedirects: 0 });
  expect(typed.headers().location).toBe("/l/confirm");
  const page = await browser.newPage();
  await page.goto("/l/confirm");
  await page.getByRole("button", { name: "Switch to Ellen" }).click();
  await expect(page.getByText("You’re here as Ellen Marsh")).toBeVisible();
});

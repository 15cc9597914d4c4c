import { type APIResponse, type BrowserContext, expect } from "@playwright/test";
import { lettersTo } from "./support/mailbox";
import { askForLink } from "./support/sign-in";
import { test } from "./support/test";

test("the fourth request within an hour is refused with the time, and sends nothing; after the hour there is another", {
  tag: ["@B14"],
}, async ({ world }) => {
  const browser = await world.browse();
  for (let times = 0; times < 3; times++) await askForLink(browser, world);
  const page = await browser.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Work email").fill(world.address.priya.toUpperCase());
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Too many requests" })).toBeVisible();
  await expect(page.getByText(/You can ask again at \d\d:\d\d\./)).toBeVisible();
  const wait = Number(new URL(page.url()).searchParams.get("wait"));
  expect(wait).toBeGreaterThan(3500);
  expect(wait).toBeLessThanOrEqual(3600);
  await world.timePasses("59 minutes");
  const early = await ask(await world.browse(), world.address.priya);
  expect(early.headers().location).toMatch(/^\/sign-in\/sent\?wait=\d{1,2}$/);
  expect(await lettersTo(world.origin, world.address.priya)).toHaveLength(3);
  await world.timePasses("1 minute");
  await askForLink(await world.browse(), world);
});

test("an address that nobody has gets the same answers as one that somebody has, to the byte", {
  tag: ["@B14"],
}, async ({ world }) => {
  const known = { browser: await world.browse(), email: world.address.priya };
  const unknown = { browser: await world.browse(), email: `nobody-${world.suffix}@fernleigh.example` };
  for (let times = 1; times <= 4; times++) {
    const [one, other] = [await ask(known.browser, known.email), await ask(unknown.browser, unknown.email)];
    const isRefused = times === 4;
    for (const answer of [one, other]) {
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toMatch(isRefused ? /^\/sign-in\/sent\?wait=3[56]\d\d$/ : /\/sent$/);
    }
    expect(namesOf(one)).toEqual(namesOf(other));
    const path = isRefused ? "/sign-in/sent?wait=2520" : "/sign-in/sent";
    expect(await shown(known, path)).toBe(await shown(unknown, path));
  }
  expect(await lettersTo(world.origin, unknown.email)).toEqual([]);
});

const ask = (browser: BrowserContext, email: string) =>
  browser.request.post("/sign-in/ask", { form: { email }, maxRedirects: 0 });

const namesOf = (answer: APIResponse) => answer.headersArray().map(({ name }) => name);

/** A page as it was sent, but for the address that was typed, the nonce, and seconds that went by meanwhile. */
async function shown({ browser, email }: { browser: BrowserContext; email: string }, path: string) {
  const page = await browser.request.get(path);
  const policy = page.headers()["content-security-policy"] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const html = await page.text();
  expect(html).toContain(nonce);
  return html
    .replaceAll(email, "ADDRESS")
    .replaceAll(nonce, "NONCE")
    .replace(/\d+(?:\.\d+)?/g, "#");
}

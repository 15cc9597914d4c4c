import { type BrowserContext, expect, type Page } from "@playwright/test";
import { rowsOf } from "./support/rows";
import { askForLink, isIn } from "./support/sign-in";
import { someAddress, test } from "./support/test";

const person =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** How machines ask for a link that stands in a message: by method, by header, or saying who they are. */
type Scan = { method?: string; headers?: Record<string, string>; saysSo?: boolean };
const scans: Scan[] = [
  { method: "GET", saysSo: false },
  { method: "HEAD" },
  { method: "OPTIONS", saysSo: false },
  { headers: { "sec-purpose": "prefetch" } },
  { headers: { "sec-purpose": "prefetch;prerender" } },
  { headers: { purpose: "prefetch" } },
  { headers: { "next-router-prefetch": "1" } },
  { headers: { "next-router-prefetch": "1", rsc: "1" } },
  ...[
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "facebookexternalhit/1.1",
    "WhatsApp/2.23.20.0",
    "BarracudaCentral/1.0",
    "Mozilla/5.0 (Windows NT 10.0) Mimecast URL Protect",
    "Mozilla/5.0 (X11; Linux x64) HeadlessChrome/141.0.0.0 Safari/537.36",
    "python-requests/2.32.3",
    "",
  ].map((agent) => ({ headers: { "user-agent": agent } })),
];

test("whatever a scanner asks of a sign-in link spends nothing, writes nothing but looks, and gets no session", {
  tag: ["@X1"],
}, async ({ world }) => {
  const { link } = await askForLink(await world.browse(), world);
  const before = await rowsOf(world);
  await scan(link, 20);
  expect(await rowsOf(world)).toEqual(before);
  const [seen] = await world.owner<{ looks: number }[]>`
    select machine_looks as looks from links where tenant_id = ${world.tenantId}`;
  expect(seen?.looks).toBe(20 * scans.filter(({ saysSo }) => saysSo !== false).length);
  await personOpens(await world.browse(), link);
});

test("whatever a scanner asks of a job link moves nothing, and the contractor can still accept", {
  tag: ["@X1"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const before = await rowsOf(world);
  await scan(job.link, 5);
  for (const sheet of ["schedule", "decline", "question", "done"]) await scan(`${job.link}?do=${sheet}`, 1);
  expect(await rowsOf(world)).toEqual(before);
  await phone.goto(job.link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
});

test("a browser that opens links and runs their scripts for a while, untouched, spends nothing", {
  tag: ["@X1"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const { link } = await askForLink(await world.browse(), world);
  const before = await rowsOf(world);
  const robot = await world.browse();
  for (const address of [link, `${world.origin}/l/confirm`, job.link, `${job.link}?do=decline`]) {
    await waits(await robot.newPage(), address);
  }
  expect((await robot.cookies()).map(({ name }) => name)).not.toContain("sid");
  expect(await rowsOf(world)).toEqual(before);
  await personOpens(await world.browse(), link);
  await phone.goto(job.link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
});

test("the address that spends a link answers to nothing but a POST", { tag: ["@X1"] }, async ({ world }) => {
  const { link } = await askForLink(await world.browse(), world);
  const browser = await world.browse();
  await browser.request.get(link);
  for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]) {
    const answer = await browser.request.fetch("/l/confirm/continue", { method, maxRedirects: 0 });
    expect(answer.headers()["set-cookie"] ?? "", method).not.toContain("sid=");
    expect(answer.status(), method).toBe(method === "OPTIONS" ? 204 : 405);
  }
  await personOpens(browser, link);
});

async function scan(address: string, times: number) {
  for (const { method = "GET", headers } of scans) {
    const asked = Array.from({ length: times }, () =>
      look(address, method, {
        "x-forwarded-for": someAddress(),
        "user-agent": person,
        "accept-language": "en",
        ...headers,
      }),
    );
    for (const answer of await Promise.all(asked)) {
      expect(answer.status, JSON.stringify({ method, headers })).toBeLessThan(
        method === "OPTIONS" ? 500 : 400,
      );
      expect(answer.headers.getSetCookie().join(), "no session").not.toContain("sid=");
      await answer.arrayBuffer();
    }
  }
}

/** One request, as it is answered. Next turns a router's own request round once, to name what it asks for in `_rsc`. */
async function look(address: string, method: string, headers: Record<string, string>) {
  const answer = await fetch(address, { method, redirect: "manual", headers });
  const again = answer.headers.get("location");
  if (answer.status !== 307 || !again?.includes("_rsc=")) return answer;
  return fetch(new URL(again, address), { method, redirect: "manual", headers });
}

/** Half a minute of a page's own time: every timer that it set has run, and nothing but reading was asked of the server. */
async function waits(page: Page, address: string) {
  const sent: string[] = [];
  page.on(
    "request",
    (request) => request.method() === "GET" || sent.push(`${request.method()} ${request.url()}`),
  );
  await page.clock.install();
  await page.goto(address, { waitUntil: "load" });
  const before = page.url();
  await page.clock.runFor(30_000);
  await expect(page.getByRole("button").first()).toBeVisible();
  expect(page.url()).toBe(before);
  expect(sent).toEqual([]);
}

async function personOpens(browser: BrowserContext, link: string) {
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Continue as Priya" }).click();
  await expect(page).toHaveURL("/inbox");
  expect(await isIn(browser)).toBe(true);
}

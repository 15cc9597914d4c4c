import { type BrowserContext, expect } from "@playwright/test";
import { lettersTo, letterTo, linkIn } from "./mailbox";
import type { World } from "./test";

export type SignInLetter = { link: string; token: string; code: string };

/** Asks for a sign-in link from this browser, as its form does, and waits for the letter that was not there before. */
export async function askForLink(
  browser: BrowserContext,
  world: World,
  email = world.address.priya,
): Promise<SignInLetter> {
  const known = new Set((await lettersTo(world.origin, email)).map(({ text }) => text));
  const asked = await browser.request.post("/sign-in/ask", { form: { email }, maxRedirects: 0 });
  expect(asked.headers().location).toBe("/sign-in/sent");
  const letter = await letterTo(
    world.origin,
    email,
    ({ subject, text }) => subject === "Your sign-in link" && !known.has(text),
  );
  const link = linkIn(letter);
  const code = /Type this code: (\S+)/.exec(letter.text)?.[1] ?? "";
  return { link, token: link.split("/").at(-1) ?? "", code };
}

/** Signs a person of the office in to this browser, by a link that it asks for itself. */
export async function enter(browser: BrowserContext, world: World, email?: string): Promise<void> {
  const { link } = await askForLink(browser, world, email);
  const opened = await browser.request.get(link, { maxRedirects: 0 });
  expect(opened.headers().location).toBe("/inbox");
}

/** A browser of a person of the office, who is signed in. */
export async function signedIn(
  world: World,
  { email, ...options }: { email?: string } & Parameters<World["browse"]>[0] = {},
): Promise<BrowserContext> {
  const browser = await world.browse(options);
  await enter(browser, world, email);
  return browser;
}

/** What the page with the button posts, as it stands in this browser now. */
export async function confirmFields(browser: BrowserContext): Promise<{ page: string }> {
  const html = await (await browser.request.get("/l/confirm")).text();
  return { page: /name="page" value="([0-9a-f]+)"/.exec(html)?.[1] ?? "" };
}

/** Taps the button of the page with the button, and answers with where that leads. */
export async function confirm(browser: BrowserContext, fields: Record<string, string> = {}) {
  const form = { ...(await confirmFields(browser)), ...fields };
  const answer = await browser.request.post("/l/confirm/continue", { form, maxRedirects: 0 });
  return answer.headers().location;
}

/** One more person in Priya's office. */
export async function hire(world: World, name: string, role: "owner" | "manager" | "viewer") {
  const first = name.split(" ")[0]?.toLowerCase();
  const email = `${first}-${world.suffix}@fernleigh.example`;
  await world.owner`
    insert into members (tenant_id, name, email, role) values (${world.tenantId}, ${name}, ${email}, ${role})`;
  return email;
}

/** Whether a browser is let into the office now. */
export async function isIn(browser: BrowserContext): Promise<boolean> {
  const api = await browser.request.get("/api/v1/work-orders");
  const page = await browser.request.get("/inbox", { maxRedirects: 0 });
  expect([`${api.status()} ${page.status()}`]).toEqual([api.ok() ? "200 200" : "401 307"]);
  return api.ok();
}

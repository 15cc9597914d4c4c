import { expect, type Page } from "@playwright/test";
import { nextLetter, sentDocument } from "./support/client";
import type { Readwell } from "./support/clients";
import { sealOf } from "./support/contracts";
import { atReadwell } from "./support/readwell-office";
import { phoneSize, test, type World } from "./support/test";

/** A phone without script that a recovery link let in, which Sam was shown. */
async function letIn(world: World, { ellen }: Readwell, sams: Page): Promise<Page> {
  await sams.goto(`/activity?client=${ellen}`);
  await sams.getByRole("button", { name: "Issue recovery link" }).click();
  const link = await sams.getByLabel("Works once, for 30 minutes. We can’t show it again.").inputValue();
  const page = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL(/\/portal$/);
  return page;
}

test("a recovery link lets its client read a contract; it is signed by a link that goes to them, opened in one tap", {
  tag: ["@B6", "@C7"],
}, async ({ world }) => {
  const { readwell, page: sams } = await atReadwell(world);
  const { id, page: href } = await sentDocument(world, readwell, "contract");
  const page = await letIn(world, readwell, sams);
  await page.goto(`${href}?do=decline`);
  await expect(page.getByRole("heading", { name: "Use a link of your own" })).toBeVisible();
  await expect(page.getByText("Cabinets in white oak").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Sign contract|Decline)/ })).toHaveCount(0);
  const sha256 = await sealOf(world.owner, id);
  const form = { sha256, name: "Ellen Marsh", consent: "yes" };
  const signed = await page.request.post(`${href}/sign`, { form, maxRedirects: 0 });
  await page.goto(signed.headers().location ?? "");
  await expect(page.getByRole("alert")).toContainText("nothing was signed or approved");
  const own = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Send me a link" }).click(),
  );
  await expect(page.getByText("a link is on its way")).toBeVisible();
  await page.goto(own.link);
  await expect(page.getByRole("heading", { name: "Sign as Ellen Marsh" })).toBeVisible();
});

test("a link of their own letter lets a client approve in the browser that a recovery link let in", {
  tag: ["@B7", "@C7"],
}, async ({ world }) => {
  const { readwell, page: sams } = await atReadwell(world);
  const { link, page: href } = await sentDocument(world, readwell, "scope");
  const page = await letIn(world, readwell, sams);
  await page.goto(href);
  await expect(page.getByRole("button", { name: /^Approve as is/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Get a link of your own" }).click();
  await expect(page.getByRole("heading", { name: "Use a link of your own" })).toBeInViewport();
  const approved = await page.request.post(`${href}/approve`, { form: { revision: 1 }, maxRedirects: 0 });
  await page.goto(approved.headers().location ?? "");
  await expect(page.getByRole("alert")).toContainText("nothing was signed or approved");
  await page.goto(link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await page.getByRole("button", { name: /^Approve as is/ }).click();
  await expect(page.getByText(/^Approved by Ellen Marsh/)).toBeVisible();
});

import { expect } from "@playwright/test";
import { test } from "./support/test";

test("an office page in another browser than the one that signed in says why it asks for a link", {
  tag: ["@B11"],
}, async ({ world, manager }) => {
  const other = await world.browse({
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await other.addCookies(await manager.context().cookies());
  const page = await other.newPage();
  await page.goto("/inbox");
  await expect(page).toHaveURL("/sign-in?link=wrong-device");
  await expect(page.getByRole("heading", { name: "Sign in to see this" })).toBeVisible();
  await expect(page.getByText("Each phone or browser needs its own link.")).toBeVisible();
  await expect(page.getByLabel("Work email")).toBeVisible();
});

import { expect } from "@playwright/test";
import { sentDocument } from "./support/client";
import { makeReadwell } from "./support/clients";
import { officeAt } from "./support/scope-office";
import { test } from "./support/test";

test("the office writes a scope with the keyboard and without script, and it keeps itself", {
  tag: ["@B7"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const scope = await sentDocument(world, readwell, "scope");
  const page = await officeAt(world, readwell, scope.id);
  await page.getByRole("button", { name: "Write revision 2" }).click();
  await page.getByLabel("Line 1.1, what is done").fill("Three 20 A small-appliance circuits");
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Line 1.1, what is done")).toHaveValue("Three 20 A small-appliance circuits");
  await page.getByRole("button", { name: "Move line 1.1 down" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Line 1.2, what is done")).toHaveValue("Three 20 A small-appliance circuits");
  await expect(page.getByRole("button", { name: "Move line 1.2 down" })).toBeFocused();
  const plain = await officeAt(world, readwell, scope.id, { javaScriptEnabled: false });
  await plain.getByRole("button", { name: "Add a line to Panel" }).click();
  await plain.getByLabel("Line 3.2, what is done").fill("Old panel taken back");
  await plain.getByLabel("Line 3.2, amount").fill("-120");
  await plain.getByRole("button", { name: "Remove line 2.1" }).click();
  await expect(plain.getByText("$5,400.00").first()).toBeVisible();
  await plain.getByLabel("Line 3.2, amount").fill("about 5");
  const lines = plain.locator("form", { has: plain.getByLabel("Line 3.2, amount") });
  await lines.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plain.getByText(/isn’t an amount/).first()).toBeVisible();
  await expect(plain.getByLabel("Line 3.2, amount")).toHaveValue("about 5");
  await plain.getByText("Discard this revision").click();
  await plain.getByRole("button", { name: "Discard it for good" }).click();
  await expect(plain.getByRole("button", { name: "Write revision 2" })).toBeVisible();
  await expect(plain.getByText(/^Discarded a draft of/)).toBeVisible();
});

import { expect } from "@playwright/test";
import type { Readwell } from "./clients";
import { signIn, type World } from "./test";

type Look = { colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean };

/** Sam at the scope's page in the office. */
export async function officeAt(world: World, readwell: Readwell, id: string, look: Look = {}) {
  const context = await world.browse({ viewport: { width: 1440, height: 1000 }, ...look });
  const page = await context.newPage();
  await signIn(page, world, `sam-${readwell.suffix}@readwell.example`);
  await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
  return page;
}

/** Sam writes revision 2: eight lights, one line more and one less, and sends it to whoever had the first. */
export async function revise(world: World, readwell: Readwell, id: string, look: Look = {}) {
  const page = await officeAt(world, readwell, id, look);
  await page.getByRole("button", { name: "Write revision 2" }).click();
  await page.getByLabel("Line 1.4, what is done").fill("Eight recessed lights, 4 in");
  await page.getByLabel("Line 1.4, amount").fill("1,440");
  await page.getByRole("button", { name: "Remove line 2.3" }).click();
  await expect(page.getByLabel("Line 2.3, what is done")).toBeHidden();
  await page.getByRole("button", { name: "Add a line to Panel" }).click();
  await page.getByLabel("Line 3.2, what is done").fill("Surge protector");
  await page.getByLabel("Line 3.2, amount").fill("160");
  await page.getByRole("button", { name: /^Send revision 2 to/ }).click();
  await expect(page.getByRole("heading", { name: "Revision 2, as the client has it" })).toBeVisible();
  return page;
}

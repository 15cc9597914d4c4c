import { expect, type Page } from "@playwright/test";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

/** Draws a line over the whole canvas, as soon as there is a pen. */
async function draw(page: Page) {
  const pen = page.locator("canvas");
  await expect(page.getByText("One moment…")).toBeHidden();
  await pen.scrollIntoViewIfNeeded();
  const box = await pen.boundingBox();
  if (!box) throw new Error("There is nothing to draw on.");
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 8 });
  await page.mouse.up();
}

test("a signature stays as it was drawn, and is drawn on across the whole of its box", {
  tag: ["@B6", "@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "contract");
  const page = await (await clientIn(world, readwell.address.ellen, phoneSize)).newPage();
  await page.goto(pageOf("contract", id));
  await page.getByText("Draw", { exact: true }).click();
  const path = page.locator("input[name=path]");
  await draw(page);
  const upright = await path.inputValue();
  expect(upright).toMatch(/^M /);
  await page.setViewportSize({ width: 844, height: 390 });
  await draw(page);
  await expect(path).toHaveValue(new RegExp(`^${upright} M `));
  const [, end] = /L (\d+)[\d.]* [\d.]+$/.exec(await path.inputValue()) ?? [];
  expect(Number(end), "of 600").toBeGreaterThan(500);
});

import { expect } from "@playwright/test";
import sharp from "sharp";
import { makeDocument, makeReadwell } from "./support/clients";
import { signedIn } from "./support/sign-in";
import { test, type World } from "./support/test";

const desk = { viewport: { width: 1440, height: 900 } };

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without a script";

  test(`the office writes a sheet, whose draft keeps itself, and sends it once it is whole${how}`, {
    tag: ["@B8"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const id = await makeDocument(world.owner, readwell, "selections", { draft: true });
    const email = `sam-${readwell.suffix}@readwell.example`;
    const page = await (await signedIn(world, { email, javaScriptEnabled, ...desk })).newPage();
    await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
    await page.getByRole("button", { name: "Add an item" }).click();
    const added = page.getByRole("group", { name: "item 3" });
    await added.getByLabel("Item", { exact: true }).fill("Sink");
    await added.getByLabel("Allowance").fill("1,600");
    if (javaScriptEnabled) await expect.poll(() => named(world, id)).toContain("Sink");
    await page.getByRole("button", { name: "Add an option to" }).last().click();
    const sink = page.getByRole("group", { name: "Sink" });
    await expect(sink.getByLabel("Price")).toHaveValue("1600.00");
    await sink.getByLabel("Option", { exact: true }).fill("Undermount, steel");
    await sink.getByLabel("Price").fill("lots");
    await page.getByRole("button", { name: "Save the items" }).click();
    await expect(sink.getByText("Write the price as an amount, like 5,460.00.")).toBeVisible();
    await expect(sink.getByLabel("Option", { exact: true })).toHaveValue("Undermount, steel");
    await sink.getByLabel("Price").fill("1,580.05");
    await page.getByRole("button", { name: "Save the items" }).click();
    await expect.poll(() => named(world, id)).toContain("Undermount, steel");
    await page.getByRole("button", { name: "Move Sink up" }).click();
    await expect(page.getByLabel("Item", { exact: true }).nth(1)).toHaveValue("Sink");
    if (javaScriptEnabled) await expect(page.getByRole("button", { name: "Move Sink up" })).toBeFocused();
    const create = { width: 60, height: 40, channels: 3, background: "#b9bdbd" } as const;
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await page
      .getByLabel("Picture of Undermount, steel")
      .setInputFiles({ name: "sink.jpg", mimeType: "image/jpeg", buffer });
    if (!javaScriptEnabled)
      await page
        .getByRole("listitem")
        .filter({ has: page.getByLabel("Picture of Undermount") })
        .getByRole("button", { name: "Add", exact: true })
        .click();
    await expect(page.getByLabel("Another picture of Undermount, steel")).toBeAttached();
    await page.reload();
    await expect(page.getByRole("group", { name: "Sink" }).getByLabel("Price")).toHaveValue("1580.05");
  });
}

const named = async (world: World, sheet: string) =>
  (
    await world.owner<{ name: string }[]>`select name from selection_items where document_id = ${sheet}
    union all select o.name from selection_options o join selection_items i on i.id = o.item_id where i.document_id = ${sheet}`
  ).map(({ name }) => name);

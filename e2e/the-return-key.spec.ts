import { expect } from "@playwright/test";
import { awake } from "./support/awake";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { atReadwell, desk, officePage } from "./support/readwell-office";
import { photoFile } from "./support/reports";
import { phoneSize, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`the return key takes no photo out of a report, ${how} script`, { tag: ["@C9"] }, async ({
    world,
  }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    const id = await makeDocument(world.owner, readwell, "service-report", { draft: true });
    await page.goto(officePage(readwell, id));
    const buffer = Buffer.from(await (await photoFile("pool.jpg")).arrayBuffer());
    await page.getByLabel("Add a photo").setInputFiles({ name: "pool.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Add the photo" }).click();
    await expect(page.getByLabel("What photo 1 shows")).toBeVisible();
    if (javaScriptEnabled) await awake(page.getByLabel("Done by"));
    await page.getByLabel("Done by").fill("Marcus Bell");
    await page.getByLabel("Done by").press("Enter");
    const doneBy = async () =>
      (await world.owner`select done_by from service_reports where document_id = ${id}`)[0]?.done_by;
    await expect.poll(doneBy).toBe("Marcus Bell");
    expect(await world.owner`select 1 from report_photos where document_id = ${id}`).toHaveLength(1);
  });

  test(`the return key takes no other’s choice, ${how} script`, { tag: ["@B8"] }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const id = await makeDocument(world.owner, readwell, "selections");
    await world.owner`insert into selection_choices (tenant_id, item_id, contact_id, person, name, skipped)
      select tenant_id, id, ${readwell.ellen}, 'partner', 'Tom Marsh', true from selection_items where document_id = ${id}`;
    const context = await clientIn(world, readwell.address.ellen, { ...phoneSize, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(pageOf("selections", id));
    const soapstone = page.getByRole("radio", { name: /^Soapstone/ });
    const differ = page.getByText("You and Tom chose differently.");
    for (let times = 0; times < 2; times++) {
      if (javaScriptEnabled) await awake(soapstone);
      await soapstone.check();
      await soapstone.press("Enter");
      await expect(differ).toBeVisible();
    }
    await expect(soapstone).toBeChecked();
  });
}

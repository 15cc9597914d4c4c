import { expect, type Page } from "@playwright/test";
import { lettersTo } from "./support/mailbox";
import { signIn, test } from "./support/test";

const fileOf = (text: string) => ({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

async function lookOver(page: Page, text: string) {
  await page.goto("/clients/import");
  await page.getByLabel("CSV file").setInputFiles(fileOf(text));
  await page.getByRole("button", { name: "Look it over" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a spreadsheet of clients is looked over, imported, and changes nothing a second time, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    world,
  }) => {
    const page = await (await world.browse({ javaScriptEnabled })).newPage();
    await signIn(page, world);
    const [ana, jo] = [`ana-${world.suffix}@costa.example`, `jo-${world.suffix}@bell.example`];
    const text = `\uFEFFName;E-mail;Mobile\r\nAna Costa;${ana};0491 570 156\r\nJo Bell;${jo};\r\nNobody;not an address;\r\n`;
    await lookOver(page, text);
    await expect(page.getByText("2 new · 1 left out, for the reason beside it.")).toBeVisible();
    await expect(page.getByText("“not an address” isn’t an email address.")).toBeVisible();
    await page.getByRole("button", { name: "Import 2 clients" }).click();
    await expect(page.getByText("Imported: 2 new, 0 with changes.")).toBeVisible();
    await lookOver(page, text);
    await expect(page.getByRole("heading", { name: "There is nothing to import" })).toBeVisible();
    await page.goto("/clients?q=0491+570+156");
    await expect(page.getByRole("link", { name: "Ana Costa" })).toBeVisible();
    expect(await lettersTo(world.origin, ana)).toEqual([]);
  });
}

test("a file that is no list of clients is refused with what to do", async ({ manager }) => {
  await lookOver(manager, "street,suburb\r\n14 Alder Ct,Austin");
  await expect(manager.getByText(/The first row has to name the columns/)).toBeVisible();
});

import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { nextLetter, pageOf, sentDocument } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { photoFile } from "./support/reports";
import { confirm, signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const samOf = (world: World, { suffix }: Readwell, options: Parameters<World["browse"]>[0] = {}) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...options });

const photo = async (name = "pool.jpg") => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.from(await (await photoFile(name)).arrayBuffer()),
});

async function addPhoto(page: Page, shows: string) {
  await page.getByLabel("Add a photo").setInputFiles(await photo());
  await page.getByLabel("What it shows", { exact: true }).fill(shows);
  await page.getByRole("button", { name: "Add the photo" }).click();
}

test("a report keeps itself while it is written, is sent by a standing link, and reads as it was written", {
  tag: ["@C9", "@C5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "service-report", { draft: true });
  const page = await (await samOf(world, readwell)).newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
  await addPhoto(page, "Skimmer basket");
  await expect(page.getByLabel("What photo 1 shows")).toHaveValue("Skimmer basket");
  await page.getByLabel("Done by").fill("Marco Villa");
  await page.getByLabel("What, reading 3").fill("Filter pressure");
  await page.getByLabel("Value, reading 3").fill("14");
  await page.getByLabel("Unit, reading 3").fill("psi");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Done by")).toHaveValue("Marco Villa");
  await expect(page.getByLabel("What, reading 3")).toHaveValue("Filter pressure");
  const letter = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: `Send to ${readwell.address.ellen} by email` }).click(),
  );
  expect(letter.subject).toBe("Your service report from Readwell Builders: Kitchen and rear addition");
  expect(letter.text).toContain("Done by: Marco Villa");
  const phone = await (await world.browse(phoneSize)).newPage();
  await phone.goto(letter.link);
  await expect(phone, "in one tap, with nothing to sign in to").toHaveURL(pageOf("service-report", id));
  await expect(phone.getByText("Fri, Apr 17, 9:40 AM")).toBeVisible();
  await expect(phone.getByRole("row", { name: /Filter pressure/ })).toContainText("14 psi");
  await expect(phone.getByRole("row", { name: /Free chlorine/ })).toContainText("Should be 1 to 3 ppm");
  const picture = phone.getByAltText("Photo: Skimmer basket");
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(60);
});

test("without script a report is written, given photos, refused what is none, and read", {
  tag: ["@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "service-report", { draft: true });
  const page = await (await samOf(world, readwell, { javaScriptEnabled: false })).newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
  await page.getByLabel("Done by").fill("Marco Villa");
  await page.getByRole("button", { name: "Save the visit" }).click();
  await expect(page.getByLabel("Done by")).toHaveValue("Marco Villa");
  await page.getByLabel("Add a photo").setInputFiles({ ...(await photo()), buffer: Buffer.from("no photo") });
  await page.getByLabel("What it shows", { exact: true }).fill("Pump");
  await page.getByRole("button", { name: "Add the photo" }).click();
  await expect(page.getByText("That isn’t a photo we can take.")).toBeVisible();
  await expect(page.getByLabel("What it shows", { exact: true })).toHaveValue("Pump");
  await addPhoto(page, "Pump");
  await page.getByRole("button", { name: "Take out photo 1" }).click();
  await expect(page.getByLabel("What photo 1 shows")).toHaveCount(0);
  await addPhoto(page, "Pump");
  await expect(page.getByLabel("What photo 1 shows")).toHaveValue("Pump");
  await world.owner`update documents set sent_at = now() where id = ${id}`;
  const report = await sentDocument(world, readwell, "service-report");
  const reader = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  await reader.goto(report.link);
  await expect(reader.getByRole("row", { name: /pH/ })).toContainText("7.4");
});

test("a report’s photos and its PDF are for who may read it, and are gone with it", {
  tag: ["@C5", "@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const report = await sentDocument(world, readwell, "service-report");
  const other = await sentDocument(world, readwell, "service-report");
  const [file] = await world.owner<{ id: string }[]>`
    insert into files (tenant_id, key, name, content_type, size, sha256)
    values (${readwell.tenantId}, ${`${readwell.tenantId}/${report.id}`}, 'pool.jpg', 'image/jpeg', 1, '\\x00') returning id`;
  await world.owner`insert into report_photos (tenant_id, document_id, file_id) values (${readwell.tenantId}, ${other.id}, ${file?.id ?? ""})`;
  const browser = await world.browse(phoneSize);
  const stranger = await world.browse(phoneSize);
  await browser.request.get(report.link);
  const pdf = await browser.request.get(`${report.page}/pdf`);
  expect(pdf.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringContaining("attachment"),
    "cache-control": "private, no-store",
  });
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await browser.request.get(`${report.page}/files/${file?.id}`)).status(), "of another report").toBe(
    404,
  );
  expect((await browser.request.get(`${other.page}/pdf`)).status(), "another report").toBe(404);
  expect((await stranger.request.get(`${report.page}/pdf`)).status(), "nobody’s").toBe(404);
  await world.owner`update documents set closed_at = now(), closed_as = 'withdrawn' where id = ${report.id}`;
  expect((await browser.request.get(`${report.page}/pdf`)).status(), "withdrawn").toBe(404);
  const spelt = await browser.request.get(report.page.replace("/reports/", "/%72eports/"));
  expect([spelt.status(), await spelt.text()]).toEqual([404, expect.not.stringContaining("white oak")]);
  const page = await browser.newPage();
  await page.goto(report.page);
  await expect(page.getByRole("heading", { name: "This service report was withdrawn" })).toBeVisible();
  const signedInPage = await clientWith(world, readwell);
  await signedInPage.goto(report.page);
  await expect(signedInPage.getByText(/was withdrawn/)).toBeVisible();
  expect(await signedInPage.content()).not.toContain("Free chlorine");
});

/** Ellen’s browser, signed in by a contract’s link. */
async function clientWith(world: World, readwell: Readwell): Promise<Page> {
  const contract = await sentDocument(world, readwell, "contract");
  const browser = await world.browse(phoneSize);
  await browser.request.get(contract.link);
  expect(await confirm(browser)).toBe(contract.page);
  return browser.newPage();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a report’s pages, ${colorScheme}`, { tag: ["@D3"] }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const report = await sentDocument(world, readwell, "service-report");
    const draft = await makeDocument(world.owner, readwell, "service-report", { draft: true });
    const reader = await (await world.browse({ ...phoneSize, colorScheme })).newPage();
    await reader.goto(report.link);
    await isAccessible(reader);
    const sam = await (await samOf(world, readwell, { colorScheme })).newPage();
    for (const id of [draft, report.id]) {
      await sam.goto(`/clients/${readwell.ellen}/documents/${id}`);
      await isAccessible(sam);
    }
  });
}

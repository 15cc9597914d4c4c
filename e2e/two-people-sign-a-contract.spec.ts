import { type BrowserContext, expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { awake } from "./support/awake";
import { clientIn, nextLetter, pageOf, sentDocument } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { sealOf } from "./support/contracts";
import { lettersTo, letterTo } from "./support/mailbox";
import { atReadwell, officePage, sam } from "./support/readwell-office";
import { phoneSize, test, type World } from "./support/test";

/** Opens a link that came, as a person does: the page with the button, and then the document. */
async function open(browser: BrowserContext, link: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: /^Continue/ }).click();
  await expect(page).toHaveURL(/\/portal\/contracts\//);
  return page;
}

/** One more link to a contract that was sent, to whoever has that address. */
const linkTo = async (world: World, document: string, address: string) => {
  const elsewhere = await world.browse();
  const form = { kind: "contract", document, address };
  return nextLetter(world, address, () => elsewhere.request.post("/l/again", { form, maxRedirects: 0 }));
};

async function signByName(page: Page, name: string) {
  await page.getByLabel("Type your full name").fill(name);
  await page.getByLabel(/I agree to sign electronically/).check();
  await page.getByRole("button", { name: "Sign contract" }).click();
  await page.getByRole("button", { name: "Confirm and finish" }).click();
}

async function countersign(world: World, readwell: Readwell, id: string) {
  const page = await (await sam(world, readwell)).newPage();
  await page.goto(officePage(readwell, id));
  await page.getByLabel("Sign for the office").fill("Sam Reyes");
  await page.getByRole("button", { name: "Sign contract" }).click();
  await expect(page.getByRole("link", { name: "Signed PDF" })).toBeVisible();
}

test("two people sign with their own links, the office signs, and anybody can check the PDF that comes of it", {
  tag: ["@B6", "@B13"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, link } = await sentDocument(world, readwell, "contract");
  const ellen = await open(await world.browse(), link);
  await expect(ellen.getByRole("heading", { name: "Sign as Ellen Marsh" })).toBeVisible();
  await expect(ellen.getByText(`Your link belongs to ${readwell.address.ellen}`)).toBeVisible();
  expect(await ellen.locator("input[name=sha256]").inputValue()).toBe(await sealOf(world.owner, id));
  await ellen.getByLabel("Type your full name").fill("Ellen Marsh");
  await expect(ellen.locator("#signature-preview"), "it shows in its place as it is typed").toContainText(
    "Ellen Marsh",
  );
  await signByName(ellen, "Ellen Marsh");
  await expect(ellen.getByRole("heading", { name: "You’ve signed" })).toBeVisible();

  const toTom = await linkTo(world, id, readwell.address.tom);
  const tom = await open(await world.browse({ ...phoneSize, javaScriptEnabled: false }), toTom.link);
  await expect(tom.getByRole("heading", { name: "Sign as Tom Marsh" })).toBeVisible();
  await expect(tom.getByText("Signature: Ellen Marsh")).toBeAttached();
  await signByName(tom, "T. Marsh");
  await expect(tom.getByRole("heading", { name: "You’ve signed" })).toBeVisible();

  await countersign(world, readwell, id);
  const letter = await letterTo(
    world.origin,
    readwell.address.tom,
    ({ attachment }) => attachment === "Kitchen and rear addition, signed.pdf",
  );
  await ellen.reload();
  await expect(ellen.getByRole("heading", { name: "Signed by everybody" })).toBeVisible();
  const kept = await ellen.request.get(`${pageOf("contract", id)}/pdf`);
  const attached = await ellen.request.get(`/mailbox/${letter.id}/attachment`);
  expect((await kept.body()).equals(await attached.body())).toBe(true);
  await isChecked(world, await kept.body());
});

/** At the public page, without script, by somebody who is nobody here. */
async function isChecked(world: World, pdf: Buffer) {
  const page = await (await world.browse({ javaScriptEnabled: false })).newPage();
  const check = async (buffer: Buffer) => {
    await page.goto("/verify");
    await page.setInputFiles("#verify-file", { name: "contract.pdf", mimeType: "application/pdf", buffer });
    await page.getByRole("button", { name: "Check this PDF" }).click();
  };
  await check(pdf);
  await expect(page.getByRole("heading", { name: "Genuine" })).toBeVisible();
  await expect(
    page.getByText("Signed by Ellen Marsh, Tom Marsh and Sam Reyes, with Readwell Builders."),
  ).toBeVisible();
  expect(await page.content()).not.toContain("Cabinets in white oak");
  await check(Buffer.concat([pdf, Buffer.from("\n")]));
  await expect(page.getByRole("heading", { name: "Not a signed PDF from here" })).toBeVisible();
  await check(Buffer.from("%PDF-1.4 something else %%EOF"));
  await expect(page.getByRole("heading", { name: "Not a signed PDF from here" })).toBeVisible();
  await check(Buffer.from("no PDF at all"));
  await expect(page.getByRole("alert")).toContainText("That is no PDF");
}

test("a signature that is drawn counts the same, and may be given anew before it is confirmed", {
  tag: ["@B6"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, link } = await sentDocument(world, readwell, "contract");
  const page = await open(await world.browse(), link);
  await page.getByText("Draw", { exact: true }).click();
  const pad = page.locator("canvas");
  await expect(async () => {
    const box = await pad.boundingBox();
    if (!box) throw new Error("There is nothing to draw on.");
    await page.mouse.move(box.x + 20, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 20, { steps: 8 });
    await page.mouse.move(box.x + 200, box.y + 80, { steps: 8 });
    await page.mouse.up();
    expect(await page.locator("input[name=path]").inputValue()).toMatch(/^M /);
  }).toPass();
  await page.getByLabel(/I agree to sign electronically/).check();
  await page.getByRole("button", { name: "Sign contract" }).click();
  await page.getByRole("button", { name: "Sign again" }).click();
  await expect(page.getByRole("heading", { name: "Sign as Ellen Marsh" })).toBeVisible();
  await signByName(page, "Ellen Marsh");
  await expect(page.getByRole("heading", { name: "You’ve signed" })).toBeVisible();
  const [signed] = await world.owner<{ kind: string }[]>`
    select signature->>'kind' as kind from contract_signees where document_id = ${id} and person = 'primary'`;
  expect(signed).toEqual({ kind: "typed" });
});

test("a contract that is void, declined or being changed is read, and not signed", { tag: ["@B6"] }, async ({
  world,
}) => {
  const readwell = await makeReadwell(world.owner);
  const { id, link, page: href } = await sentDocument(world, readwell, "contract");
  const page = await open(await world.browse({ javaScriptEnabled: false }), link);
  await page.getByRole("link", { name: "Decline to sign" }).click();
  await page.getByLabel("What should Readwell Builders know?").fill("The price is wrong.");
  await page.getByRole("button", { name: "Decline the contract" }).click();
  await expect(page.getByRole("heading", { name: "You declined to sign" })).toBeVisible();
  const post = (path: string, form: Record<string, string>) =>
    page.request.post(`${href}/${path}`, { form, maxRedirects: 0 });
  const sha256 = await sealOf(world.owner, id);
  const sign = () => post("sign", { sha256, name: "Ellen Marsh", consent: "yes" });
  expect((await sign()).headers().location).toMatch(/\?kept=/);
  await world.owner`
    update contract_signees set declined_at = null, decline_reason = null where document_id = ${id}`;
  await world.owner`
    update contracts set sealed_text = null, sealed_sha256 = null, sealed_at = null where document_id = ${id}`;
  await page.goto(href);
  await expect(page.getByText("is changing this contract").first()).toBeVisible();
  expect((await sign()).headers().location).toMatch(/\?kept=/);
  const declined = await post("decline", { reason: "Not at this price." });
  await page.goto(declined.headers().location ?? "");
  await expect(page.getByText("You wrote: “Not at this price.”")).toBeVisible();
  await world.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
  await page.goto(href);
  await expect(page.getByRole("heading", { name: "This contract no longer applies" })).toBeVisible();
  expect((await sign()).headers().location).toMatch(/\?kept=/);
  const signed = await world.owner`
    select 1 from contract_signees where document_id = ${id} and signed_at is not null`;
  expect(signed).toHaveLength(0);
});

test("before sign-in not a word of a contract is there; a link that ran out is asked for anew in its place", {
  tag: ["@B6", "@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, link, page: href } = await sentDocument(world, readwell, "contract");
  const stranger = await world.browse(phoneSize);
  for (const path of [href, `${href}/pdf`, new URL(link).pathname]) {
    expect(await (await stranger.request.get(path)).text(), path).not.toContain("Cabinets in white oak");
  }
  expect((await stranger.request.get(`${href}/pdf`)).status()).toBe(404);
  await world.timePasses("8 days", readwell.tenantId);
  const page = await stranger.newPage();
  await page.goto(link);
  await expect(page.getByText("This link has expired").first()).toBeVisible();
  expect(await page.content()).not.toContain("Cabinets in white oak");
  const again = await linkTo(world, id, readwell.address.ellen);
  await expect(
    (await open(stranger, again.link)).getByRole("heading", { name: "Sign as Ellen Marsh" }),
  ).toBeVisible();
  const neighbour = await makeReadwell(world.owner, {}, "Greenline Lawns");
  const others = await clientIn(world, neighbour.address.ellen);
  for (const path of [href, `${href}/pdf`]) expect((await others.request.get(path)).status(), path).toBe(404);
});

test("the office writes a contract, sees what is missing, sends it, takes it back, and sends it anew", {
  tag: ["@B6", "@B18"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const id = await makeDocument(world.owner, readwell, "contract", { draft: true });
  await page.goto(officePage(readwell, id));
  const text = page.getByLabel("Text", { exact: true });
  await awake(text);
  await text.fill("## Parties\n\n{{client.name}} and {{clint.name}}.");
  await expect(page.getByText("{{clint.name}} is no field.")).toBeVisible();
  await text.fill("## Parties\n\n{{client.name}} and {{partner.name}}.");
  const preview = page.getByRole("region", { name: "As it will be read" });
  await expect(preview.getByRole("heading", { name: "Parties" })).toBeVisible();
  await expect(preview.getByText("Ellen Marsh and Tom Marsh.")).toBeVisible();
  const letter = await nextLetter(world, readwell.address.tom, () =>
    page.getByRole("button", { name: "Send to sign" }).click(),
  );
  await expect(page.getByRole("heading", { name: "Who signs" })).toBeVisible();
  const tom = await open(await world.browse(phoneSize), letter.link);
  await signByName(tom, "Tom Marsh");
  await page.reload();
  await page.getByText("Change the text", { exact: true }).click();
  await page.getByRole("button", { name: "Take it back to change it" }).click();
  await expect(text).toBeVisible();
  await tom.reload();
  await expect(tom.getByText("is changing this contract").first()).toBeVisible();
  await letterTo(world.origin, readwell.address.tom, ({ text }) => text.includes("is changing"));
  await nextLetter(world, readwell.address.tom, () =>
    page.getByRole("button", { name: "Send to sign" }).click(),
  );
  await tom.reload();
  await expect(tom.getByRole("heading", { name: "Sign as Tom Marsh" })).toBeVisible();
  const hers = async () => (await lettersTo(world.origin, readwell.address.ellen)).length;
  await expect.poll(hers, "sent, being changed, sent anew").toBe(3);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a contract’s pages, and nothing scrolls sideways on a small phone, ${colorScheme}`, {
    tag: ["@B6"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { id, link, page: href } = await sentDocument(world, readwell, "contract");
    const browser = await world.browse({ viewport: { width: 320, height: 640 }, colorScheme });
    const page = await open(browser, link);
    for (const path of [href, `${href}?do=decline`, "/verify"]) {
      await page.goto(path);
      await isAccessible(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, path).toBe(0);
    }
    const draft = await makeDocument(world.owner, readwell, "contract", { draft: true });
    const office = await (await sam(world, readwell, { colorScheme })).newPage();
    const documents = [draft, id].map((each) => officePage(readwell, each));
    for (const path of [...documents, "/settings/templates", "/settings/templates/new"]) {
      await office.goto(path);
      await isAccessible(office);
    }
  });
}

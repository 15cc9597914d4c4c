import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { letterTo, linkIn } from "./support/mailbox";
import { hire, signedIn } from "./support/sign-in";
import { signIn, test } from "./support/test";
import { layWire } from "./support/wire";

const timeline = (page: Page) => page.getByRole("article");

test("a manager writes an order at a new property, with a photo, and dispatches it by email", {
  tag: ["@A1", "@A9"],
}, async ({ world, manager }) => {
  await manager.goto("/work-orders/new");
  await manager.getByLabel("Title, in a few words").fill("Cracked bedroom window");
  await manager.getByLabel("Where").selectOption({ label: "A new property…" });
  await manager.getByLabel("Street").fill("18 Kemp St");
  await manager.getByLabel("Suburb").fill("The Junction");
  await manager.getByLabel("Scope").fill("Make safe today, replace the pane.");
  await manager.getByLabel("Cost ceiling").fill("380");
  await manager.getByLabel("Photos").setInputFiles([await bigPhoto("pane.jpg"), await bigPhoto("frame.jpg")]);
  await expect(manager.getByText("Sent", { exact: true })).toHaveCount(2);
  await manager.getByRole("button", { name: "Dispatch…" }).click();
  await manager.getByRole("radio", { name: /Harbour Plumbing/ }).check();
  await manager.getByText("Email", { exact: true }).click();
  await manager.getByRole("button", { name: /Dispatch by email/ }).click();
  await expect(timeline(manager).getByText("Magic link sent (14d valid)")).toBeVisible();
  const letter = await letterTo(world.origin, world.address.mick);
  expect(letter.subject).toContain("Cracked bedroom window");
  await manager.goto(linkIn(letter));
  await expect(manager.getByText("$380.00")).toBeVisible();
  await expect(manager.locator('main img[src*="/files/"]')).toHaveCount(2);
});

test("a photo that can't be taken says why beside it, and the order is saved without it", {
  tag: ["@A9"],
}, async ({ manager }) => {
  await manager.goto("/work-orders/new");
  await manager.getByLabel("Title, in a few words").fill("Cracked bedroom window");
  await manager.getByLabel("Where").selectOption({ index: 1 });
  const broken = { name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") };
  await manager.getByLabel("Photos").setInputFiles([broken, await bigPhoto("pane.jpg")]);
  await expect(
    manager.getByText("That isn’t a photo we can take. Choose a JPEG, PNG, HEIC or WebP."),
  ).toBeVisible();
  await expect(manager.getByText("Sent", { exact: true })).toHaveCount(1);
  await manager.getByRole("button", { name: "Remove broken.jpg" }).click();
  await manager.getByRole("button", { name: "Save as draft" }).click();
  await manager.waitForURL(/\/inbox\/\d+$/);
  await expect(manager.locator('main img[src*="/files/"]')).toHaveCount(1);
});

test("the office's answer reaches the contractor by message and on the job page", {
  tag: ["@A3", "@A4"],
}, async ({ world, manager, phone }) => {
  const job = await world.dispatched();
  await phone.goto(job.link);
  await phone.getByRole("link", { name: "Raise a question" }).click();
  await phone.getByRole("textbox", { name: "Your question" }).fill("Is the tank older than ten years?");
  await phone.getByRole("button", { name: /^Send to/ }).click();
  const asked = await letterTo(world.origin, world.address.priya, ({ text }) =>
    text.includes("older than ten years"),
  );
  expect(asked.subject).toContain("Harbour Plumbing");
  await manager.goto(`/inbox/${job.number}`);
  await manager.getByLabel(/Reply to Harbour Plumbing/).fill("Nine years. Go ahead.");
  await manager.getByRole("button", { name: /Send reply/ }).click();
  await expect(timeline(manager).getByText(/replied at/)).toBeVisible();
  await expect(manager.getByText("Waiting for your reply")).toHaveCount(0);
  const answer = await letterTo(world.origin, world.mickPhone, ({ text }) => text.includes("Nine years"));
  await phone.goto(linkIn(answer));
  await expect(phone.getByText("Nine years. Go ahead.")).toBeVisible();
});

test("two managers on one order see each other's changes at once, and a stale form is refused with what changed", {
  tag: ["@A4"],
}, async ({ world, manager, phone }) => {
  const job = await world.dispatched();
  const second = await (await world.browse()).newPage();
  await signIn(second, world);
  await manager.goto(`/inbox/${job.number}/dispatch`);
  await second.goto(`/inbox/${job.number}`);
  await phone.goto(job.link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(timeline(second).getByText(/^Accepted \d\d:\d\d$/)).toBeVisible();
  await manager.getByRole("button", { name: /Dispatch by SMS/ }).click();
  await expect(manager.getByRole("dialog").getByText(/clicked Accept/)).toBeVisible();
  await expect(manager.getByRole("dialog").getByText(/[Nn]othing was (changed|done)/)).toBeVisible();
});

test("what happens while the connection is lost is there when it is back, once", { tag: ["@A4"] }, async ({
  world,
  manager,
  phone,
}) => {
  const job = await world.dispatched();
  const wire = await layWire(world.origin);
  await manager.goto(`${wire.origin}/inbox`);
  await expect(manager.getByText("Live", { exact: true })).toBeVisible();
  wire.cut();
  await expect(manager.getByText("Reconnecting")).toBeVisible();
  await phone.goto(job.link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  wire.mend();
  await expect(manager.getByText(/^Accepted \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
  await expect(manager.getByText(/^Accepted \d\d:\d\d$/)).toHaveCount(1);
  await expect(manager.getByText("Live", { exact: true })).toBeVisible();
  wire.end();
});

test("an invoice over the ceiling waits for the office, which approves it in one tap", {
  tag: ["@A3"],
}, async ({ world, manager }) => {
  const job = await world.dispatched();
  const api = (path: string, options: object) =>
    manager.request.post(`/api/v1/jobs/${job.token}/${path}`, options);
  for (const action of ["ACCEPT", "ON_SITE"])
    expect((await api("transitions", { data: { action } })).status()).toBe(200);
  const { invoicePdf } = await import("./support/pdf");
  const file = { name: "HD-1186.pdf", mimeType: "application/pdf", buffer: invoicePdf() };
  const sent = await api("invoices", { multipart: { file, amountCents: "61200", number: "HD-1186" } });
  expect(await sent.json()).toMatchObject({ state: "needs-approval", overCents: 16_200 });
  await manager.goto(`/inbox/${job.number}`);
  await expect(manager.getByText("Over ceiling").first()).toBeVisible();
  await manager.getByRole("button", { name: "Approve $612.00" }).click();
  await expect(timeline(manager).getByText(/approved \$612\.00/)).toBeVisible();
  await expect(manager.getByRole("button", { name: "Approve $612.00" })).toHaveCount(0);
});

test("the office works without JavaScript: an order is written, dispatched and cancelled", {
  tag: ["@D4"],
}, async ({ world }) => {
  const page = await (await world.browse({ javaScriptEnabled: false })).newPage();
  await signIn(page, world);
  await page.goto("/work-orders/new");
  await page.getByLabel("Title, in a few words").fill("Gate does not close");
  await page.getByLabel("Where").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Dispatch…" }).click();
  await page.getByRole("radio", { name: /Harbour Plumbing/ }).check();
  await page.getByRole("button", { name: /^Dispatch by/ }).click();
  await expect(page.getByText("Magic link sent (14d valid)")).toBeVisible();
  const number = new URL(page.url()).pathname.split("/").at(-1);
  await page.goto(`/inbox/${number}/cancel`);
  await page.locator("#cancel-reason").fill("Sold the house.");
  await page.getByRole("button", { name: /^Cancel job|^Cancel the job/ }).click();
  await expect(page.getByText(/cancelled the job at/)).toBeVisible();
  const told = await letterTo(world.origin, world.mickPhone, ({ text }) => text.includes("cancelled"));
  expect(told.text).toContain("Sold the house.");
});

test("the office works without JavaScript: a photo of three megabytes is added to an order, and a file that is none is refused", {
  tag: ["@D4"],
}, async ({ world }) => {
  const page = await (await world.browse({ javaScriptEnabled: false })).newPage();
  await signIn(page, world);
  const draft = await world.draft("Gate does not close");
  await page.goto(`/work-orders/${draft.number}/edit`);
  await page.getByLabel("Add a photo").setInputFiles(await bigPhoto("gate.jpg"));
  await page.getByRole("button", { name: "Add the photo" }).click();
  await expect(page.getByText("One photo is on this order.")).toBeVisible();
  const broken = { name: "gate.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") };
  await page.getByLabel("Add a photo").setInputFiles(broken);
  await page.getByRole("button", { name: "Add the photo" }).click();
  await expect(
    page.getByText("That isn’t a photo we can take. Choose a JPEG, PNG, HEIC or WebP."),
  ).toBeVisible();
  await page.goto(`/inbox/${draft.number}`);
  await expect(page.locator('main img[src*="/files/"]')).toHaveCount(1);
});

test("the office works without JavaScript: a reply that is tapped twice is one message, and the second tap hears of the first", {
  tag: ["@D4", "@A4"],
}, async ({ world }) => {
  const job = await world.dispatched();
  const browser = await world.browse({ javaScriptEnabled: false });
  const [page, late] = [await browser.newPage(), await browser.newPage()];
  await signIn(page, world);
  for (const each of [page, late]) {
    await each.goto(`/inbox/${job.number}`);
    await each.getByLabel(/Write to Harbour Plumbing/).fill("The key is under the mat.");
  }
  for (const each of [page, late]) await each.getByRole("button", { name: /^Send/ }).click();
  await expect(late.getByText(/replied at .* while you were looking\./)).toBeVisible();
  await expect(late.getByLabel(/Write to Harbour Plumbing/)).toHaveValue("The key is under the mat.");
  const sent = await world.owner`select 1 from messages where work_order_id = ${job.id} and kind = 'answer'`;
  expect(sent).toHaveLength(1);
});

test("a picker finds by its words what its first page does not hold, and a list leads on to its next page", {
  tag: ["@A9"],
}, async ({ world, manager }) => {
  await world.owner`insert into properties (tenant_id, street, suburb, time_zone)
    select ${world.tenantId}, n || ' Aberdeen St', 'Mayfield', 'Australia/Sydney' from generate_series(1000, 1120) n`;
  await manager.goto("/work-orders/new");
  await manager.getByLabel("Title, in a few words").fill("Gate does not close");
  await manager.getByLabel("Search for more under Where").fill("marlowe");
  await expect(manager.getByText("One fits. It is in the list.")).toBeVisible();
  await manager
    .getByLabel("Where", { exact: true })
    .selectOption({ label: "14 Marlowe St, Cooks Hill NSW 2300" });
  await manager.getByLabel("Search for more under Where").fill("1000 aberdeen");
  await expect(manager.getByText("One fits. It is in the list.")).toBeVisible();
  await manager.getByRole("button", { name: "Save as draft" }).click();
  await expect(manager.getByText("14 Marlowe St, Cooks Hill NSW 2300").first()).toBeVisible();
  await manager.goto("/properties");
  await expect(manager.getByRole("link", { name: "14 Marlowe St" })).toHaveCount(0);
  await manager.getByRole("link", { name: "More", exact: true }).click();
  await expect(manager.getByRole("link", { name: "14 Marlowe St" })).toBeVisible();
});

test("a viewer is shown what is kept, and no form that would only refuse", { tag: ["@A9"] }, async ({
  world,
}) => {
  const job = await world.dispatched();
  const browser = await signedIn(world, { email: await hire(world, "Vera Lim", "viewer") });
  const page = await browser.newPage();
  await page.goto(`/work-orders/${job.number}/edit`);
  await expect(page).toHaveURL(new RegExp(`/inbox/${job.number}$`));
  for (const list of ["work-orders", "contractors", "properties"]) {
    await page.goto(`/${list}/new`);
    await expect(page).toHaveURL(new RegExp(`/${list}$`));
    await expect(page.getByRole("link", { name: /^New/ })).toHaveCount(0);
  }
  for (const address of [`/contractors/${world.mick}`, `/properties/${world.marlowe}`]) {
    await page.goto(address);
    await expect(page.getByRole("main").locator("dl")).toContainText(/Mick Farrugia|Cooks Hill NSW 2300/);
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  }
});

test("a search that is too long is told so, and shows no order as though it were found", {
  tag: ["@A9"],
}, async ({ world, manager }) => {
  await world.draft("Gate does not close");
  await manager.goto(`/work-orders?q=${"gate".repeat(60)}`);
  await expect(manager.getByText(/at most 200 characters/)).toBeVisible();
  await expect(manager.getByRole("link", { name: "Gate does not close" })).toHaveCount(0);
});

/** A photo of more than three megabytes, as a phone takes it. */
async function bigPhoto(name: string) {
  const [width, height] = [2000, 1600];
  const noise = randomBytes(width * height * 3);
  const buffer = await sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(3_000_000);
  return { name, mimeType: "image/jpeg", buffer };
}

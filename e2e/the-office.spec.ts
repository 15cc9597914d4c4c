import { expect, type Page } from "@playwright/test";
import { letterTo, linkIn } from "./support/mailbox";
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
  await manager
    .locator('input[name="photos"]')
    .setInputFiles({ name: "window.png", mimeType: "image/png", buffer: onePixel });
  await manager.getByRole("button", { name: "Dispatch…" }).click();
  await manager.getByRole("radio", { name: /Harbour Plumbing/ }).check();
  await manager.getByText("Email", { exact: true }).click();
  await manager.getByRole("button", { name: /Dispatch by email/ }).click();
  await expect(timeline(manager).getByText("Magic link sent (14d valid)")).toBeVisible();
  const letter = await letterTo(world.origin, world.address.mick);
  expect(letter.subject).toContain("Cracked bedroom window");
  await manager.goto(linkIn(letter));
  await expect(manager.getByText("$380.00")).toBeVisible();
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

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { invoicePdf } from "./support/pdf";
import { hire, signedIn } from "./support/sign-in";
import { signIn, test } from "./support/test";
import { makeFernleigh } from "./support/world";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`an address of the office that leads to nothing is a 404 that says so and leads back, ${how} JavaScript`, {
    tag: ["@D3"],
  }, async ({ world }) => {
    const other = await makeFernleigh(world.owner);
    const page = await (await signedIn(world, { javaScriptEnabled })).newPage();
    const { number } = await world.draft();
    for (const address of [
      "/inbox/999999",
      `/inbox/${number}x`,
      "/inbox/999999/dispatch",
      "/inbox/999999/cancel",
      "/work-orders/999999/edit",
      "/contractors/nobody",
      `/contractors/${other.mick}`,
      "/bills/nobody",
      `/properties/${other.marlowe}`,
    ]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
      await expect(page.getByRole("main")).toHaveCount(1);
    }
    await page.getByRole("main").getByRole("link", { name: "Go to the inbox" }).click();
    await expect(page).toHaveURL("/inbox");
    for (const address of [`/inbox/${number}`, `/properties/${world.marlowe}`, "/contractors/new"])
      expect((await page.goto(address))?.status(), address).toBe(200);
  });
}

test("a sign-in that is revoked leaves the list at once", { tag: ["@B16"] }, async ({ world, manager }) => {
  const tom = await hire(world, "Tom Okafor", "manager");
  await signedIn(world, { email: tom });
  await manager.goto("/settings/security");
  await expect(manager.getByText("In 2 places.")).toBeVisible();
  await manager.getByRole("button", { name: /^Revoke Tom Okafor/ }).click();
  await expect(manager.getByText("Tom Okafor")).toHaveCount(0);
  await expect(manager.getByText("In one place.")).toBeVisible();
});

test("a page that was left open says so when somebody else signs in in its browser, and hears nothing of theirs", {
  tag: ["@D3"],
}, async ({ world, manager }) => {
  const other = await makeFernleigh(world.owner);
  await expect(manager.getByText("Live", { exact: true })).toBeVisible();
  const second = await manager.context().newPage();
  await second.goto("/inbox");
  await second.getByRole("button", { name: "Sign out" }).click();
  await signIn(second, world, `priya-${other.suffix}@fernleigh.example`);
  const heard = await second.request.get(`/api/v1/events?for=${world.priya}`);
  expect(heard.status()).toBe(401);
  await expect(manager.getByText(/not signed in on this page any more/)).toBeVisible({ timeout: 60_000 });
  await expect(second.getByText("Live", { exact: true })).toBeVisible();
  await manager.getByRole("button", { name: "Reload" }).click();
  await expect(manager.getByText("Live", { exact: true })).toBeVisible();
});

test("who comes without having set a time is not shown as scheduled", { tag: ["@A3"] }, async ({
  world,
  phone,
}) => {
  const { token } = await world.dispatched();
  for (const action of ["ACCEPT", "ON_SITE"]) await move(phone, token, { action });
  await phone.goto(`/j/${token}`);
  const steps = phone.getByRole("list", { name: "How far the job is" }).getByRole("listitem");
  await expect(steps).toHaveText(["Accepted, done", "Schedule, skipped", "On site, done", "Done"]);
});

test("an invoice form that comes back shows its file as sent only while it is here", {
  tag: ["@A3"],
}, async ({ world, phone }) => {
  const { token } = await world.dispatched();
  for (const action of ["ACCEPT", "ON_SITE"]) await move(phone, token, { action });
  await phone.goto(`/j/${token}?do=done`);
  await phone
    .locator('input[type="file"][name="file"]')
    .setInputFiles({ name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() });
  await expect(phone.getByText(/^Sent, /)).toBeVisible();
  await phone.getByLabel("Invoice total").fill("four hundred");
  await phone.getByRole("button", { name: "Mark job done" }).click();
  await expect(phone.getByText("Type the invoice total as an amount, like 418.00.")).toBeVisible();
  await expect(phone.getByText("HP-0932.pdf", { exact: true })).toBeVisible();
  await expect(phone.getByText(/^Sent, /)).toBeVisible();

  await world.owner`delete from files where tenant_id = ${world.tenantId}`;
  await phone.getByLabel("Invoice total").fill("418.00");
  await phone.getByRole("button", { name: "Mark job done" }).click();
  await expect(phone.getByText("Choose your invoice file again.")).toBeVisible();
  await expect(phone.getByText(/^Sent, /)).toHaveCount(0);
  await expect(phone.getByLabel("Invoice total")).toHaveValue("418.00");
});

async function move(page: Page, token: string, data: object) {
  expect((await page.request.post(`/api/v1/jobs/${token}/transitions`, { data })).status()).toBe(200);
}

test("a page that broke on our side says so with what to tell, and opens by its button once it can", {
  tag: ["@D3"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const stand = (zone: string) =>
    world.owner`update properties set time_zone = ${zone} where tenant_id = ${world.tenantId}`;
  await stand("Nowhere/Atall");
  const answer = await phone.goto(`/j/${job.token}`);
  expect(answer?.status()).toBe(500);
  await expect(phone.getByRole("heading", { name: "Something went wrong on our side" })).toBeVisible();
  await expect(phone.getByText(/^If you call about it, say \d+\.$/)).toBeVisible();
  await isAccessible(phone);
  await stand("Australia/Sydney");
  await phone.getByRole("button", { name: "Try again" }).click();
  await expect(phone.getByRole("heading", { name: "Hot-water unit leaking" })).toBeVisible();
});

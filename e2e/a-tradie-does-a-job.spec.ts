import { expect, type Page } from "@playwright/test";
import { letterTo, linkIn } from "./support/mailbox";
import { invoicePdf } from "./support/pdf";
import { phoneSize, test, type World } from "./support/test";

test("a manager dispatches, a contractor does the whole job by link, and every step shows in the open inbox", {
  tag: ["@A1", "@A2", "@A3", "@A4", "@D3", "@D4"],
}, async ({ world, manager, phone }) => {
  const link = await dispatch(manager, world);
  await doTheJob(phone, link, manager);
});

test("the same job is done on a phone without JavaScript", { tag: ["@A3", "@A4"] }, async ({
  world,
  manager,
}) => {
  const context = await world.browse({ ...phoneSize, javaScriptEnabled: false });
  const link = await dispatch(manager, world);
  await doTheJob(await context.newPage(), link, manager);
});

/** Dispatches a fresh order by SMS and stays on it; answers with the link that the contractor got. */
async function dispatch(manager: Page, world: World): Promise<string> {
  const order = await world.draft();
  await manager.goto(`/inbox/${order.number}/dispatch`);
  await manager.getByRole("radio", { name: /Harbour Plumbing/ }).check();
  await manager.getByRole("button", { name: /Dispatch by SMS/ }).click();
  await expect(manager).toHaveURL(`/inbox/${order.number}`);
  await expect(timeline(manager).getByText("Magic link sent (14d valid)")).toBeVisible();
  const message = await letterTo(world.origin, world.mickPhone);
  expect(message.channel).toBe("sms");
  expect(message.text).toContain(
    "Fernleigh Property: new job.\nHot-water unit leaking\n14 Marlowe St, Cooks Hill NSW 2300",
  );
  return linkIn(message);
}

async function doTheJob(phone: Page, link: string, manager: Page) {
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: "Hot-water unit leaking" })).toBeVisible();
  for (const words of ["14 Marlowe St", "$450.00", "Dana Whitlock", "Priya Nair", "Side gate on the left"]) {
    await expect(phone.getByText(words).first()).toBeVisible();
  }

  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(timeline(manager).getByText(/^Accepted \d\d:\d\d$/)).toBeVisible();

  await phone.getByRole("link", { name: /^Schedule/ }).click();
  const sheet = phone.getByRole("dialog", { name: "When will you be there?" });
  await sheet.getByRole("button", { name: /^Schedule/ }).click();
  await expect(timeline(manager).getByText(/^Scheduled \w{3} 10:00$/)).toBeVisible();

  await phone.getByRole("button", { name: "On site now" }).click();
  await expect(timeline(manager).getByText(/^On site since \d\d:\d\d$/)).toBeVisible();

  await expect(phone.getByRole("link", { name: "Mark job done" })).toBeVisible();
  await phone.getByRole("link", { name: "Raise a question" }).click();
  await phone.getByRole("textbox", { name: /question/i }).fill("The relief line drips. Re-route it?");
  await phone.getByRole("dialog").getByRole("button", { name: /Send/ }).click();
  await expect(timeline(manager).getByText("Waiting for your reply")).toBeVisible();

  await phone.getByRole("link", { name: /Mark job done|Complete/ }).click();
  await phone
    .locator('input[type="file"][name="file"]')
    .setInputFiles({ name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() });
  await phone.getByLabel("Invoice total").fill("418.00");
  await phone.getByRole("button", { name: "Mark job done" }).click();
  await expect(phone.getByRole("heading", { name: "Job done" })).toBeVisible();
  await expect(timeline(manager).getByText(/^Completed \d\d:\d\d · invoice attached$/)).toBeVisible();
  await expect(
    timeline(manager).getByText(/^Contractor clicked Complete \+ uploaded invoice PDF at \d\d:\d\d$/),
  ).toBeVisible();
  await expect(manager.getByText("$32.00 under ceiling")).toBeVisible();
}

const timeline = (manager: Page) => manager.getByRole("article");

import { expect, type Page } from "@playwright/test";
import { invoicePdf } from "./support/pdf";
import { signIn, test, type World } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`what is wrong with a contractor's form is said in a sentence, and what was typed is still there, ${how} JavaScript`, {
    tag: ["@A3"],
  }, async ({ world }) => {
    const { token } = await world.dispatched();
    const phone = await (await world.browse({ javaScriptEnabled })).newPage();
    await sheet(phone, token, "question");
    const long = `${"Is the tank older than ten years? ".repeat(60)}`.slice(0, 2001);
    await phone.getByRole("textbox").evaluate((field) => field.removeAttribute("maxlength"));
    await phone.getByRole("textbox").fill(long);
    await phone.getByRole("button", { name: /^Send to/ }).click();
    await expect(
      phone.getByText("A question can be at most 2,000 characters. Shorten it and send it again."),
    ).toBeVisible();
    await expect(phone.getByRole("textbox")).toHaveValue(long);

    await move(phone, token, { action: "ACCEPT" });
    await sheet(phone, token, "schedule");
    await phone.locator('input[name="otherDay"]').evaluate((field) => {
      for (let at: Element | null = field; at; at = at.parentElement)
        if (at instanceof HTMLDetailsElement) at.open = true;
      field.removeAttribute("min");
    });
    await phone.locator('input[name="otherDay"]').fill("2024-02-29");
    await phone.locator('input[name="otherTime"]').fill("10:15");
    await phone
      .getByRole("dialog")
      .getByRole("button", { name: /^Schedule/ })
      .click();
    await expect(phone.getByText("That time has passed. Choose one that is still to come.")).toBeVisible();
    await expect(phone.locator('input[name="otherDay"]')).toHaveValue("2024-02-29");
    await expect(phone.locator('input[name="otherTime"]')).toHaveValue("10:15");
  });

  test(`a file that is no invoice is refused in a sentence, and the amount and number are still there, ${how} JavaScript`, {
    tag: ["@A3"],
  }, async ({ world }) => {
    const { token } = await world.dispatched();
    const phone = await (await world.browse({ javaScriptEnabled })).newPage();
    for (const action of ["ACCEPT", "ON_SITE"]) await move(phone, token, { action });
    await phone.goto(`/j/${token}?do=done`);
    const file = {
      name: "notes.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("Replaced the valve."),
    };
    await phone.getByLabel("Invoice total").fill("418.00");
    await phone.getByLabel(/Invoice number/).fill("HP-0932");
    await phone.locator('input[type="file"][name="file"]').setInputFiles(file);
    if (!javaScriptEnabled) await phone.getByRole("button", { name: "Mark job done" }).click();
    await expect(phone.getByText(/We can take a PDF or a photo/)).toBeVisible();
    await expect(phone.getByLabel("Invoice total")).toHaveValue("418.00");
    await expect(phone.getByLabel(/Invoice number/)).toHaveValue("HP-0932");
    await phone
      .locator('input[type="file"][name="file"]')
      .setInputFiles({ ...file, name: "HP-0932.pdf", buffer: invoicePdf() });
    await phone.getByRole("button", { name: "Mark job done" }).click();
    await expect(phone.getByRole("heading", { name: "Job done" })).toBeVisible();
  });
}

test("a move that the page never offered, and a form that is none, lead back to the job with a sentence", {
  tag: ["@A3"],
}, async ({ world, phone }) => {
  const { token } = await world.dispatched();
  for (const [body, sentence] of [
    [{ form: { action: "REOPEN" } }, "Something in the form isn’t right."],
    [{ form: { action: "ACCEPT", status: "COMPLETED" } }, "Something in the form isn’t right."],
    [{ form: { action: "COMPLETE" } }, "That can’t be done at this point of the job."],
    [{ form: { action: "QUESTION", question: "nothing\u0000here" } }, "Something in the form isn’t right."],
    [{ form: { action: "SCHEDULE", day: "2027-02-31", time: "25:00" } }, ""],
    [{ data: { action: "ACCEPT" } }, "Send this as a form"],
    [{ data: "--", headers: { "content-type": "multipart/form-data" } }, "arrived in pieces"],
  ] as const) {
    const answer = await phone.request.post(`/j/${token}/move`, body);
    expect(answer.status(), JSON.stringify(body)).toBe(200);
    expect(answer.url()).toContain(`/j/${token}?`);
    const html = await answer.text();
    expect(html, JSON.stringify(body)).toContain(sentence);
    expect(html).toContain("Accept job");
  }
});

test("what is no address is refused at the sign-in, and is still there", { tag: ["@B5"] }, async ({
  world,
}) => {
  const page = await (await world.browse()).newPage();
  for (const typed of [
    "priya",
    "priya@",
    "a@b@c.example",
    "Priya <priya@fernleigh.example>",
    "priya @x.example",
  ]) {
    await page.goto("/sign-in");
    await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.getByLabel("Work email").fill(typed);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByText("That isn’t an email address. Check it for a slip.")).toBeVisible();
    await expect(page.getByLabel("Work email")).toHaveValue(typed);
  }
});

test("of two managers with one order on the screen, the second one's cancellation is refused with what changed, and the reason is still there", {
  tag: ["@A4"],
}, async ({ world, manager, phone }) => {
  const job = await world.dispatched();
  const second = await (await world.browse()).newPage();
  await signIn(second, world);
  for (const page of [manager, second]) await page.goto(`/inbox/${job.number}/cancel`);
  await phone.goto(job.link);
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  await second.getByRole("dialog").getByRole("textbox").fill("Sold the house.");
  await second.getByRole("button", { name: /^Cancel (the )?job/ }).click();
  await expect(second.getByRole("dialog").getByText(/clicked Accept/)).toBeVisible();
  await expect(second.getByRole("dialog").getByRole("textbox")).toHaveValue("Sold the house.");
  expect(await statusOf(world, job.id)).toBe("ACCEPTED");
});

async function sheet(phone: Page, token: string, name: string) {
  await phone.goto(`/j/${token}?do=${name}`);
  await expect(phone.getByRole("dialog")).toBeVisible();
}

async function move(page: Page, token: string, data: object) {
  expect((await page.request.post(`/api/v1/jobs/${token}/transitions`, { data })).status()).toBe(200);
}

async function statusOf(world: World, orderId: string) {
  const [order] = await world.owner<
    { status: string }[]
  >`select status from work_orders where id = ${orderId}`;
  return order?.status;
}

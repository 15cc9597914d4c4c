import { expect } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { clientIn } from "./support/client";
import { makeReadwell } from "./support/clients";
import { letterTo } from "./support/mailbox";
import { atInvoice, bankAnswers, bankWaits, inTheTill, payBy, toProcessor } from "./support/paying";
import { signedIn } from "./support/sign-in";
import { phoneSize, test } from "./support/test";

const paidInFull = { paid: 39_944, ledger: 39_944, received: 1, closedAs: "paid" };

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`a client pays from the e-mail’s link, has the receipt, and was asked for no account, ${how} JavaScript`, {
    tag: ["@B9", "@D5"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const browser = await world.browse({ ...phoneSize, javaScriptEnabled });
    const { id, page } = await atInvoice(world, readwell, browser);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Amount due\s*\$399\.44/);
    await expect(page.getByText("4 visits at $55.00")).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    await toProcessor(page);
    await payBy(page, "Pay by card");
    await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
    await expect(page.getByText("Visa ending 4242")).toBeVisible();
    await expect(page.getByText("$399.44 to Readwell Builders")).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    expect(await inTheTill(world, id)).toEqual(paidInFull);
    const saved = await browser.request.get(
      (await page.getByRole("link", { name: "Save receipt" }).getAttribute("href")) ?? "",
    );
    expect([saved.status(), saved.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const receipt = await letterTo(
      world.origin,
      readwell.address.ellen,
      ({ subject }) => subject === "Paid, thank you: $399.44",
    );
    expect(receipt.attachment).toMatch(/^Receipt .+-R1\.pdf$/);
    expect(receipt.links.filter((link) => link.includes("/l/"))).toEqual([]);
  });
}

test("a card that is declined loses nothing: the client tries again and pays once", {
  tag: ["@B9", "@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Card that is declined");
  await expect(page.getByText(/^That card was declined/)).toBeVisible();
  expect(await inTheTill(world, id)).toMatchObject({ paid: 0, closedAs: null });
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  expect(await inTheTill(world, id)).toEqual(paidInFull);
});

test("a card that asks the bank is paid once it is approved, and not where it is refused", {
  tag: ["@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Card that asks your bank");
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByText(/so nothing was paid/)).toBeVisible();
  expect(await inTheTill(world, id)).toMatchObject({ paid: 0 });
  await payBy(page, "Card that asks your bank");
  await page.getByRole("button", { name: /^Approve/ }).click();
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  expect(await inTheTill(world, id)).toEqual(paidInFull);
});

test("a bank that takes its time is on its way until it is here, and is not asked for twice", {
  tag: ["@B9", "@D5"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, here, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Bank account (takes a while)");
  await bankWaits(world, id);
  await expect(
    page.getByText("$399.44 is on its way from your bank. It can take up to 5 working days."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
  await isAccessible(page);
  const hers = await clientIn(world, readwell.address.ellen);
  const home = await hers.newPage();
  await home.goto("/portal/billing");
  await expect(home.getByText("$399.44 on its way from your bank")).toBeVisible();
  await bankAnswers(world, id);
  await expect.poll(() => inTheTill(world, id)).toEqual(paidInFull);
  await page.goto(here);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  await home.reload();
  await expect(home.getByText(/^Paid \w{3}/)).toBeVisible();
});

test("a bank that refuses after days is told by letter, with the way to pay again", {
  tag: ["@D5", "@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Bank account without enough in it");
  await bankAnswers(world, id);
  const { links } = await letterTo(
    world.origin,
    readwell.address.ellen,
    ({ subject }) => subject === "Your payment for the April invoice didn’t go through",
  );
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "didn’t go through" })).toBeVisible();
  await page.goto(links.find((each) => each.includes("/l/")) ?? "");
  await toProcessor(page);
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  expect(await inTheTill(world, id)).toEqual(paidInFull);
});

test("two tabs that pay at once make one payment", { tag: ["@D5"] }, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const browser = await world.browse(phoneSize);
  const { id, here, page } = await atInvoice(world, readwell, browser);
  const second = await browser.newPage();
  await second.goto(here);
  await Promise.all([toProcessor(page), toProcessor(second)]);
  expect(page.url()).toBe(second.url());
  await Promise.all([payBy(page, "Pay by card"), payBy(second, "Pay by card")]);
  for (const tab of [page, second]) {
    await tab.goto(here);
    await expect(tab.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  }
  expect(await inTheTill(world, id)).toEqual(paidInFull);
});

test("a part is paid where the invoice takes parts, and the page says what is left", {
  tag: ["@B9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id, here, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await world.owner`update invoices set takes_parts = true where document_id = ${id}`;
  await page.goto(here);
  await page.getByText("Pay another amount").click();
  await page.getByLabel("How much").fill("a hundred");
  await page.getByRole("button", { name: "Pay this amount" }).click();
  await expect(page.getByText("Write how much you want to pay, as in 120.00.")).toBeVisible();
  await expect(page.getByLabel("How much")).toHaveValue("a hundred");
  await isAccessible(page);
  await page.getByLabel("How much").fill("100");
  await toProcessor(page, "Pay this amount");
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "Thank you for this payment" })).toBeVisible();
  await isAccessible(page);
  await page.getByRole("link", { name: "Back to the invoice" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Left to pay\s*\$299\.44/);
  await expect(page.getByRole("button", { name: "Pay $299.44" })).toBeVisible();
});

test("what a client disagrees with is kept where it can’t be sent, reaches the open inbox, and nothing is asked for meanwhile", {
  tag: ["@B9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const office = await signedIn(world, { email: `sam-${readwell.suffix}@readwell.example` });
  const inbox = await office.newPage();
  await inbox.goto("/inbox");
  await expect(inbox.getByText("Live", { exact: true })).toBeVisible();
  const { page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await page.getByText("I don’t agree with this invoice").click();
  await page.getByLabel("What is not right with it").fill("You came three times.");
  await page.getByRole("button", { name: "Send it to Readwell Builders" }).click();
  await expect(page.getByRole("heading", { name: "Readwell Builders looks into it" })).toBeInViewport();
  await expect(page).toHaveURL(/#dispute$/);
  await expect(page.getByText("“You came three times.”")).toBeVisible();
  await isAccessible(page);
  await expect(inbox.getByText("April invoice").first()).toBeVisible();
});

test("a disagreement that comes too late is told with its words, where another stands and where the invoice is over", {
  tag: ["@B9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const hers = await clientIn(world, readwell.address.ellen);
  const { id, page, here } = await atInvoice(world, readwell, hers);
  await world.owner`
    update invoices set disputed_at = now(), disputed_by = 'Tom Marsh', dispute_reason = 'Too much.' where document_id = ${id}`;
  for (const where of ["Readwell Builders looks into it", "This invoice was cancelled"]) {
    const form = { words: "You came three times." };
    const refused = await hers.request.post(`${here}/dispute`, { form, maxRedirects: 0 });
    await page.goto(refused.headers().location ?? "");
    await expect(page.getByText(where).first()).toBeVisible();
    await expect(page.getByText("You wrote: “You came three times.”")).toBeVisible();
    await world.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
    await world.owner`update invoices set disputed_at = null, disputed_by = null, dispute_reason = null where document_id = ${id}`;
  }
});

test("the office sees the money arrive in an open inbox", { tag: ["@B9", "@A4"] }, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const office = await signedIn(world, { email: `sam-${readwell.suffix}@readwell.example` });
  const inbox = await office.newPage();
  await inbox.goto("/inbox");
  await expect(inbox.getByText("Live", { exact: true })).toBeVisible();
  const { page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Pay by card");
  await expect(inbox.getByText(/Ellen Marsh paid/).first()).toBeAttached();
});

test("an invoice link that opens once signs in, and its page is paid the same way", {
  tag: ["@C5", "@B9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  await world.owner`update tenants set invoice_links = 'single-use' where id = ${readwell.tenantId}`;
  const { id, here, page } = await atInvoice(world, readwell, await world.browse(phoneSize));
  await toProcessor(page);
  await payBy(page, "Pay by card");
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  await expect(
    page.getByText(/the link in your email has closed\. You stay signed in on this/),
  ).toBeVisible();
  expect(await inTheTill(world, id)).toEqual(paidInFull);
  await page.goto(here);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
});

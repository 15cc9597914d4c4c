import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { nextLetter } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { letterTo, linkIn } from "./support/mailbox";
import { invoicePdf } from "./support/pdf";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";
import { insert } from "./support/world";

const desk = { viewport: { width: 1440, height: 900 } };

async function atReadwell(world: World, options: Parameters<World["browse"]>[0] = desk) {
  const readwell = await makeReadwell(world.owner);
  await world.owner`update tenants set tax_name = 'Sales tax', tax_milli_percent = 8250, invoice_prefix = 'RB-'
    where id = ${readwell.tenantId}`;
  const office = await signedIn(world, { email: `sam-${readwell.suffix}@readwell.example`, ...options });
  return { readwell, page: await office.newPage() };
}

const officePage = ({ ellen }: Readwell, id: string) => `/clients/${ellen}/documents/${id}`;
const lines = (page: Page) => page.getByRole("region", { name: "Lines" });
const save = (page: Page) => lines(page).getByRole("button", { name: "Save", exact: true });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`an invoice is written line by line, added up, sent with its number, and stays as it was sent, ${how} script`, {
    tag: ["@B9", "@D5"],
  }, async ({ world }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    const { ellen } = readwell.address;
    await page.goto(`/clients/${readwell.ellen}/documents/new`);
    await page.getByLabel("Kind").selectOption({ label: "Invoice" });
    await page.getByRole("textbox", { name: "Title" }).fill("Pool service, April");
    await page.getByRole("button", { name: "Add document" }).click();
    await page.getByLabel("Line 1, what it is").fill("Weekly service, April");
    await page.getByLabel("Line 1, Quantity").fill("4");
    await page.getByLabel("Line 1, Unit").fill("visits");
    await page.getByLabel("Line 1, Price").fill("55");
    if (javaScriptEnabled) await expect(lines(page).getByText("$238.15"), "while it is typed").toBeVisible();
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByLabel("Line 2, what it is").fill("Filter cartridge clean");
    await page.getByLabel("Line 2, Price").fill("149");
    await page.getByLabel("Line 2, Note").fill("Apr 16");
    await page.getByLabel("Deposit", { exact: true }).fill("100");
    await save(page).click();
    await expect(page.getByText("Saved.", { exact: true }).first()).toBeVisible();
    await expect(lines(page).getByText("$399.44")).toBeVisible();
    await expect(lines(page).getByText("Sales tax, 8.25%")).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    const send = javaScriptEnabled ? `Send to ${ellen} by email` : `Save and send to ${ellen} by email`;
    const letter = await nextLetter(world, ellen, () => page.getByRole("button", { name: send }).click());
    const invoice = page.getByRole("region", { name: "Invoice", exact: true });
    await expect(invoice.getByText("RB-1001")).toBeVisible();
    await expect(invoice.getByText("4 visits at $55.00")).toBeVisible();
    await expect(invoice.getByText(/^Deposit, due /)).toBeVisible();
    await expect(page.getByLabel("Line 1, what it is")).toHaveCount(0);
    const hers = await (await world.browse(phoneSize)).newPage();
    await hers.goto(letter.link);
    await expect(hers.getByText("Filter cartridge clean")).toBeVisible();
    await page.getByText("Make the invoice void").click();
    await page.getByLabel("Why").fill("We wrote it twice.");
    const news = await letterAfter(world, ellen, () =>
      page.getByRole("button", { name: "Make it void for good" }).click(),
    );
    expect(news).toContain("We wrote it twice.");
    await expect(invoice.getByText("We wrote it twice.")).toBeVisible();
    await hers.reload();
    await expect(hers.getByText("Filter cartridge clean")).toHaveCount(0);
  });

  test(`a third of an approved scope is invoiced, and the office is told when more is than was agreed, ${how} script`, {
    tag: ["@D5"],
  }, async ({ world }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    const scope = await makeDocument(world.owner, readwell, "scope");
    await world.owner`update scope_revisions set approved_at = now(), approved_by = 'Ellen Marsh' where document_id = ${scope}`;
    await page.goto(officePage(readwell, scope));
    await page.getByText("A percentage", { exact: true }).click();
    await page.getByLabel("Percentage", { exact: true }).fill("300");
    await page.getByRole("button", { name: "Make an invoice" }).click();
    await expect(page.getByText("Type a percentage from 0.001 to 100.").first()).toBeVisible();
    await page.getByLabel("Percentage", { exact: true }).fill("30");
    await page.getByRole("button", { name: "Make an invoice" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Kitchen and rear addition, 30%" }),
    ).toBeVisible();
    await expect(page.getByLabel("Line 1, Price")).toHaveValue("234.00");
    await expect(page.getByText("$1,944.00 of $6,480.00 invoiced so far, before tax.")).toBeVisible();
    await lines(page).getByRole("link", { name: "Kitchen and rear addition" }).click();
    await page.getByText("All of it", { exact: true }).click();
    await page.getByRole("button", { name: "Make an invoice" }).click();
    await expect(page.getByText(/^That is \$1,944\.00 more than the scope’s total/)).toBeVisible();
  });

  test(`a client’s disagreement is settled with words that they read, ${how} script`, {
    tag: ["@D5"],
  }, async ({ world }) => {
    const { readwell, page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    const { ellen } = readwell.address;
    const id = await makeDocument(world.owner, readwell, "invoice");
    await world.owner`update documents set addressed_to = array[${ellen}], waits_since = now(), waits_for = 'disputed' where id = ${id}`;
    await world.owner`update invoices set disputed_at = now(), disputed_by = 'Ellen Marsh', dispute_reason = 'Three visits, not four.'
      where document_id = ${id}`;
    await page.goto("/inbox");
    await page.getByRole("link", { name: /Ellen Marsh.*Disputed/ }).click();
    await expect(page.getByText("Three visits, not four.").first()).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByLabel("What you settled").fill("You are right. We take one visit off the next one.");
    const letter = await nextLetter(world, ellen, () =>
      page.getByRole("button", { name: "Settle it" }).click(),
    );
    expect(letter.text).toContain("You are right.");
    await expect(page.getByRole("region", { name: "The client disagrees" })).toHaveCount(0);
  });

  test(`numbers go forward and never back, ${how} script`, async ({ world }) => {
    const { page } = await atReadwell(world, { ...desk, javaScriptEnabled });
    await page.goto("/settings/invoices");
    await expect(page.getByText(/^RB-1001 is next\./)).toBeVisible();
    await page.getByLabel("Next number").fill("118");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(
      page.getByText("RB-1001 is next, and numbers only go forward. Choose 1001 or more.").first(),
    ).toBeVisible();
    await page.getByLabel("Next number").fill("3072");
    await page.getByLabel("Days to pay").fill("10");
    await page.getByLabel("EIN").fill("74-2891307");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^RB-3072 is next\./)).toBeVisible();
    await expect(page.getByLabel("EIN")).toHaveValue("74-2891307");
    await page.getByLabel("Connected account").fill("sk_live_1234567890");
    await page.getByRole("button", { name: "Save the account" }).click();
    await expect(page.getByText(/An account at Stripe begins with acct_/)).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
  });
}

test("money on an invoice keeps it from being made void, and a viewer is offered nothing", {
  tag: ["@D5"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const id = await makeDocument(world.owner, readwell, "invoice");
  await world.owner`update invoices set paid_cents = 100 where document_id = ${id}`;
  await page.goto(officePage(readwell, id));
  await expect(page.getByText(/^Money was paid on it\. Refund that first/)).toBeVisible();
  await expect(page.getByText("Make the invoice void")).toHaveCount(0);
  await world.owner`update members set role = 'viewer' where id = ${readwell.sam}`;
  await page.reload();
  await expect(page.getByText("Part paid").first()).toBeVisible();
  await expect(page.getByText("Make the invoice void")).toHaveCount(0);
  await page.goto("/settings/invoices");
  await expect(page.getByText("RB-1002 is next.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
});

test("a finished job is invoiced to the client whose place it is, with the contractor’s bill attached", {
  tag: ["@D5"],
}, async ({ world, manager }) => {
  const { tenantId } = world;
  const { number, token } = await world.dispatched();
  await manager.goto(`/work-orders/${number}/invoice`);
  await expect(manager.getByText(/^The job isn’t completed/)).toBeVisible();
  for (const action of ["ACCEPT", "ON_SITE", "COMPLETE"])
    await manager.request.post(`/api/v1/jobs/${token}/transitions`, { data: { action } });
  const file = { name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() };
  const bill = { file, amountCents: "41800", number: "HP-0932" };
  expect((await manager.request.post(`/api/v1/jobs/${token}/invoices`, { multipart: bill })).ok()).toBe(true);
  const zoe = await insert(world.owner, "contacts", {
    ...{
      tenant_id: tenantId,
      kind: "client",
      name: "Zoe Whitlock",
      email: `zoe-${world.suffix}@whitlock.example`,
    },
  });
  await insert(world.owner, "projects", {
    ...{ tenant_id: tenantId, contact_id: zoe, name: "Her flat", place: "14 Marlowe St, Cooks Hill" },
  });
  await manager.goto(`/inbox/${number}`);
  await manager.getByRole("link", { name: "Make an invoice" }).click();
  await expect(manager.getByLabel("For", { exact: true })).toHaveValue(zoe);
  await isAccessible(manager);
  await manager.getByLabel("On top of that, %").fill("10");
  await manager.getByRole("button", { name: "Make an invoice" }).click();
  await expect(manager.getByLabel("Line 1, Price")).toHaveValue("418.00");
  await expect(lines(manager).getByText("$459.80")).toBeVisible();
  await manager.getByRole("button", { name: "Take off Invoice HP-0932 from Harbour Plumbing" }).click();
  await expect(manager.getByRole("button", { name: /^Take off/ })).toHaveCount(0);
  await manager.goto(`/work-orders/${number}/invoice`);
  await expect(manager.getByText("It was invoiced already:")).toBeVisible();
  await world.owner`update contractor_invoices set state = 'queried' where tenant_id = ${tenantId}`;
  await manager.reload();
  await expect(manager.getByText("What you asked its contractor about is left out.")).toBeVisible();
  await expect(manager.getByText("No invoice of its contractor came")).toHaveCount(0);
});

/** The text of the letter that comes next, which has no link in it. */
async function letterAfter(world: World, address: string, act: () => Promise<unknown>): Promise<string> {
  await act();
  const letter = await letterTo(world.origin, address, ({ text }) => text.includes("We wrote it twice."));
  expect(() => linkIn(letter)).toThrow();
  return letter.text;
}

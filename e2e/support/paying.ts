import { type BrowserContext, expect, type Page } from "@playwright/test";
import { nextLetter, pageOf } from "./client";
import { makeDocument, type Readwell } from "./clients";
import type { World } from "./test";

/** An invoice of $399.44 that Ellen was sent, by whose link her browser is on its page. */
export async function atInvoice(world: World, readwell: Readwell, browser: BrowserContext) {
  const id = await makeDocument(world.owner, readwell, "invoice");
  await world.owner`
    update documents set title = 'April invoice', due_on = current_date + 9 where id = ${id}`;
  const address = readwell.address.ellen;
  const form = { kind: "invoice", document: id, address };
  const elsewhere = await world.browse();
  const letter = await nextLetter(world, address, () =>
    elsewhere.request.post("/l/again", { form, maxRedirects: 0 }),
  );
  const page = await browser.newPage();
  await page.goto(letter.link);
  if (page.url().endsWith("/l/confirm")) await page.getByRole("button", { name: /^Continue as/ }).click();
  await expect(page).toHaveURL(pageOf("invoice", id));
  return { id, link: letter.link, here: pageOf("invoice", id), page };
}

/** From the invoice to the practice processor’s page. */
export async function toProcessor(page: Page, button = "Pay $399.44"): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText("Practice payment.", { exact: false }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/practice\//);
}

/** One of the ways to pay there. */
export const payBy = (page: Page, way: string) => page.getByRole("button", { name: way }).click();

/** Has the bank of a practice payment answer now: the worker finds it at its next look, not once its seconds are over. */
export const bankAnswers = (world: World, id: string) => setBank(world, id, "0 seconds");

/** However long a test takes, the bank of the open checkout answers only when `bankAnswers` says so. */
export const bankWaits = (world: World, id: string) => setBank(world, id, "1 hour");

async function setBank(world: World, id: string, from: string): Promise<void> {
  const due = await world.owner`
    update graphile_worker._private_jobs set run_at = now() + ${from}::interval
    where key in (select 'end-practice/' || c.id from practice_checkouts c join payments p on p.id = c.payment_id
      where p.document_id = ${id})`;
  expect(due.count, "banks that were to answer").toBe(1);
}

/** What the till knows of an invoice, in cents. */
export async function inTheTill(world: World, id: string) {
  const [till] = await world.owner<
    { paid: number; ledger: number; received: number; closedAs: string | null }[]
  >`
    select i.paid_cents::int as paid, (select coalesce(sum(amount_cents), 0)::int from ledger l where l.document_id = i.document_id) as ledger,
      (select count(*)::int from payments p where p.document_id = i.document_id and p.state = 'received') as received,
      (select closed_as from documents d where d.id = i.document_id) as "closedAs"
    from invoices i where i.document_id = ${id}`;
  return till;
}

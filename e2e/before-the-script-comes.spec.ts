import { expect } from "@playwright/test";
import { awake } from "./support/awake";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { scriptComesLate } from "./support/late-script";
import { invoicePdf } from "./support/pdf";
import { atReadwell, officePage } from "./support/readwell-office";
import { test } from "./support/test";

const commit = { waitUntil: "commit" } as const;

test("what is written in a draft is kept like everything else", { tag: ["@B18"] }, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const id = await makeDocument(world.owner, readwell, "invoice", { draft: true });
  const come = await scriptComesLate(page);
  await page.goto(officePage(readwell, id), commit);
  const title = page.getByRole("textbox", { name: "Title" });
  await title.fill("Half of it");
  come();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(title).toHaveValue("Half of it");
  await page.reload();
  await expect(title).toHaveValue("Half of it");
});

test("a name that is typed under a contract stays, shows in its place, and signs", {
  tag: ["@B6", "@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "contract");
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  const come = await scriptComesLate(page);
  await page.goto(pageOf("contract", id), commit);
  const name = page.getByLabel("Type your full name");
  await name.fill("Ellen Marsh");
  await page.getByLabel(/I agree to sign electronically/).check();
  come();
  await expect(page.getByRole("radio", { name: "Draw" }), "the script has come").toBeAttached();
  await expect(name).toHaveValue("Ellen Marsh");
  await expect(page.locator("#signature-preview")).toContainText("Ellen Marsh");
  await page.getByRole("button", { name: "Sign contract" }).click();
  await expect(page.getByRole("button", { name: "Confirm and finish" })).toBeVisible();
});

test("an option that is tapped is chosen, and kept", { tag: ["@B8", "@D3"] }, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "selections");
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  const come = await scriptComesLate(page);
  await page.goto(pageOf("selections", id), commit);
  const soapstone = page.getByRole("radio", { name: "Soapstone, oiled" });
  await soapstone.check();
  come();
  await expect(page, "the item that was shown of itself stays once it is chosen").toHaveURL(/\?item=/);
  await page.reload();
  await expect(soapstone).toBeChecked();
});

test("a contractor’s total stands against the ceiling, and their file is on its way", {
  tag: ["@A4", "@D3"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  await world.owner`update work_orders set status = 'ON_SITE' where id = ${job.id}`;
  const come = await scriptComesLate(phone);
  await phone.goto(`/j/${job.token}?do=done`, commit);
  const total = phone.getByLabel("Invoice total");
  await total.fill("486");
  await phone
    .getByLabel("Choose file")
    .setInputFiles({ name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() });
  come();
  await expect(phone.getByText("$36.00 over")).toBeVisible();
  await expect(total).toHaveValue("486");
  await expect(phone.getByText(/^Sent, /)).toBeVisible();
});

test("a reply that is begun, and whom a dispatch goes to, stay as they were chosen", {
  tag: ["@A1", "@D3"],
}, async ({ world, manager }) => {
  const job = await world.dispatched();
  const come = await scriptComesLate(manager);
  await manager.goto(`/inbox/${job.number}`, commit);
  const reply = manager.locator("#reply");
  await reply.fill("Use the side gate.");
  come();
  await awake(reply);
  await manager.waitForLoadState("networkidle");
  await expect(reply).toHaveValue("Use the side gate.");

  await manager.unrouteAll();
  const comeAgain = await scriptComesLate(manager);
  await manager.goto(`/inbox/${job.number}/dispatch`, commit);
  const ceiling = manager.getByLabel("Cost ceiling");
  await ceiling.fill("500");
  const byEmail = manager.getByRole("radio", { name: "Email" });
  await byEmail.check({ force: true });
  comeAgain();
  await awake(ceiling);
  await expect(manager.getByRole("button", { name: "Dispatch by email" })).toBeVisible();
  await expect(ceiling).toHaveValue("500");
  await expect(byEmail).toBeChecked();
});

import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { askAsClient, sentDocument } from "./support/client";
import { makeReadwell } from "./support/clients";
import { phoneSize, signIn, test, type World } from "./support/test";
import { insert } from "./support/world";

const desk = { viewport: { width: 1440, height: 900 } };
const schemes = ["light", "dark"] as const;

for (const colorScheme of schemes) {
  test(`axe finds nothing in the office, ${colorScheme}`, { tag: ["@D3"] }, async ({ world }) => {
    const page = await (await world.browse({ ...desk, colorScheme })).newPage();
    await signIn(page, world);
    await isSilentAt(page, "/inbox");
    const draft = await world.draft();
    const job = await world.dispatched("Leak under laundry tub");
    for (const path of [
      "/inbox",
      `/inbox/${draft.number}`,
      `/inbox/${draft.number}/dispatch`,
      `/inbox/${job.number}`,
      `/inbox/${job.number}/cancel`,
      "/work-orders",
      "/work-orders/new",
      `/work-orders/${draft.number}/edit`,
      "/contractors",
      "/contractors/new",
      `/contractors/${world.mick}`,
      "/bills",
      "/properties",
      "/properties/new",
      "/settings/security",
      "/settings/invoices",
      ...(await clientPages(world)),
    ]) {
      await isSilentAt(page, path);
    }
  });

  test(`axe finds nothing on the pages of somebody who comes in, ${colorScheme}`, { tag: ["@D3"] }, async ({
    world,
  }) => {
    const page = await (await world.browse({ ...phoneSize, colorScheme })).newPage();
    for (const path of [
      "/sign-in",
      "/sign-in?link=spent",
      "/sign-in?link=unknown",
      "/client-login",
      "/developers",
      "/mailbox",
      "/nothing-here",
    ]) {
      await isSilentAt(page, path);
    }
    await page.goto("/sign-in");
    await page.getByLabel("Work email").fill("nobody@nowhere.example");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await isSilentAt(page, "/sign-in/sent");
    await isSilentAt(page, "/sign-in/sent?wait=1800");
  });

  test(`axe finds nothing on a client’s pages, before a link is opened and after, ${colorScheme}`, {
    tag: ["@D3"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { email, phone } = { email: readwell.address.ellen, phone: readwell.address.ellenPhone };
    await makeReadwell(world.owner, { email, phone }, "Bluewater Pools");
    const [contract, appointment, invoice] = [
      await sentDocument(world, readwell, "contract"),
      await sentDocument(world, readwell, "appointment"),
      await sentDocument(world, readwell, "invoice"),
    ];
    const browser = await world.browse({ ...phoneSize, colorScheme });
    const page = await browser.newPage();
    await isSilentAt(page, new URL(contract.link).pathname);
    await isSilentAt(page, new URL(invoice.link).pathname);
    await isSilentAt(page, contract.page);
    await isSilentAt(page, `${contract.page}?asked=yes`);
    await isSilentAt(page, `${contract.page}?wait=1800`);
    await world.timePasses("8 days", readwell.tenantId);
    await isSilentAt(page, new URL(contract.link).pathname);
    await isSilentAt(page, new URL(appointment.link).pathname);
    await world.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${invoice.id}`;
    await isSilentAt(page, new URL(invoice.link).pathname);
    const { link } = await askAsClient(browser, world, email);
    await isSilentAt(page, "/client-login/sent");
    await isSilentAt(page, new URL(link).pathname);
    await page.getByRole("button", { name: "Readwell Builders" }).click();
    for (const path of ["/portal", "/portal/devices", contract.page, invoice.page])
      await isSilentAt(page, path);
  });

  test(`axe finds nothing on the job page in any state, ${colorScheme}`, { tag: ["@D3"] }, async ({
    world,
  }) => {
    const { token } = await world.dispatched();
    const page = await (await world.browse({ ...phoneSize, colorScheme })).newPage();
    for (const sheet of ["", "?do=schedule", "?do=decline", "?do=question"])
      await isSilentAt(page, `/j/${token}${sheet}`);
    await move(page, world, token, { action: "ACCEPT" });
    await isSilentAt(page, `/j/${token}`);
    await move(page, world, token, {
      action: "SCHEDULE",
      scheduledFor: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await isSilentAt(page, `/j/${token}`);
    await move(page, world, token, { action: "ON_SITE" });
    for (const sheet of ["", "?do=done"]) await isSilentAt(page, `/j/${token}${sheet}`);
    await move(page, world, token, { action: "COMPLETE" });
    for (const sheet of ["", "?do=invoice"]) await isSilentAt(page, `/j/${token}${sheet}`);
    await isSilentAt(page, `/j/${token.slice(0, -1)}`);
  });
}

test("nothing scrolls sideways on a small phone", { tag: ["@D3"] }, async ({ world }) => {
  const page = await (await world.browse({ viewport: { width: 320, height: 640 } })).newPage();
  await signIn(page, world);
  const draft = await world.draft("A title that is long enough to wrap onto several lines of a small phone");
  const { token } = await world.dispatched();
  for (const path of [
    "/inbox",
    `/inbox/${draft.number}`,
    `/inbox/${draft.number}/dispatch`,
    "/work-orders",
    "/contractors",
    "/bills",
    "/properties/new",
    ...(await clientPages(world)),
    `/j/${token}`,
    `/j/${token}?do=schedule`,
    "/sign-in",
    "/developers",
  ]) {
    await page.goto(path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, path).toBe(0);
  }
});

/** The office’s pages about a client with a partner, an open portal, a project, a draft and a document that was sent. */
async function clientPages({ owner, tenantId, suffix }: World): Promise<string[]> {
  const client = await insert(owner, "contacts", {
    ...{
      tenant_id: tenantId,
      kind: "client",
      name: "Ellen Marsh",
      portal_access: true,
      phone: "+61491570158",
    },
    ...{ email: `ellen.marsh-with-a-long-address-${suffix}@marsh-family.example` },
    ...{ partner_name: "Tom Marsh", partner_email: `tom-${suffix}@marsh.example` },
  });
  const whose = { tenant_id: tenantId, contact_id: client };
  const project = await insert(owner, "projects", { ...whose, name: "Kitchen and rear addition" });
  const ofProject = { ...whose, project_id: project, title: "Kitchen and rear addition" };
  const draft = await insert(owner, "documents", { ...ofProject, kind: "scope" });
  const waits = { sent_at: new Date(), waits_since: new Date(), waits_for: "question", due_on: "2026-05-01" };
  const sent = await insert(owner, "documents", { ...ofProject, kind: "invoice", ...waits });
  const asker = { contact_id: client, address: `tom-${suffix}@marsh.example`, tenant_id: tenantId };
  await insert(owner, "document_questions", {
    ...{ ...asker, document_id: sent, asked_by: "Tom Marsh", asked: "Is this with tax?" },
  });
  await insert(owner, "links", {
    ...{ ...asker, document_id: sent, purpose: "invoice", class: "standing", channel: "email" },
    expires_at: new Date(Date.now() + 86_400_000),
  });
  return [
    "/clients",
    "/clients/new",
    "/clients/import",
    `/clients/${client}`,
    `/clients/${client}/edit`,
    `/clients/${client}/documents/new`,
    `/clients/${client}/documents/${draft}`,
    `/clients/${client}/documents/${sent}`,
    `/clients/${client}/documents/${sent}/duplicate`,
    `/clients/${client}/documents/${draft}/close/withdrawn`,
    "/projects",
    "/projects/new",
    `/projects/${project}`,
    `/projects/${project}/edit`,
    "/activity",
    `/activity?client=${client}`,
  ];
}

async function isSilentAt(page: Page, path: string) {
  await page.goto(path);
  await isAccessible(page);
}

async function move(page: Page, world: World, token: string, data: Record<string, string>) {
  const response = await page.request.post(`${world.origin}/api/v1/jobs/${token}/transitions`, { data });
  expect(response.status()).toBe(200);
}

import { expect, type Page, type Request } from "@playwright/test";
import sharp from "sharp";
import { awake } from "./support/awake";
import { invoicePdf } from "./support/pdf";
import { phoneSize, test, type World } from "./support/test";

const timeline = (page: Page) => page.getByRole("article");
const photosIn = (phone: Page) => phone.locator('main img[src*="/files/"]');
const chooser = (phone: Page) => phone.locator('input[name="photos"]');

test("photos that a contractor takes on site stand on the job and in the open order at once, as one happening", {
  tag: ["@A4"],
}, async ({ world, manager, phone }) => {
  const job = await onSite(world, phone);
  await manager.goto(`/inbox/${job.number}`);
  await phone.goto(job.link);
  await awake(chooser(phone));
  await chooser(phone).setInputFiles([await photo("valve"), await photo("tank")]);
  await expect(photosIn(phone)).toHaveCount(2);
  await expect(timeline(manager).getByText(/^Contractor added 2 photos at \d\d:\d\d$/)).toBeVisible();
  await expect(manager.getByRole("img", { name: "Photo from the contractor" })).toHaveCount(2);
  expect(await happenings(world, job.id)).toBe(1);

  await move(phone, job.token, { action: "COMPLETE" });
  await phone.goto(job.link);
  await awake(chooser(phone));
  await chooser(phone).setInputFiles([await photo("clean-up")]);
  await expect(photosIn(phone)).toHaveCount(3);
  await expect(timeline(manager).getByText(/^Contractor added a photo at \d\d:\d\d$/)).toBeVisible();
});

test("photos go without JavaScript too, and what is no photo is refused in a sentence", {
  tag: ["@A3"],
}, async ({ world }) => {
  const phone = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  const job = await onSite(world, phone);
  await phone.goto(job.link);
  const send = phone.getByRole("button", { name: "Send photos" });
  await chooser(phone).setInputFiles([await photo("valve"), pdf]);
  await send.click();
  await expect(
    phone.getByText("That isn’t a photo we can take. Choose a JPEG, PNG, HEIC or WebP."),
  ).toBeVisible();
  await expect(photosIn(phone)).toHaveCount(0);
  await chooser(phone).setInputFiles([await photo("valve"), await photo("tank")]);
  await send.click();
  await expect(photosIn(phone)).toHaveCount(2);
  expect(await happenings(world, job.id)).toBe(1);
});

test("photos that are taken without signal wait with their time, survive a reload, and follow the arrival", {
  tag: ["@A3"],
}, async ({ world }) => {
  const job = await world.dispatched();
  const context = await world.browse(phoneSize);
  const phone = await context.newPage();
  await phone.goto(job.link);
  await expect(chooser(phone)).toBeHidden();
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  await awake(phone.getByRole("button", { name: "On site now" }));
  await phone.waitForFunction(async () => {
    const kept = await (await caches.open("latchkey-jobs-1")).keys();
    return kept.some(({ url }) => /\/j\/[^/]+$/.test(url));
  });

  await context.setOffline(true);
  await phone.getByRole("button", { name: "On site now" }).click();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  await chooser(phone).setInputFiles([await photo("valve"), await photo("tank")]);
  await expect(phone.getByText("2 photos", { exact: true })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(/^Taken at \d\d:\d\d, \d+ KB$/)).toBeVisible();

  await context.setOffline(false);
  await expect(photosIn(phone)).toHaveCount(2);
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeHidden();
  expect(await happenings(world, job.id)).toBe(1);
});

test("photos that find no room hold no move up, and arrive once there is room", { tag: ["@A3"] }, async ({
  world,
  phone,
}) => {
  const job = await onSite(world, phone);
  await world.owner`
    insert into files (tenant_id, key, name, content_type, size, sha256, staged_by)
    select l.tenant_id, l.id || '/' || place, 'valve.jpg', 'image/jpeg', 1, sha256('x'), l.id
    from links l, generate_series(1, 20) place where l.work_order_id = ${job.id}`;
  await phone.clock.install();
  await phone.goto(job.link);
  const uploads: string[] = [];
  phone.on("request", (request) => uploads.push(...(isUpload(request) ? [request.url()] : [])));
  await awake(chooser(phone));
  await chooser(phone).setInputFiles([await photo("valve")]);
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  await expect(phone.getByText(/^That’s more than this link can hold for now/).last()).toBeVisible();
  await expect(phone.getByText(/^No signal/).first()).toBeHidden();
  await phone.clock.runFor(5 * 60_000);
  expect(uploads, "until tomorrow there is no room, so it is not sent again by itself").toHaveLength(1);
  await phone.getByRole("link", { name: "Mark job done" }).click();
  await phone.getByRole("button", { name: "Mark job done" }).click();
  await expect(phone.getByRole("heading", { name: "Job done" })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Waiting to send" })).toBeVisible();
  await world.owner`delete from files where tenant_id = ${world.tenantId}`;
  await phone.reload();
  await expect(photosIn(phone)).toHaveCount(1);
});

test("a job takes photos from the arrival on, never before, and the same request again adds nothing", {
  tag: ["@A8"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const send = async (key: string, photos: object) =>
    phone.request.post(`/api/v1/jobs/${job.token}/photos`, {
      multipart: { photos } as never,
      headers: { "idempotency-key": key },
    });
  const valve = await photo("valve");
  const early = await send("early", valve);
  expect([early.status(), (await early.json()).state]).toEqual([409, "ASSIGNED"]);
  for (const action of ["ACCEPT", "ON_SITE"]) await move(phone, job.token, { action });
  const first = await send("once", valve);
  expect(first.status()).toBe(201);
  expect(await (await send("once", valve)).json()).toEqual(await first.json());
  expect(await happenings(world, job.id)).toBe(1);
  const wrong = await send("pdf", pdf);
  expect([wrong.status(), (await wrong.json()).type]).toEqual([415, "/problems/unsupported-file"]);
  expect((await send("nothing", { ...valve, buffer: Buffer.alloc(0) })).status()).toBe(422);
});

const pdf = { name: "notes.pdf", mimeType: "application/pdf", buffer: invoicePdf() };

const isUpload = (request: Request) => request.method() === "POST" && request.url().endsWith("/photos");

/** Another name is another picture. */
async function photo(name: string) {
  const create = { width: 60 + name.length, height: 48, channels: 3, background: "#a4772a" } as const;
  const buffer = await sharp({ create }).jpeg().toBuffer();
  return { name: `${name}.jpg`, mimeType: "image/jpeg", buffer };
}

async function onSite(world: World, page: Page) {
  const job = await world.dispatched();
  for (const action of ["ACCEPT", "ON_SITE"]) await move(page, job.token, { action });
  return job;
}

async function move(page: Page, token: string, data: object) {
  expect((await page.request.post(`/api/v1/jobs/${token}/transitions`, { data })).status()).toBe(200);
}

async function happenings(world: World, orderId: string): Promise<number> {
  const told = await world.owner`
    select 1 from events where work_order_id = ${orderId} and kind = 'work-order.photo-added'`;
  return told.length;
}

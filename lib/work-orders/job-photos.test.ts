import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { cancelWorkOrder } from "./dispatch";
import { addJobPhotos } from "./job-photos";
import { readJobView } from "./job-sheet";
import { moveWorkOrder } from "./move";
import { readOrder } from "./order-view";
import { mostPhotos } from "./sent";

let database: TestDatabase;
let folder: string;
let fernleigh: Fernleigh;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-photos-"));
  vi.stubEnv("DATA_DIR", folder);
  database = await freshDatabase();
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function onSite() {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  for (const action of ["ACCEPT", "ON_SITE"] as const) await moveWorkOrder(mick, { action });
  return { order, mick };
}

let taken = 0;

/** A picture like no other. */
async function photo(name = "valve") {
  taken += 1;
  const create = { width: 8 + taken, height: 6, channels: 3, background: "#a4772a" } as const;
  const picture = await sharp({ create }).jpeg().toBuffer();
  return new File([new Uint8Array(picture)], `${name}.jpg`, { type: "image/jpeg" });
}

const added = (workOrderId: string) => database.owner`
  select detail ->> 'count' as count, detail ->> 'at' as at from events
  where work_order_id = ${workOrderId} and kind = 'work-order.photo-added'`;

test("photos that are there already, and those that are refused, keep no room", async () => {
  const { order, mick } = await onSite();
  const waiting = async () =>
    (await database.owner`select 1 from files where staged_by = ${mick.actor.linkId}`).length;
  const valve = await photo();
  await addJobPhotos(mick, { photos: [valve] });
  expect(await addJobPhotos(mick, { photos: [valve, await photo("tank")] })).toMatchObject({ ok: true });
  expect(await added(order.id)).toHaveLength(2);
  expect(await waiting()).toBe(0);
  await database.owner`update work_orders set status = 'ASSIGNED' where id = ${order.id}`;
  expect(await addJobPhotos(mick, { photos: [await photo()] })).toMatchObject({ reason: "not-allowed-now" });
  expect(await waiting()).toBe(0);
});

test("photos that are sent together are on the job and in the order, as one happening, with the time of the tap", async () => {
  const { order, mick } = await onSite();
  const at = new Date().toISOString();
  expect(await addJobPhotos(mick, { photos: [await photo(), await photo("tank")], at })).toMatchObject({
    ok: true,
  });
  expect(await added(order.id)).toEqual([{ count: "2", at }]);
  const job = await readJobView(mick);
  expect(job.ok && job.value.photos.map(({ fromContractor }) => fromContractor)).toEqual([true, true]);
  const seen = await readOrder(priyaOf(fernleigh), order.number);
  expect(seen.ok && seen.value.photos).toHaveLength(2);
  expect(seen.ok && seen.value.timeline.at(-1)?.sentence).toMatch(/^Contractor added 2 photos at \d\d:\d\d$/);
});

test("photos that are sent again, as a form does that is posted twice, are the ones that are there", async () => {
  const { order, mick } = await onSite();
  const [valve, tank] = [await photo(), await photo("tank")];
  const first = await addJobPhotos(mick, { photos: [valve] });
  const again = await addJobPhotos(mick, { photos: [valve, tank] });
  expect(first.ok && again.ok && again.value.photos[0]).toEqual(first.ok && first.value.photos[0]);
  expect(await addJobPhotos(mick, { photos: [valve, tank] })).toEqual(again);
  expect((await added(order.id)).map(({ count }) => count)).toEqual(["1", "1"]);
  const seen = await readOrder(priyaOf(fernleigh), order.number);
  expect(seen.ok && seen.value.photos).toHaveLength(2);
});

test("a picture beside what is none adds nothing at all", async () => {
  const { order, mick } = await onSite();
  const notes = new File(["%PDF-1.4\n%%EOF"], "notes.pdf", { type: "application/pdf" });
  const sent = await addJobPhotos(mick, { photos: [await photo(), notes] });
  expect(sent).toMatchObject({ ok: false, reason: "unsupported-file" });
  expect(await added(order.id)).toEqual([]);
});

test("photos are taken from the arrival on and after the end, and not from a link that died meanwhile", async () => {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  const early = await addJobPhotos(mick, { photos: [await photo()] });
  expect(early).toMatchObject({ ok: false, reason: "not-allowed-now", detail: { status: "ASSIGNED" } });
  for (const action of ["ACCEPT", "ON_SITE", "COMPLETE"] as const) await moveWorkOrder(mick, { action });
  expect((await addJobPhotos(mick, { photos: [await photo()] })).ok).toBe(true);

  const other = await onSite();
  const [{ version } = { version: 0 }] = await database.owner<
    { version: number }[]
  >`select version from work_orders where id = ${other.order.id}`;
  await cancelWorkOrder(priyaOf(fernleigh), { orderId: other.order.id, version }, "");
  expect(await addJobPhotos(other.mick, { photos: [await photo()] })).toMatchObject({ reason: "link-dead" });
  expect(await added(order.id)).toHaveLength(1);
});

test("a job holds so many photos of its contractor and no more", async () => {
  const { order, mick } = await onSite();
  expect((await addJobPhotos(mick, { photos: [await photo()] })).ok).toBe(true);
  await database.owner`
    insert into work_order_photos (tenant_id, work_order_id, file_id, contact_id)
    select tenant_id, work_order_id, file_id, contact_id from work_order_photos, generate_series(2, ${mostPhotos.ofJob})
    where work_order_id = ${order.id}`;
  const sent = await addJobPhotos(mick, { photos: [await photo()] });
  expect(sent).toMatchObject({ ok: false, reason: "invalid" });
});

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { asRead, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { addPhoto, stagePhoto } from "./photos";
import { saveOrder } from "./save";
import { orderForm } from "./sent";
import { createWorkOrder } from "./work-order";

let database: TestDatabase;
let folder: string;
let fernleigh: Fernleigh;
let priya: StaffScope;
let photo: File;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "latchkey-photos-"));
  vi.stubEnv("DATA_DIR", folder);
  const grey = { r: 120, g: 120, b: 120 };
  const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: grey } })
    .jpeg()
    .toBuffer();
  photo = new File([new Uint8Array(content)], "tap.jpg", { type: "image/jpeg" });
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
  priya = priyaOf(fernleigh);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const typed = (fields: Record<string, unknown> = {}) =>
  orderForm.parse({ title: "Gate won’t close", propertyId: fernleigh.marlowe, ...fields });
const elsewhere = { propertyId: "", street: "18 Kemp St", suburb: "The Junction" };

async function staged(by = priya) {
  const kept = await stagePhoto(by, photo);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.id;
}

async function counts() {
  const [row] = await database.owner`select
    (select count(*)::int from work_orders where tenant_id = ${fernleigh.tenantId}) as orders,
    (select count(*)::int from properties where tenant_id = ${fernleigh.tenantId}) as properties,
    (select count(*)::int from work_order_photos where tenant_id = ${fernleigh.tenantId}) as photos`;
  return row;
}

async function draft() {
  const made = await createWorkOrder(priya, {
    title: "Gate won’t close",
    scope: "",
    trade: null,
    propertyId: fernleigh.marlowe,
    ceilingCents: null,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

describe("an order's form", () => {
  test("[A9] that is stale writes nothing: not even the property that was written down with it", async () => {
    const { id, version } = await draft();
    const first = await saveOrder(priya, typed({ orderId: id, version, title: "Gate is stuck" }));
    expect(first.ok).toBe(true);
    const before = await counts();
    for (const _ of [1, 2]) {
      const late = await saveOrder(priya, typed({ orderId: id, version, ...elsewhere }));
      expect(late).toMatchObject({ reason: "stale", detail: { status: "DRAFT" } });
    }
    expect(await counts()).toEqual(before);
  });

  test.each([undefined, "", "0"])(
    "[A9] for an order, with the version %j that it was read in, changes nothing and makes no other order",
    async (version) => {
      const { id } = await draft();
      const before = await counts();
      const sent = typed({ orderId: id, ...(version !== undefined && { version }) });
      expect(await saveOrder(priya, sent)).toMatchObject({ reason: "stale" });
      expect(await counts()).toEqual(before);
    },
  );

  test("[A9] at a property of another business is refused, and nothing is left of it", async () => {
    const other = await makeFernleigh(database.owner);
    const photoIds = [await staged()];
    const before = await counts();
    const saved = await saveOrder(priya, typed({ propertyId: other.marlowe, photoIds }));
    expect(saved).toMatchObject({ reason: "not-found", detail: { field: "propertyId" } });
    expect(await counts()).toEqual(before);
    expect(await saveOrder(priya, typed({ photoIds }))).toMatchObject({ ok: true });
  });

  test("[A9] takes the photos that were sent ahead of it, once, with a property that is new", async () => {
    const photoIds = [await staged(), await staged()];
    expect(await saveOrder(priya, typed({ ...elsewhere, photoIds }))).toMatchObject({ ok: true });
    expect(await counts()).toEqual({ orders: 1, properties: 2, photos: 2 });
    expect(await saveOrder(priya, typed({ ...elsewhere, photoIds }))).toMatchObject({ reason: "not-found" });
    expect(await counts()).toEqual({ orders: 1, properties: 2, photos: 2 });
  });

  test("[A9] takes no photo that another member, or nobody, sent ahead, and writes no order without it", async () => {
    const tomId = await insert(database.owner, "members", {
      tenant_id: fernleigh.tenantId,
      name: "Tom Reid",
      email: `tom-${fernleigh.suffix}@fernleigh.example`,
      role: "manager",
    });
    const tom = scopeOf(fernleigh.tenantId, { ...priya.actor, memberId: tomId });
    for (const id of [await staged(tom), randomUUID()]) {
      const saved = await saveOrder(priya, typed({ photoIds: id }));
      expect(saved).toMatchObject({ reason: "not-found", detail: { field: "photos" } });
    }
    expect(await counts()).toMatchObject({ orders: 0, photos: 0 });
  });
});

describe("a photo", () => {
  test("[A9] is added to an order that is written already, and lifts its version", async () => {
    const order = await draft();
    expect(await addPhoto(priya, { orderId: order.id, file: photo })).toMatchObject({ ok: true });
    expect(await counts()).toMatchObject({ photos: 1 });
    expect(await saveOrder(priya, typed({ ...asRead(order) }))).toMatchObject({ reason: "stale" });
  });

  test("[A9] that is a PDF, or empty, is refused, and nothing of it waits", async () => {
    const pdf = new File(["%PDF-1.4\n%%EOF\n"], "a.pdf", { type: "application/pdf" });
    for (const file of [pdf, new File([], "empty.jpg", { type: "image/jpeg" })])
      expect((await stagePhoto(priya, file)).ok).toBe(false);
    expect(await database.owner`select 1 from files where staged_by = ${priya.actor.memberId}`).toEqual([]);
  });
});

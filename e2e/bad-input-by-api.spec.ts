import { type APIResponse, expect, type Page } from "@playwright/test";
import { invoicePdf } from "./support/pdf";
import { rowsOf } from "./support/rows";
import { signedIn } from "./support/sign-in";
import { test, type World } from "./support/test";
import { makeFernleigh } from "./support/world";

const pdf = { name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() };
type Fields = Record<string, string | number | typeof pdf>;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();

test("a move that makes no sense is refused with a problem of its own type, and changes nothing", {
  tag: ["@A8"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const before = await rowsOf(world);
  const bodies: [number, string, unknown][] = [
    [422, "invalid", { action: "REOPEN" }],
    [422, "invalid", { action: "accept" }],
    [422, "invalid", {}],
    [422, "invalid", []],
    [422, "invalid", null],
    [422, "invalid", { action: "ACCEPT", status: "COMPLETED" }],
    [422, "invalid", { action: "QUESTION" }],
    [422, "invalid", { action: "QUESTION", question: "   " }],
    [422, "invalid", { action: "QUESTION", question: { $ne: "" } }],
    [422, "invalid", { action: "QUESTION", question: "nothing\u0000here" }],
    [422, "invalid", { action: "QUESTION", question: "half a letter: \ud83d" }],
    [422, "too-long", { action: "QUESTION", question: "?".repeat(2001) }],
    [422, "too-long", { action: "DECLINE", reason: "!".repeat(501) }],
    [422, "invalid", { action: "SCHEDULE" }],
    [422, "invalid", { action: "SCHEDULE", scheduledFor: "Friday at ten" }],
    [422, "invalid", { action: "SCHEDULE", scheduledFor: "2026-02-30T10:00:00Z" }],
    [422, "invalid", { action: "SCHEDULE", scheduledFor: "9999-12-31T23:59:59Z" }],
    [422, "date-in-the-past", { action: "SCHEDULE", scheduledFor: anHourAgo() }],
    [422, "date-in-the-past", { action: "SCHEDULE", scheduledFor: "0001-01-01T00:00:00Z" }],
    [409, "not-allowed-now", { action: "ON_SITE" }],
    [409, "not-allowed-now", { action: "COMPLETE" }],
  ];
  const path = `/api/v1/jobs/${job.token}/transitions`;
  for (const [status, type, data] of bodies) {
    const answer = await phone.request.post(path, {
      data: JSON.stringify(data),
      headers: { "content-type": "application/json", "x-forwarded-for": "10.1.1.1" },
    });
    await isProblem(answer, status, type, JSON.stringify(data));
  }
  for (const [data, contentType] of [
    ['{"action": "ACCEPT"', "application/json"],
    ["", "application/json"],
    ['{"action": "ACCEPT"}', "text/plain"],
    ["action=ACCEPT", "application/x-www-form-urlencoded"],
    ['{"action": "ACCEPT"}', "application/jsonx"],
    [`{"action": "ACCEPT", "reason": "${"x".repeat(200_000)}"}`, "application/json"],
    ["[".repeat(50_000), "application/json"],
  ] as const) {
    const answer = await phone.request.post(path, { data, headers: { "content-type": contentType } });
    await isProblem(answer, 422, "invalid", `${contentType} ${data.slice(0, 40)}`);
  }
  expect(await rowsOf(world)).toEqual(before);
});

test("an invoice that is none is refused with a problem of its own type, and nothing is kept of it", {
  tag: ["@A8"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const path = `/api/v1/jobs/${job.token}/invoices`;
  const send = (multipart: Fields) => phone.request.post(path, { multipart });
  await isProblem(await send({ file: pdf, amountCents: 41_800 }), 409, "not-allowed-now", "too early");
  for (const action of ["ACCEPT", "ON_SITE"]) await moved(phone, job.token, { action });
  const before = await rowsOf(world);
  const words = { name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dear Priya, …") };
  const page = { name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>") };
  const cut = {
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("ffd8ffe000104a464946", "hex"),
  };
  const empty = { name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) };
  await isProblem(await send({ file: words, amountCents: 1 }), 415, "unsupported-file", "words");
  await isProblem(await send({ file: page, amountCents: 1 }), 415, "unsupported-file", "a page");
  await isProblem(await send({ file: cut, amountCents: 1 }), 422, "broken-file", "half a photo");
  const wrong: Record<string, Fields> = {
    "no amount": { file: pdf },
    "no file": { amountCents: 41_800 },
    "an empty file": { file: empty, amountCents: 41_800 },
    "a text for a file": { file: "HP-0932.pdf", amountCents: 41_800 },
    "a negative amount": { file: pdf, amountCents: -1 },
    "half a cent": { file: pdf, amountCents: "41800.5" },
    "a huge amount": { file: pdf, amountCents: "1e30" },
    "no number at all": { file: pdf, amountCents: "NaN" },
    "a word": { file: pdf, amountCents: "four hundred" },
    "a field of somebody's own": { file: pdf, amountCents: 41_800, state: "approved" },
    "a NUL": { file: pdf, amountCents: 41_800, number: "HP\u0000" },
  };
  for (const [label, fields] of Object.entries(wrong)) {
    const answer = await send(fields);
    expect([415, 422], label).toContain(answer.status());
    await isProblem(answer, answer.status(), answer.status() === 415 ? "unsupported-file" : "invalid", label);
  }
  await isProblem(
    await send({ file: pdf, amountCents: 1, number: "9".repeat(61) }),
    422,
    "too-long",
    "number",
  );
  const body = '--b\r\ncontent-disposition: form-data; name="amountCents"\r\n\r\n418';
  for (const contentType of [
    "multipart/form-data",
    "multipart/form-data; boundary=b",
    "application/json",
    "",
  ]) {
    const answer = await phone.request.post(path, { data: body, headers: { "content-type": contentType } });
    await isProblem(answer, 422, "invalid", contentType);
  }
  const large = { ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.alloc(17 * 1024 * 1024)]) };
  await isProblem(await send({ file: large, amountCents: 1 }), 413, "too-large", "17 MB");
  expect(await rowsOf(world)).toEqual(before);
});

test("a token that was forged, mutated, or is of another kind opens nothing, nor does another business's id", {
  tag: ["@A8", "@A9", "@X4"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const other = await stranger(world);
  const office = await signedIn(world);
  const last = job.token.endsWith("0") ? "1" : "0";
  for (const token of [
    job.token.slice(0, -1) + last,
    job.token.slice(1),
    `m${job.token.slice(1)}`,
    "x",
    "%00",
  ]) {
    const path = `/api/v1/jobs/${token}`;
    await isProblem(await phone.request.get(path), 404, "link-dead", token);
    await isProblem(
      await phone.request.post(`${path}/transitions`, { data: { action: "ACCEPT" } }),
      404,
      "link-dead",
      token,
    );
  }
  const draft = await world.draft();
  const dispatch = (data: object) =>
    office.request.post(`/api/v1/work-orders/${draft.number}/dispatch`, {
      data: { version: 1, contractorId: world.mick, channel: "sms", ...data },
    });
  await isProblem(await dispatch({ contractorId: other.mick }), 404, "not-found", "another's contractor");
  await isProblem(await dispatch({ version: 7 }), 409, "stale", "a version that is not now");
  await isProblem(await dispatch({ version: 1e21 }), 422, "invalid", "a huge version");
  await isProblem(await dispatch({ ceilingCents: 1e12 }), 422, "invalid", "a huge ceiling");
  const created = (data: object) => office.request.post("/api/v1/work-orders", { data });
  await isProblem(
    await created({ title: "x", propertyId: other.marlowe }),
    404,
    "not-found",
    "another's property",
  );
  await isProblem(await created({ title: "", propertyId: world.marlowe }), 422, "invalid", "no title");
  await isProblem(
    await created({ title: "x".repeat(121), propertyId: world.marlowe }),
    422,
    "too-long",
    "title",
  );
  for (const number of ["999999", "0", "-1", "1e3", "WO-", "99999999999999999999", "%00", other.orderId]) {
    await isProblem(await office.request.get(`/api/v1/work-orders/${number}`), 404, "not-found", number);
  }
  for (const query of ["before=99999999999", "before=x", "status=OPEN", "contractorId=1", "page=2"]) {
    await isProblem(await office.request.get(`/api/v1/work-orders?${query}`), 422, "invalid", query);
  }
});

test("a request that is sent again with its key is answered again and done once; the key is good for nothing else", {
  tag: ["@A8"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  const path = `/api/v1/jobs/${job.token}/transitions`;
  const send = (data: object, key: string) =>
    phone.request.post(path, { data, headers: { "idempotency-key": key } });
  const asked = { action: "QUESTION", question: "Is the gate open?" };
  const first = await send(asked, "tap-1");
  const again = await send(asked, "tap-1");
  expect(await again.body()).toEqual(await first.body());
  expect(again.headers()["idempotent-replay"]).toBe("true");
  await isProblem(await send({ action: "ACCEPT" }, "tap-1"), 422, "key-reused", "another body");
  await isProblem(await send(asked, "k".repeat(201)), 422, "invalid", "a long key");
  const [entries] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from thread_entries where work_order_id = ${job.id}`;
  expect(entries?.count).toBe(1);
  const schedule = { action: "SCHEDULE", scheduledFor: inAnHour() };
  for (const _ of ["once", "twice"]) await moved(phone, job.token, schedule);
  const [told] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from events where work_order_id = ${job.id} and kind = 'work-order.scheduled'`;
  expect(told?.count).toBe(1);
});

/** Another business, with an order of its own. */
async function stranger(world: World) {
  const other = await makeFernleigh(world.owner);
  const [order] = await world.owner<{ id: string }[]>`
    insert into work_orders (tenant_id, number, title, property_id, manager_id, currency)
    values (${other.tenantId}, 999999, 'Theirs', ${other.marlowe}, ${other.priya}, 'AUD') returning id`;
  return { ...other, orderId: order?.id ?? "" };
}

async function moved(page: Page, token: string, data: object) {
  expect((await page.request.post(`/api/v1/jobs/${token}/transitions`, { data })).status()).toBe(200);
}

async function isProblem(answer: APIResponse, status: number, type: string, what: string) {
  expect(answer.headers()["content-type"], what).toBe("application/problem+json; charset=utf-8");
  const problem = await answer.json();
  expect([answer.status(), problem.type, problem.status], what).toEqual([
    status,
    `/problems/${type}`,
    status,
  ]);
  expect(problem.title.length, what).toBeGreaterThan(10);
}

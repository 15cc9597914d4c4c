import { expect, test } from "vitest";
import { readMultipart } from "./read-form";

const limit = 1024 * 1024;

function post(body: BodyInit | null, headers: Record<string, string> = {}) {
  return new Request("http://localhost/form", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

/** A body that goes on for as long as somebody reads it, up to 1 GB, and tells how far they came. */
function endless(start: string) {
  const seen = { bytes: 0, cancelled: false };
  const chunk = new Uint8Array(64 * 1024).fill(97);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
    pull(controller) {
      seen.bytes += chunk.length;
      if (seen.bytes < 1024 ** 3) controller.enqueue(chunk);
      else controller.close();
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { body, seen };
}

const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="invoice.pdf"\r\n\r\n';
const multipart = { "content-type": "multipart/form-data; boundary=b" };

async function refusal(request: Request) {
  const read = await readMultipart(request, limit);
  return read.ok ? "read" : read.reason;
}

test("[A8] a form with fields and a file is read whole", async () => {
  const form = new FormData();
  form.set("amountCents", "41800");
  form.set("file", new File(["%PDF-1.4"], "Müller’s invoice.pdf", { type: "application/pdf" }));
  const read = await readMultipart(post(form), limit);
  if (!read.ok) throw new Error(read.reason);
  const file = read.value.get("file");
  if (!(file instanceof File)) throw new Error("no file");
  expect(read.value.get("amountCents")).toBe("41800");
  expect([file.name, file.type, await file.text()]).toEqual([
    "Müller’s invoice.pdf",
    "application/pdf",
    "%PDF-1.4",
  ]);
});

test("a form without a file, as browsers send it, is read as well", async () => {
  const read = await readMultipart(post(new URLSearchParams({ note: "two taps & a trap" })), limit);
  expect(read.ok && read.value.get("note")).toBe("two taps & a trap");
});

test("a form that says it is too long is refused before a byte of it is read", async () => {
  const { body, seen } = endless(part);
  const said = { ...multipart, "content-length": String(limit + 1) };
  expect(await refusal(post(body, said))).toBe("too-large");
  expect(seen.bytes).toBeLessThan(256 * 1024);
});

test("[A8] ten uploads at once that never end are cut off at the limit, and hold no more memory than that", async () => {
  const uploads = Array.from({ length: 10 }, () => endless(part));
  const before = process.memoryUsage.rss();
  const refusals = await Promise.all(uploads.map(({ body }) => refusal(post(body, multipart))));
  const grownBytes = process.memoryUsage.rss() - before;
  expect(new Set(refusals)).toEqual(new Set(["too-large"]));
  expect(uploads.every(({ seen }) => seen.cancelled && seen.bytes < limit + 1024 * 1024)).toBe(true);
  expect(grownBytes).toBeLessThan(200 * 1024 * 1024);
});

test.each([
  ["JSON", '{"file": 1}', { "content-type": "application/json" }],
  ["plain text", "file=1", { "content-type": "text/plain" }],
  ["a multipart form without a boundary", part, { "content-type": "multipart/form-data" }],
  ["a body that does not hold its boundary", "hello", multipart],
  ["a body that breaks off in the middle of a file", `${part}%PDF-1.4`, multipart],
  ["a part without a name", "--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--\r\n", multipart],
  ["a part without headers", "--b\r\nx\r\n--b--\r\n", multipart],
  ["an empty body", "", multipart],
  ["no body", null, multipart],
])("%s is refused as invalid, with a sentence", async (_, body, headers) => {
  const read = await readMultipart(post(body, headers), limit);
  expect(read).toMatchObject({ ok: false, reason: "invalid", detail: { sentence: expect.any(String) } });
});

test("a body whose sender hangs up is refused as invalid", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(part));
      controller.error(new Error("connection reset"));
    },
  });
  expect(await refusal(post(body, multipart))).toBe("invalid");
});

import { request as connect } from "node:http";
import { expect } from "@playwright/test";
import { test } from "./support/test";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test("each kind of answer says itself how long it is kept, and what may be done with it", async ({
  world,
  manager,
}) => {
  const job = await world.dispatched();
  const at = (path: string) => manager.request.get(path, { maxRedirects: 0 });
  const carried: [path: string, name: string, value: string][] = [
    ["/inbox", "cache-control", "private, no-store"],
    [`/j/${job.token}`, "cache-control", "private, no-store"],
    [`/api/v1/jobs/${job.token}`, "cache-control", "private, no-store"],
    ["/api/v1/nothing", "cache-control", "private, no-store"],
    ["/files/00000000-0000-4000-8000-000000000000", "cache-control", "private, no-store"],
    ["/api/v1/openapi.json", "cache-control", "public, max-age=300"],
    ["/api/v1/openapi.json", "content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ];
  for (const [path, name, value] of carried) {
    const answer = await at(path);
    expect([path, answer.headers()[name]]).toEqual([path, value]);
    expect(answer.headers()["x-robots-tag"], path).toBe("noindex");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});

test("a photo is kept for five minutes by the browser that was let in, and runs nothing", async ({
  world,
  manager,
}) => {
  const job = await world.dispatched();
  const staged = await manager.request.post(`/j/${job.token}/files`, {
    multipart: { file: { name: "tap.png", mimeType: "image/png", buffer: png } },
  });
  const { id } = (await staged.json()) as { id: string };
  const photo = await manager.request.get(`/files/${id}`);
  expect(photo.status()).toBe(200);
  expect(photo.headers()["cache-control"]).toBe("private, max-age=300");
  expect(photo.headers()["content-security-policy"]).toBe("default-src 'none'; sandbox");
});

test("the live stream is passed on as it comes", async ({ world, manager }) => {
  const cookies = await manager.context().cookies();
  const answer = await fetch(`${world.origin}/api/v1/events`, {
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      "user-agent": await manager.evaluate(() => navigator.userAgent),
    },
  });
  expect(answer.headers.get("cache-control")).toBe("private, no-store, no-transform");
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
  await answer.body?.cancel();
});

test("an address of the API that can't be read is a problem, as one that is not there is", {
  tag: ["@A8"],
}, async ({ world }) => {
  for (const path of [
    "/api/v1/jobs/%ff",
    "/api/v1/jobs/%E0%A4%A",
    "/api/%ff",
    "/api/v1/jobs/%00",
    "/api/v1/jobs/a%2",
  ]) {
    const answer = await raw(world.origin, path);
    expect([path, answer.status < 500 && answer.status >= 400, answer.type]).toEqual([
      path,
      true,
      "application/problem+json; charset=utf-8",
    ]);
  }
});

/** As it stands on the wire: `fetch` would write the address anew. */
function raw(origin: string, path: string): Promise<{ status: number; type: string | undefined }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    connect({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] });
    })
      .on("error", reject)
      .end();
  });
}

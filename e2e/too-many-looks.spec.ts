import { expect } from "@playwright/test";
import { withinOneMinute } from "./support/one-minute";
import { someAddress, test } from "./support/test";

const publicPages = [
  "/sign-in",
  "/sign-in/sent",
  "/client-login",
  "/client-login/sent",
  "/l/confirm",
  "/developers",
  "/problems/stale",
  "/api/v1/openapi.json",
];

test("pages that anyone may open share one client's thirty requests a minute, whatever the method", {
  tag: ["@A7"],
}, async ({ world }) => {
  await withinOneMinute(async () => {
    const address = someAddress();
    for (let times = 0; times < 30; times++) {
      const answer = await ask(`${world.origin}${publicPages[times % publicPages.length]}`, address);
      expect(answer.status, `${times}`).toBeLessThan(400);
    }
    for (const path of publicPages) await isRefused(await ask(`${world.origin}${path}`, address));
    await isRefused(await ask(`${world.origin}/sign-out`, address, "POST"));
    await isRefused(await ask(`${world.origin}/sign-in`, address, "POST"));
  });
});

test("a post to the job page counts as a look at it does", { tag: ["@A7"] }, async ({ world }) => {
  const job = await world.dispatched();
  await withinOneMinute(async () => {
    const address = someAddress();
    const statuses = [];
    for (let times = 1; times <= 31; times++)
      statuses.push((await ask(`${world.origin}/j/${job.token}`, address, "POST")).status);
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
  });
});

test("a job's files are counted apart, so that a page of photos leaves its taps alone", {
  tag: ["@A7"],
}, async ({ world }) => {
  const job = await world.dispatched();
  const file = `${world.origin}/j/${job.token}/files/00000000-0000-4000-8000-000000000000`;
  await withinOneMinute(async () => {
    const address = someAddress();
    const looks = await Promise.all(Array.from({ length: 240 }, () => ask(file, address)));
    expect(looks.map(({ status }) => status)).toEqual(looks.map(() => 404));
    // Alone: of two that come at once, one can be the last of the address and the other the last of the link.
    const refused = await ask(file, address);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("ratelimit-policy")).toBe('"files";q=240;w=60');
    expect((await ask(`${world.origin}/j/${job.token}`, address)).status).toBe(200);
  });
});

function ask(url: string, from: string, method = "GET") {
  return fetch(url, { method, redirect: "manual", headers: { "x-forwarded-for": from } });
}

async function isRefused(answer: Response) {
  expect([answer.url, answer.status]).toEqual([answer.url, 429]);
  expect(answer.headers.get("ratelimit-policy")).toBe('"public";q=30;w=60');
  expect(await answer.text()).toContain("Too many tries from this connection.");
}

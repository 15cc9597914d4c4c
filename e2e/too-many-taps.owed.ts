import { expect } from "@playwright/test";
import { someAddress, test } from "./support/test";

test("the 31st request in a minute is refused on the job page, its API and its forms, with the time to wait; a neighbour behind the same address goes on", {
  tag: ["@A7"],
}, async ({ world }) => {
  const noisy = await world.dispatched();
  const neighbour = await world.dispatched("Gate does not close");
  const calls = [
    (address: string) => ask(`${world.origin}/j/${noisy.token}`, address),
    (address: string) => ask(`${world.origin}/api/v1/jobs/${noisy.token}`, address),
    (address: string) => ask(`${world.origin}/j/${noisy.token}/move`, address, { action: "QUESTION" }),
  ];
  for (const call of calls) {
    const address = await withinOneMinute(async () => {
      const fresh = someAddress();
      for (let times = 1; times <= 30; times++)
        expect((await call(fresh)).status, `${times}`).toBeLessThan(400);
      await isRefused(await call(fresh));
      return fresh;
    });
    const next = await ask(`${world.origin}/j/${neighbour.token}`, address);
    expect(next.status, "the neighbour").toBe(200);
  }
});

test("a client that is refused on one door is refused on the others, whatever a header makes up for it", {
  tag: ["@A7"],
}, async ({ world }) => {
  await withinOneMinute(async () => {
    const address = someAddress();
    const madeUp = () => `${someAddress()}, ${address}`;
    for (let times = 1; times <= 30; times++) {
      const answer = await ask(`${world.origin}/sign-in/code`, madeUp(), { code: "0000-0000" });
      expect(answer.status, `${times}`).toBe(303);
    }
    for (const path of ["/sign-in/code", "/client-login/code", "/l/confirm/continue"]) {
      await isRefused(await ask(`${world.origin}${path}`, madeUp(), { code: "0000-0000" }));
    }
  });
});

test("forged links are refused by the minute as well", { tag: ["@A7", "@X4"] }, async ({ world }) => {
  for (const path of ["/l/", "/j/", "/api/v1/jobs/"]) {
    const address = someAddress();
    for (let times = 1; times <= 30; times++) {
      const answer = await ask(`${world.origin}${path}d${times}forged`, address);
      expect(answer.status).not.toBe(429);
    }
    await isRefused(await ask(`${world.origin}${path}dforged`, address));
  }
});

function ask(url: string, from: string, form?: Record<string, string>) {
  return fetch(url, {
    redirect: "manual",
    headers: { "x-forwarded-for": from },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
}

/** The limiter's windows begin with the clock's minutes: what a minute's end has cut in two is done again, once. */
async function withinOneMinute<T>(run: () => Promise<T>): Promise<T> {
  const minute = () => Math.floor(Date.now() / 60_000);
  const began = minute();
  const first = await run().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (minute() !== began) return run();
  if ("error" in first) throw first.error;
  return first.value;
}

async function isRefused(answer: Response) {
  expect(answer.status).toBe(429);
  const wait = Number(answer.headers.get("retry-after"));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(answer.headers.get("ratelimit")).toBe(`"public";r=0;t=${wait}`);
  expect(answer.headers.get("ratelimit-policy")).toBe('"public";q=30;w=60');
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=63072000");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toContain("Too many tries from this connection.");
}

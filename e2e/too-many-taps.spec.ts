import { expect } from "@playwright/test";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { withinOneMinute } from "./support/one-minute";
import { idsOn } from "./support/sheets";
import { someAddress, test } from "./support/test";

const nobody = "00000000-0000-4000-8000-000000000000";

/** Ways to use a job's link, none of which moves the job, and what each answers within the limit. */
type Use = { what: string; path: (token: string) => string; form?: Record<string, string>; answers: number };
const uses: Use[] = [
  { what: "the job page", path: (token) => `/j/${token}`, answers: 200 },
  { what: "the API", path: (token) => `/api/v1/jobs/${token}`, answers: 200 },
  { what: "the API's moves", path: (token) => `/api/v1/jobs/${token}/transitions`, form: {}, answers: 422 },
  { what: "the forms", path: (token) => `/j/${token}/move`, form: { action: "QUESTION" }, answers: 303 },
];

for (const { what, path, form, answers } of uses) {
  test(`the 31st request in a minute is refused on ${what}, with the time to wait; a neighbour behind the same address goes on`, {
    tag: ["@A7"],
  }, async ({ world }) => {
    const neighbour = await world.dispatched("Gate does not close");
    // Refused is who has used up both the address and the link, so each try has one of each that nothing was counted for.
    await withinOneMinute(async () => {
      const noisy = await world.dispatched();
      const address = someAddress();
      const use = () => ask(`${world.origin}${path(noisy.token)}`, address, form);
      for (let times = 1; times <= 30; times++) expect((await use()).status, `${times}`).toBe(answers);
      await isRefused(await use());
      const next = await ask(`${world.origin}${path(neighbour.token)}`, address, form);
      expect(next.status, "the neighbour").toBe(answers);
    });
  });
}

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

for (const [path, form, answers] of [
  [`/portal/selections/${nobody}/choose`, { item: nobody }, 303],
  [`/portal/selections/${nobody}/photo`, { item: nobody }, 303],
  [`/portal/appointments/${nobody}/move`, {}, 303],
  [`/portal/reports/${nobody}/ask`, { sent: "" }, 303],
  ["/portal/billing/statement/pdf", undefined, 401],
  [`/portal/files/${nobody}`, undefined, 401],
] as const) {
  test(`of whoever is not signed in, the 31st request in a minute is refused at ${path.replace(nobody, "…")}`, {
    tag: ["@A7"],
  }, async ({ world }) => {
    await withinOneMinute(async () => {
      const address = someAddress();
      const use = () => ask(`${world.origin}${path}`, address, form);
      for (let times = 1; times <= 30; times++) expect((await use()).status, `${times}`).toBe(answers);
      await isRefused(await use());
    });
  });
}

test("a client who is signed in may choose forty times in a minute, and see the sheet each time", {
  tag: ["@A7", "@B8"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "selections");
  const ids = await idsOn(world.owner, id);
  const { request } = await clientIn(world, readwell.address.ellen);
  const item = ids.get("Countertops") ?? "";
  const options = ["Soapstone, oiled", "Maple butcher block"].map((name) => ids.get(name) ?? "");
  for (let times = 0; times < 40; times++) {
    const form = { item, choice: options[times % 2] ?? "" };
    const chosen = await request.post(`${pageOf("selections", id)}/choose`, { form, maxRedirects: 0 });
    expect(chosen.status(), `${times}`).toBe(303);
    expect((await request.get(pageOf("selections", id))).status(), `${times}`).toBe(200);
  }
});

function ask(url: string, from: string, form?: Record<string, string>) {
  return fetch(url, {
    redirect: "manual",
    headers: { "x-forwarded-for": from },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
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

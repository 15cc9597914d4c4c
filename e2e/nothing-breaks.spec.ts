import { expect } from "@playwright/test";
import { signedIn } from "./support/sign-in";
import { someAddress, test } from "./support/test";
import { makeFernleigh } from "./support/world";

const nobody = "00000000-0000-4000-8000-000000000000";

test("an office address with an id that is not there, or is another business's, is a 404, and a strange query is left out", {
  tag: ["@A9"],
}, async ({ world }) => {
  const office = await signedIn(world);
  const other = await makeFernleigh(world.owner);
  const missing = [
    ...["999999", "0", "-1", "1.5", "abc", "1e400", "99999999999999999999", "%00", "%F0%9F%94%91"].flatMap(
      (number) => [
        `/inbox/${number}`,
        `/inbox/${number}/dispatch`,
        `/inbox/${number}/cancel`,
        `/work-orders/${number}/edit`,
      ],
    ),
    ...["abc", nobody, other.mick, "%00", "%27%20or%201=1"].flatMap((id) => [
      `/contractors/${id}`,
      `/bills/${id}`,
      `/properties/${id}`,
      `/clients/${id}`,
      `/projects/${id}`,
      `/files/${id}`,
    ]),
    "/inbox?trade=%00",
    "/work-orders?q=%00",
    "/contractors?q=%00",
    "/bills?q=%00",
    "/properties?q=%00&q=x",
    "/settings/security?x=%00",
    `/contractors/${world.marlowe}`,
    `/properties/${other.marlowe}`,
  ];
  for (const path of missing) {
    const answer = await office.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(404);
  }
  const shown = [
    "/inbox?needs-you=9999999999999~2026-11-21~00000000-0000-4000-8000-000000000000",
    "/inbox?in-motion=~-~------------------------------------",
    "/inbox?done=1~2026-99-99 99:99~00000000-0000-4000-8000-000000000000",
    "/inbox?needs-you=~~&needs-you=~~",
    "/inbox?contractor=abc&trade=&mine=2",
    `/inbox?trade=${"x".repeat(2000)}`,
    "/work-orders?q=%25_%5C&status=OPEN&before=1e99&contractorId=x",
    "/work-orders?q=a&q=b",
    "/contractors?q=a&q=b",
    "/bills?month=0000-00&state=x&contractor=abc&after=1&q=a&q=b",
    "/bills?month=1900-01&q=%25_%5C",
    "/bills?after=00000000-0000-4000-8000-000000000000",
  ];
  for (const path of shown) expect((await office.request.get(path)).status(), path).toBe(200);
});

test("whatever stands in the address, a header or a cookie of somebody who is not known, no answer is a fault of ours", {
  tag: ["@A8", "@B16"],
}, async ({ world }) => {
  const job = await world.dispatched();
  const paths = [
    ...["constructor", "__proto__", "toString", "used", "%00", "a&link=b"].map(
      (why) => `/sign-in?link=${why}`,
    ),
    "/client-login?link=__proto__",
    "/problems/constructor",
    "/problems/%00",
    ...["1e400", "99999999999999999999", "-5", "NaN", "%00", "1&wait=2"].flatMap((wait) => [
      `/sign-in/sent?wait=${wait}`,
      `/client-login/sent?wait=${wait}`,
    ]),
    ...["constructor", "done", "invoice", "%00", "schedule&do=question"].map(
      (what) => `/j/${job.token}?do=${what}`,
    ),
    ...["x", nobody, "%00", `${nobody}&kept=${nobody}`].map((kept) => `/j/${job.token}?kept=${kept}`),
    ...["%00", "%E0%A4%A", "%2e%2e%2fl%2fconfirm", "x".repeat(5000)].flatMap((token) => [
      `/j/${token}`,
      `/l/${token}`,
      `/api/v1/jobs/${token}`,
    ]),
    ...["abc", nobody, "%00"].map((id) => `/j/${job.token}/files/${id}`),
    ...["abc", nobody, "%00", `${nobody}?wait=1e400`, `${nobody}?link=__proto__&asked=1&asked=2`].flatMap(
      (id) => [`/portal/contracts/${id}`, `/portal/invoices/${id}`, `/portal/${id}/${id}`, `/portal/${id}`],
    ),
    ...["abc", nobody, "%00"].map((id) => `/mailbox/${id}/letter`),
    "/mailbox?message=__proto__",
    `/api/v1/jobs/${job.token}?x=1`,
    "/api/v1/events?since=99999999999999999999",
    "//evil.example/inbox",
  ];
  for (const path of paths) {
    const answer = await get(`${world.origin}${path}`);
    expect(answer.status, path).toBeLessThan(500);
    expect(new URL(answer.headers.get("location") ?? "/", world.origin).origin, path).toBe(world.origin);
  }
});

test("a cookie that was made up, cut off, or sealed for something else lets nobody in and breaks nothing", {
  tag: ["@B16"],
}, async ({ world }) => {
  const browser = await signedIn(world);
  const sealed = Object.fromEntries((await browser.cookies()).map(({ name, value }) => [name, value]));
  const sid = sealed.sid ?? "";
  const parts = sid.split("*");
  const shut = ["/inbox", "/portal", "/api/v1/work-orders"];
  const bad = [
    "x",
    "Fe26.2",
    "Fe26.2*1*a*b*c*d*e*f~2",
    sid.slice(0, -20),
    `${sid}~2`,
    parts.map((part, place) => (place === 1 ? "9" : part)).join("*"),
    parts.map((part, place) => (place === 5 ? "not-a-time" : part)).join("*"),
    parts.map((part, place) => (place === 4 ? "A" : part)).join("*"),
    sid.replace("Fe26.2", "Fe26.1"),
    sealed.pend ?? "",
    "%00",
    "é".repeat(10),
    "x".repeat(5000),
  ];
  for (const value of bad) {
    for (const name of ["sid", "lnk", "pend", "pass"]) {
      for (const path of [...shut, "/sign-in", "/sign-in/sent", "/l/confirm", `/portal/invoices/${nobody}`]) {
        const answer = await get(`${world.origin}${path}`, { cookie: `${name}=${encodeURI(value)}` });
        expect(answer.status, `${path} ${name}=${value.slice(0, 30)}`).toBeLessThan(500);
        if (shut.includes(path)) expect(answer.status).not.toBe(200);
      }
    }
  }
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(address, { redirect: "manual", headers: { "x-forwarded-for": someAddress(), ...headers } });

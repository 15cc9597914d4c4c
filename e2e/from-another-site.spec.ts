import { type BrowserContext, expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { invoicePdf } from "./support/pdf";
import { rowsOf } from "./support/rows";
import { askForLink } from "./support/sign-in";
import { test, type World } from "./support/test";

/** What the browser of somebody says who was led to send a form from elsewhere. */
const elsewhere = (world: World): Record<string, string>[] => [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "" },
  { origin: "not an origin" },
  { origin: `${world.origin}.evil.example` },
  { origin: world.origin.replace("http:", "https:") },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: world.origin, "sec-fetch-site": "cross-site" },
  { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
];

const pdf = { name: "HP-0932.pdf", mimeType: "application/pdf", buffer: invoicePdf() };

test("nothing that another site sends to a public form or to the API has an effect, and it is told so", {
  tag: ["@B16", "@A8", "@A9"],
}, async ({ world, manager }) => {
  const job = await world.dispatched();
  const draft = await world.draft();
  const { link } = await askForLink(await world.browse(), world);
  await manager.context().request.get(link);
  const order = `/api/v1/work-orders/${job.number}`;
  const invoice = { file: pdf, amountCents: "41800" };
  const posts: [string, object][] = [
    ["/sign-in/ask", { form: { email: world.address.priya } }],
    ["/sign-in/code", { form: { code: "0000-0000" } }],
    ["/client-login/ask", { form: { address: world.mickPhone } }],
    ["/client-login/code", { form: { code: "0000-0000" } }],
    ["/l/confirm/continue", { form: {} }],
    ["/l/again", { form: { kind: "contract", document: crypto.randomUUID(), address: world.mickPhone } }],
    ["/portal/switch", { form: {} }],
    ["/portal/devices/revoke", { form: {} }],
    [`/portal/invoices/${crypto.randomUUID()}/everything`, { form: {} }],
    ["/sign-out", { form: {} }],
    [`/j/${job.token}/move`, { form: { action: "ACCEPT" } }],
    [`/j/${job.token}/ask`, { form: {} }],
    [`/j/${job.token}/done`, { multipart: { file: pdf, amount: "418.00" } }],
    [`/j/${job.token}/invoice`, { multipart: { file: pdf, amount: "418.00" } }],
    [`/j/${job.token}/files`, { multipart: { file: pdf } }],
    [`/api/v1/jobs/${job.token}/transitions`, { data: { action: "ACCEPT" } }],
    [`/api/v1/jobs/${job.token}/invoices`, { multipart: invoice }],
    ["/api/v1/work-orders", { data: { title: "Planted", propertyId: world.marlowe } }],
    [`/api/v1/work-orders/${draft.number}/dispatch`, dispatchOf(world)],
    [`${order}/answers`, { data: { version: 2, text: "Planted." } }],
    [`${order}/cancellation`, { data: { version: 2 } }],
  ];
  const before = await rowsOf(world);
  for (const [path, body] of posts) {
    for (const headers of elsewhere(world)) {
      const answer = await manager.request.post(path, { ...body, headers, maxRedirects: 0 });
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(await answer.text()).toContain("This came from another site");
      if (path.startsWith("/api/")) expect((await answer.json()).type).toBe("/problems/cross-site");
    }
  }
  expect(await rowsOf(world)).toEqual(before);
  const own = await manager.request.post(`/api/v1/jobs/${job.token}/transitions`, {
    data: { action: "ACCEPT" },
    headers: { origin: world.origin, "sec-fetch-site": "same-origin" },
  });
  expect(own.status()).toBe(200);
});

test("no action of the office is set off from another site, and none is without a session", {
  tag: ["@B16", "@D4"],
}, async ({ world, manager }) => {
  const job = await world.dispatched();
  const { url, headers, body } = await caughtReply(manager, job.number);
  const { cookie: _, origin: __, "sec-fetch-site": ___, "content-length": ____, ...rest } = headers;
  const send = (from: BrowserContext, said: Record<string, string>) =>
    from.request.post(url, { headers: { ...rest, ...said }, data: body, maxRedirects: 0 });
  const before = await rowsOf(world);
  for (const said of elsewhere(world)) {
    const answer = await send(manager.context(), said);
    expect(answer.status(), JSON.stringify(said)).toBe(403);
  }
  const stranger = await send(await world.browse(), { origin: world.origin });
  expect(stranger.status()).toBeLessThan(400);
  expect(stranger.headers()["x-action-redirect"]).toContain("/sign-in");
  expect(await rowsOf(world)).toEqual(before);
  const own = await send(manager.context(), { origin: world.origin });
  expect(own.status()).toBeLessThan(400);
  expect(await rowsOf(world), "the same from our own page works").not.toEqual(before);
});

const dispatchOf = (world: World) => ({
  data: { version: 1, contractorId: world.mick, channel: "sms", ceilingCents: 45_000 },
});

/** The request that the reply's form makes, held back before it leaves. */
async function caughtReply(page: Page, number: number) {
  await page.goto(`/inbox/${number}`);
  await page.route("**/inbox/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await awake(page.getByLabel(/^(Reply|Write) to/));
  await page.getByLabel(/^(Reply|Write) to/).fill("Go ahead.");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: /^Send/ }).click();
  const request = await posted;
  await page.unroute("**/inbox/**");
  const body = request.postDataBuffer();
  if (!body) throw new Error("The form sent nothing.");
  return { url: request.url(), headers: await request.allHeaders(), body };
}

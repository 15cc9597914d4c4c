import { expect, type Page } from "@playwright/test";
import { lettersTo, letterTo, linkIn } from "./support/mailbox";
import { signedIn } from "./support/sign-in";
import { test, type World } from "./support/test";
import { insert } from "./support/world";

const deadHeading = "This job link doesn’t work";

test("a job link opens for 14 days, and is then a 404 that names nobody; asking for another reaches the open inbox and the manager's e-mail", {
  tag: ["@A5"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  await world.timePasses("13 days 23 hours 59 minutes");
  expect((await phone.goto(job.link))?.status()).toBe(200);
  await world.timePasses("1 minute");
  await isDead(phone, job.link, world);

  const inbox = await (await signedIn(world)).newPage();
  await inbox.goto("/inbox");
  await expect(inbox.getByText("Live", { exact: true })).toBeVisible();
  await phone.getByRole("button", { name: "Ask for a new link" }).click();
  await expect(phone.getByText("We’ve told the office. They’ll send you a new link.")).toBeVisible();
  await expect(inbox.getByText("Link asked for", { exact: true })).toBeVisible();
  const told = await letterTo(world.origin, world.address.priya, ({ subject }) =>
    subject.startsWith("Harbour Plumbing asks for a new link"),
  );
  expect(told.text).toContain(`/inbox/${job.number}`);

  await inbox.getByRole("link", { name: /Hot-water unit leaking/ }).click();
  await inbox.getByRole("button", { name: "Send a new link" }).click();
  await expect(inbox.getByText("Link asked for", { exact: true })).toHaveCount(0);
  await phone.goto(await newLink(world, job.link));
  await expect(phone.getByRole("button", { name: "Accept job" })).toBeVisible();
});

test("a former contractor who asks for a new link is named to the office, which dismisses it, and the new one’s link goes on", {
  tag: ["@A5"],
}, async ({ world, manager, phone }) => {
  const job = await world.dispatched();
  const bea = await insert(world.owner, "contacts", {
    ...{ tenant_id: world.tenantId, kind: "contractor", name: "Bea Lindqvist", company: "Bea Plumbing" },
    ...{ email: `bea-${world.suffix}@beaplumbing.example`, prefers: "email" },
  });
  await dispatchAgain(manager, world, job.number, { contractorId: bea, channel: "email" });
  await isDead(phone, job.link, world);
  await phone.getByRole("button", { name: "Ask for a new link" }).click();
  await expect(phone.getByText("We’ve told the office. They’ll send you a new link.")).toBeVisible();
  await manager.goto(`/inbox/${job.number}`);
  const asked = "Harbour Plumbing asks for a new link to this job. It is with Bea Plumbing now.";
  await expect(manager.getByRole("heading", { name: asked })).toBeVisible();
  await expect(manager.getByRole("button", { name: "Send a new link" })).toHaveCount(0);
  await manager.getByRole("button", { name: "Dismiss" }).click();
  await expect(manager.getByRole("heading", { name: asked })).toHaveCount(0);
  await expect(manager.getByText(/^Priya Nair sent no new link, at/)).toBeVisible();
  const hers = linkIn(await letterTo(world.origin, `bea-${world.suffix}@beaplumbing.example`));
  expect((await phone.goto(hers))?.status()).toBe(200);
});

test("asking twice for a new link tells the office once, and sends whoever asks nothing", {
  tag: ["@A5"],
}, async ({ world, phone }) => {
  const job = await world.dispatched();
  await world.timePasses("14 days");
  for (const _ of ["once", "twice"]) {
    const asked = await phone.request.post(`/j/${job.token}/ask`, { form: {}, maxRedirects: 0 });
    expect(asked.headers().location).toBe(`/j/${job.token}?asked=yes`);
  }
  const [told] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from messages where work_order_id = ${job.id} and kind = 'link-asked'`;
  expect(told?.count).toBe(1);
  expect(await lettersTo(world.origin, world.mickPhone)).toHaveLength(1);
});

for (const javaScriptEnabled of [true, false]) {
  test(`after a re-dispatch the old link is a 404 at once, the page that was open is refused, and the new link works, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    tag: ["@A5"],
  }, async ({ world, manager }) => {
    const job = await world.dispatched();
    const phone = await (await world.browse({ javaScriptEnabled })).newPage();
    await phone.goto(job.link);
    await dispatchAgain(manager, world, job.number);
    await phone.getByRole("button", { name: "Accept job" }).click();
    await expect(phone.getByRole("heading", { name: deadHeading })).toBeVisible();
    await isDead(phone, job.link, world);
    expect(await statusOf(world, job.id)).toBe("ASSIGNED");
    await phone.goto(await newLink(world, job.link));
    await phone.getByRole("button", { name: "Accept job" }).click();
    await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  });
}

test("a completed order cannot be re-opened by any of its links: no move but a question is taken, and the page offers none", {
  tag: ["@A6"],
}, async ({ world, phone }) => {
  const { job, links } = await completedJob(world);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  for (const token of links) {
    for (const action of ["ACCEPT", "DECLINE", "SCHEDULE", "ON_SITE"]) {
      const scheduledFor = action === "SCHEDULE" ? tomorrow : undefined;
      const refused = await move(phone, token, { action, scheduledFor });
      expect(refused.status(), action).toBe(409);
      expect(await refused.json()).toMatchObject({
        type: "/problems/not-allowed-now",
        state: "COMPLETED",
      });
    }
    const again = await move(phone, token, { action: "COMPLETE" });
    expect([again.status(), (await again.json()).status]).toEqual([200, "COMPLETED"]);
    const question = `May I leave the old unit for ${token.slice(-4)}?`;
    expect(await (await move(phone, token, { action: "QUESTION", question })).json()).toMatchObject({
      status: "COMPLETED",
      actions: ["QUESTION"],
    });

    await phone.goto(`/j/${token}`);
    await expect(phone.getByRole("heading", { name: "Job done" })).toBeVisible();
    await expect(phone.locator('form[data-move]:not([data-move="QUESTION"])')).toHaveCount(0);
    const tapped = await phone.request.post(`/j/${token}/move`, { form: { action: "ON_SITE" } });
    expect(await tapped.text()).toContain("That can’t be done at this point of the job.");
  }
  expect(await statusOf(world, job.id)).toBe("COMPLETED");
  const [moves] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from events where work_order_id = ${job.id} and kind = 'work-order.completed'`;
  expect(moves?.count).toBe(1);
});

test("the office dispatches a completed order again: the old links are dead and the new one begins it anew", {
  tag: ["@A5", "@A6"],
}, async ({ world, manager, phone }) => {
  const { job, links } = await completedJob(world);
  await dispatchAgain(manager, world, job.number);
  for (const token of links) await isDead(phone, `/j/${token}`, world);
  await phone.goto(await newLink(world, ...links));
  await phone.getByRole("button", { name: "Accept job" }).click();
  await expect(phone.getByRole("link", { name: /^Schedule/ })).toBeVisible();
  expect(await statusOf(world, job.id)).toBe("ACCEPTED");
});

/** A job that was done, and both of its links: that of the dispatch, and that of an answer. */
async function completedJob(world: World) {
  const job = await world.dispatched();
  const office = await signedIn(world);
  const answered = await office.request.post(`/api/v1/work-orders/${job.number}/answers`, {
    data: { version: 2, text: "Go ahead." },
  });
  expect(answered.status()).toBe(200);
  const second = (await newLink(world, job.link)).split("/").at(-1) ?? "";
  const page = await office.newPage();
  for (const action of ["ACCEPT", "ON_SITE", "COMPLETE"]) {
    expect((await move(page, job.token, { action })).status()).toBe(200);
  }
  return { job, links: [job.token, second] };
}

/** Nothing of a dead link's page tells whose job it was, neither its text nor what its scripts are given. */
async function isDead(phone: Page, link: string, world: World) {
  const response = await phone.goto(link);
  expect(response?.status()).toBe(404);
  await expect(phone.getByRole("heading", { name: deadHeading })).toBeVisible();
  const all = await response?.text();
  for (const name of [
    "Fernleigh",
    "Priya",
    "Mick",
    "Harbour",
    "Marlowe",
    "Dana",
    "Hot-water",
    world.suffix,
  ]) {
    expect(all, name).not.toContain(name);
  }
  const token = link.split("/").at(-1) ?? "";
  const read = await phone.request.get(`/api/v1/jobs/${token}`);
  expect([read.status(), (await read.json()).type]).toEqual([404, "/problems/link-dead"]);
  const moved = await move(phone, token, { action: "ACCEPT" });
  expect([moved.status(), (await moved.json()).type]).toEqual([404, "/problems/link-dead"]);
}

async function dispatchAgain(manager: Page, world: World, number: number, to: object = {}) {
  const { version } = await (await manager.request.get(`/api/v1/work-orders/${number}`)).json();
  const dispatched = await manager.request.post(`/api/v1/work-orders/${number}/dispatch`, {
    data: { version, contractorId: world.mick, channel: "sms", ceilingCents: 45_000, ...to },
  });
  expect(dispatched.status()).toBe(200);
}

const move = (page: Page, token: string, data: object) =>
  page.request.post(`/api/v1/jobs/${token}/transitions`, { data });

/** The link of the newest message to Mick that is none of those known. */
async function newLink(world: World, ...known: string[]): Promise<string> {
  const letter = await letterTo(world.origin, world.mickPhone, ({ links }) =>
    links.every((link) => known.every((one) => !link.endsWith(one))),
  );
  return linkIn(letter);
}

async function statusOf(world: World, orderId: string) {
  const [order] = await world.owner<
    { status: string }[]
  >`select status from work_orders where id = ${orderId}`;
  return order?.status;
}

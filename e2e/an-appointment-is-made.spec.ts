import { type BrowserContext, expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { dateOf, makeAppointment, makeCrew, someThursday, standingOf } from "./support/appointments";
import { eventIn, instantOf } from "./support/calendar";
import { clientIn, nextLetter, pageOf, sentDocument } from "./support/client";
import { makeReadwell, type Readwell } from "./support/clients";
import { letterTo } from "./support/mailbox";
import { phoneSize, test } from "./support/test";

/** “Thursday, April 30” and “Thu, Apr 30”. */
const whole = { weekday: "long", month: "long", day: "numeric" } as const;
const brief = { weekday: "short", month: "short", day: "numeric" } as const;
const thursday = () => someThursday().toLocaleString("en-US", whole);

async function openByLink(browser: BrowserContext, link: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  return page;
}

const samOf = ({ suffix }: Readwell) => `sam-${suffix}@readwell.example`;

/** When the free times start that a page offers. */
const slotsOn = (page: Page) =>
  page.locator("button[name=slot]").evaluateAll((all) => all.map((each) => each.getAttribute("value") ?? ""));

for (const javaScriptEnabled of [true, false]) {
  test(`a client confirms, moves and cancels on a phone, ${javaScriptEnabled ? "with" : "without"} script, and both sides are told`, {
    tag: ["@B10", "@C4"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { link, id, page: address } = await sentDocument(world, readwell, "appointment");
    const standing = () => standingOf(world.owner, id);
    const page = await openByLink(await world.browse({ ...phoneSize, javaScriptEnabled }), link);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { name: thursday(), level: 1 })).toBeVisible();
    await expect(page.getByText("We arrive 9:00 to 11:00 AM")).toBeVisible();
    await expect(page.getByText("Marcus Bell and crew, about 2 hours")).toBeVisible();

    const confirmed = await nextLetter(world, readwell.address.ellen, () =>
      page.getByRole("button", { name: `Confirm ${thursday()}` }).click(),
    );
    await expect(page.getByText("You’re booked")).toBeVisible();
    expect(confirmed.text).toContain(`${someThursday().toLocaleString("en-US", brief)}, 9:00 to 11:00 AM`);
    expect(await standing()).toMatchObject({ state: "confirmed", sequence: 1, waitsFor: null });

    await page.getByText("Move or cancel it", { exact: true }).click();
    const [, slot = ""] = await slotsOn(page);
    await nextLetter(world, readwell.address.ellen, () => page.locator(`button[value="${slot}"]`).click());
    await expect(page.getByText("You’re booked")).toBeVisible();
    expect(await standing()).toMatchObject({ startsAt: new Date(slot), waitsFor: "moved" });

    await page.getByText("Move or cancel it", { exact: true }).click();
    await page.getByRole("link", { name: "Cancel the appointment" }).click();
    await page.getByLabel("Why?").fill("We are away that week.");
    await page.getByRole("button", { name: "Cancel the appointment" }).click();
    await expect(page.getByText("This appointment was cancelled")).toBeVisible();
    expect(await standing()).toMatchObject({ state: "cancelled", closedAs: "cancelled" });
    for (const did of ["confirmed", "moved", "cancelled"])
      await letterTo(world.origin, samOf(readwell), ({ subject }) => subject.includes(`Ellen Marsh ${did}`));
    const over = await letterTo(world.origin, readwell.address.ellen, ({ subject }) =>
      subject.includes("is cancelled"),
    );
    expect(over.links.filter((each) => each.includes("/l/"))).toEqual([]);
    await page.goto(link);
    await expect(page, "the old link leads to how it is now").toHaveURL(address);
    await expect(page.getByText("This appointment was cancelled")).toBeVisible();
  });
}

test("a client picks a free time, page by page, and two never get the same one", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const crewId = await makeCrew(world.owner, readwell.tenantId);
  const { ellen, tom } = readwell.address;
  const book = () =>
    makeAppointment(world.owner, readwell, { state: "choosing", crewId, sentTo: [ellen, tom] });
  const [hers, his] = [await book(), await book()];
  const [first, second] = await Promise.all(
    [ellen, tom].map(async (who) =>
      (await clientIn(world, who, { ...phoneSize, javaScriptEnabled: false })).newPage(),
    ),
  );
  if (!first || !second) throw new Error("There are two of them.");
  for (const [page, { id }] of [
    [first, hers],
    [second, his],
  ] as const) {
    await page.goto(pageOf("appointment", id));
    await expect(page.getByRole("heading", { name: "Choose a time" })).toBeVisible();
    await page.getByRole("link", { name: "More days" }).click();
  }
  const [slot = "", next = ""] = await slotsOn(first);
  await first.locator(`button[value="${slot}"]`).click();
  await expect(first.getByText("You’re booked")).toBeVisible();
  await second.locator(`button[value="${slot}"]`).click();
  await expect(second.getByRole("alert")).toHaveText(
    "Somebody just took that time. Here is what is still free.",
  );
  await second.getByRole("link", { name: "More days" }).click();
  expect(await slotsOn(second)).not.toContain(slot);
  await second.locator(`button[value="${next}"]`).click();
  await expect(second.getByText("You’re booked")).toBeVisible();
});

test("a page that shows an older time confirms nothing, and inside the notice there is a call to make", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id } = await makeAppointment(world.owner, readwell);
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  await page.goto(pageOf("appointment", id));
  const friday = someThursday().add({ days: 1 });
  await world.owner`update appointments set sequence = 1, starts_at = ${dateOf(friday)}, ends_at = ${dateOf(friday.add({ hours: 2 }))}
    where document_id = ${id}`;
  await page.getByRole("button", { name: `Confirm ${thursday()}` }).click();
  await expect(page.getByText("The time changed while you were looking")).toBeVisible();
  await expect(page.getByRole("heading", { name: friday.toLocaleString("en-US", whole) })).toBeVisible();
  await world.owner`update tenants set notice_hours = 24 * 60 where id = ${readwell.tenantId}`;
  await page.getByRole("button", { name: /^Confirm Friday/ }).click();
  await expect(
    page.getByText("It’s less than 1440 hours away. To move or cancel it, call Readwell Builders."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Readwell Builders, (512) 555-0110" })).toHaveAttribute(
    "href",
    "tel:+15125550110",
  );
  await expect(page.getByText("Move or cancel it", { exact: true })).toBeHidden();
  const form = { startsAt: dateOf(friday).toISOString(), sequence: "1", reason: "The tiles are late." };
  const cancelled = await page.request.post(`${pageOf("appointment", id)}/cancel`, { form, maxRedirects: 0 });
  await page.goto(cancelled.headers().location ?? "");
  await expect(page.getByText("You wrote: “The tiles are late.”")).toBeVisible();
});

test("the calendar file is one event through every change, for its client alone, and nobody keeps a copy of it", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id } = await makeAppointment(world.owner, readwell);
  const browser = await clientIn(world, readwell.address.ellen);
  const address = pageOf("appointment", id);
  const read = async () => {
    const file = await browser.request.get(`${address}/calendar`);
    expect(file.headers()).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": expect.stringMatching(
        /^attachment; filename="Spring aeration and overseed\.ics"/,
      ),
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    return eventIn(await file.text());
  };
  const before = await read();
  expect(before).toMatchObject({ UID: `${id}@${new URL(world.origin).host}`, STATUS: "TENTATIVE" });
  expect(instantOf(before.DTSTART)).toEqual(dateOf(someThursday()));
  const page = await browser.newPage();
  await page.goto(address);
  const [, slot = ""] = await slotsOn(page);
  await page.locator(`button[value="${slot}"]`).click();
  await expect(page.getByText("You’re booked")).toBeVisible();
  const after = await read();
  expect(after).toMatchObject({ UID: before.UID, STATUS: "CONFIRMED", SEQUENCE: "1" });
  expect(instantOf(after.DTSTART)).toEqual(new Date(slot));

  const other = await makeReadwell(world.owner, {}, "Greenline Lawn");
  const stranger = await clientIn(world, other.address.ellen);
  const form = { startsAt: slot, sequence: "1", slot, reason: "" };
  expect((await stranger.request.get(`${address}/calendar`)).status()).toBe(404);
  expect((await (await world.browse()).request.get(`${address}/calendar`)).status()).toBe(404);
  for (const act of ["confirm", "move", "cancel"])
    expect((await stranger.request.post(`${address}/${act}`, { form, maxRedirects: 0 })).status(), act).toBe(
      404,
    );
  expect(await standingOf(world.owner, id)).toMatchObject({ state: "confirmed", sequence: 1 });
});

test("a scheduling link that has expired says whom to call and when, and opens again by the dialog", {
  tag: ["@B10", "@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { link, page: address } = await sentDocument(world, readwell, "appointment");
  await world.timePasses("8 days", readwell.tenantId);
  const page = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This scheduling link has expired" })).toBeVisible();
  await expect(page.getByText("(512) 555-0110")).toBeVisible();
  await expect(page.getByText("Monday to Friday, 8:00 AM to 5:00 PM")).toBeVisible();
  for (const secret of ["Kitchen", "Marcus Bell", "118 Quarry Bend"])
    expect(await page.content()).not.toContain(secret);
  await page.getByRole("link", { name: "Or get a new link by email" }).click();
  await page.getByLabel("Email").fill(readwell.address.ellen);
  const fresh = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Email me a new link" }).click(),
  );
  await page.goto(fresh.link);
  await expect(page).toHaveURL(address);
});

test("axe finds nothing on an appointment in any state, by day and by night, and nothing scrolls sideways", {
  tag: ["@B10", "@D3"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const states = ["choosing", "proposed", "confirmed"] as const;
  const made = await Promise.all(states.map((state) => makeAppointment(world.owner, readwell, { state })));
  const cancelled = await makeAppointment(world.owner, readwell);
  await world.owner`update documents set closed_at = now(), closed_as = 'cancelled' where id = ${cancelled.id}`;
  const pages = [...made, cancelled].map(({ id }) => pageOf("appointment", id));
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  for (const path of [...pages, `${pages[1]}?do=cancel`]) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await isAccessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(phoneSize.viewport);
  }
});

import { expect } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { dateOf, makeAppointment, someThursday, standingOf } from "./support/appointments";
import { clientIn, nextLetter, pageOf } from "./support/client";
import { makeReadwell, type Readwell } from "./support/clients";
import { letterTo } from "./support/mailbox";
import { signedIn } from "./support/sign-in";
import { test, type World } from "./support/test";

const desk = { viewport: { width: 1280, height: 900 } };
const samIn = (world: World, { suffix }: Readwell, options: Parameters<World["browse"]>[0] = desk) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...options });
const day = () => someThursday().toPlainDate().toString();

test("the office proposes a time, moves it, and cancels it: its client hears of each, and the page shows the last", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { ellen } = readwell.address;
  const page = await (await samIn(world, readwell)).newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/new`);
  await page.getByLabel("Kind", { exact: true }).selectOption("appointment");
  await page.getByLabel("Title", { exact: true }).fill("Walk-through");
  await page.getByRole("button", { name: "Add document" }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").at(-1) ?? "";

  await page.getByText("We propose a time").click();
  await page.getByLabel("Day", { exact: true }).fill(day());
  await page.getByLabel("Arrives from").fill("09:00");
  await page.getByLabel("Until", { exact: true }).fill("11:00");
  await page.getByLabel("What to have ready").fill("Bring the plans.");
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue(day());
  await expect(page.getByLabel("What to have ready")).toHaveValue("Bring the plans.");
  await isAccessible(page);
  const sent = await nextLetter(world, ellen, () =>
    page.getByRole("button", { name: /Send/ }).filter({ hasText: /Send/ }).first().click(),
  );
  expect(sent.text).toContain("9:00 to 11:00 AM");

  const client = await (await clientIn(world, ellen)).newPage();
  await client.goto(pageOf("appointment", id));
  await client.getByRole("button", { name: /^Confirm Thursday/ }).click();
  await expect(client.getByText("You’re booked")).toBeVisible();
  await letterTo(world.origin, ellen, ({ subject }) => subject.startsWith("Confirmed"));

  await page.reload();
  await page.getByText("Move it", { exact: true }).click();
  await page.getByLabel("Arrives from").fill("13:00");
  await page.getByLabel("Until", { exact: true }).fill("15:00");
  const moved = await nextLetter(world, ellen, () =>
    page.getByRole("button", { name: "Move and tell them" }).click(),
  );
  expect(moved.text).toContain("1:00 to 3:00 PM");
  await expect(page.getByText("Moved. On its way to Ellen Marsh.")).toBeVisible();
  await client.reload();
  await expect(client.getByText("We arrive 1:00 to 3:00 PM")).toBeVisible();
  await expect(client.getByRole("button", { name: /^Confirm Thursday/ })).toBeVisible();

  await page.goto(`/clients/${readwell.ellen}/documents/${id}/close/cancelled`);
  await expect(page.getByText("Whoever was sent it is told.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel the appointment" }).click();
  await letterTo(
    world.origin,
    ellen,
    ({ subject }) => subject === "Your appointment is cancelled: Walk-through",
  );
  await client.reload();
  await expect(client.getByText("This appointment was cancelled")).toBeVisible();
});

test("the office sees what a client changed until somebody has noted it, and works without script", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { id } = await makeAppointment(world.owner, readwell, { sentTo: [readwell.address.ellen] });
  const client = await (await clientIn(world, readwell.address.ellen)).newPage();
  await client.goto(pageOf("appointment", id));
  await client.locator("button[name=slot]").first().click();
  await expect(client.getByText("You’re booked")).toBeVisible();
  const page = await (await samIn(world, readwell, { ...desk, javaScriptEnabled: false })).newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
  await expect(page.getByText("The client moved it to this time.")).toBeVisible();
  await page.getByRole("button", { name: "Noted" }).click();
  await expect(page.getByText("The client moved it to this time.")).toBeHidden();
  await page.getByText("Move it", { exact: true }).click();
  await page.getByLabel("Day", { exact: true }).fill(day());
  await page.getByLabel("Arrives from").fill("15:00");
  await page.getByLabel("Until", { exact: true }).fill("14:00");
  await page.getByRole("button", { name: "Move and tell them" }).click();
  await expect(page.getByText("The window ends before it starts.").first()).toBeVisible();
  await page.getByLabel("Until", { exact: true }).fill("16:00");
  await page.getByRole("button", { name: "Move and tell them" }).click();
  await expect.poll(() => standingOf(world.owner, id)).toMatchObject({ state: "proposed", sequence: 2 });
});

test("a time at which the crew is somewhere else is refused with whose and what it is, and leads there", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const there = await makeAppointment(world.owner, readwell);
  const startsAt = dateOf(someThursday().withPlainTime("16:00"));
  const { id } = await makeAppointment(world.owner, readwell, { crewId: there.crewId, startsAt });
  const page = await (await samIn(world, readwell)).newPage();
  await page.goto(`/clients/${readwell.ellen}/documents/${id}`);
  await page.getByText("Move it", { exact: true }).click();
  await page.getByLabel("Arrives from").fill("10:00");
  await page.getByLabel("Until", { exact: true }).fill("12:00");
  await page.getByRole("button", { name: "Move and tell them" }).click();
  await expect(
    page.getByText(/somewhere else then, for Ellen Marsh: “Spring aeration and overseed”/),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Look at it in a new tab" })).toHaveAttribute(
    "href",
    `/clients/${readwell.ellen}/documents/${there.id}`,
  );
});

test("hours, notice and crews are set in the settings, and a viewer reads them", { tag: ["@B10"] }, async ({
  world,
}) => {
  const readwell = await makeReadwell(world.owner);
  const page = await (await samIn(world, readwell)).newPage();
  await page.goto("/settings/hours");
  await isAccessible(page);
  await page.getByLabel("Saturday, from").fill("09:00");
  await page.getByRole("button", { name: "Save hours" }).click();
  await expect(page.getByText("Saturday has one time only. Write both, or leave both empty.")).toBeVisible();
  await page.getByLabel("Saturday, until").fill("12:30");
  await page.getByLabel("Notice, in hours").fill("48");
  await page.getByRole("button", { name: "Save hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("Another crew").fill("Marcus Bell and crew");
  await page.getByRole("button", { name: "Add crew" }).click();
  await expect(page.getByLabel("Name of Marcus Bell and crew")).toBeVisible();
  await page.getByRole("button", { name: "Take off the list: Marcus Bell and crew" }).click();
  await expect(page.getByText("Not going out")).toBeVisible();
  await world.owner`update members set role = 'viewer' where id = ${readwell.sam}`;
  await page.reload();
  await expect(page.getByText("Saturday, 9:00 AM to 12:30 PM")).toBeVisible();
  await expect(page.getByText("Notice: 48 hours")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save hours" })).toBeHidden();
});

import { expect } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import type { DocumentKind } from "@/lib/links/policy";
import { isAccessible } from "./support/accessible";
import { nextLetter, pageOf } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { confirm, hire, signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

/** The day of the last nine o’clock in Chicago, and days counted from it by the calendar: a rung of that day is due now. */
function day(days: number): string {
  const now = Temporal.Now.zonedDateTimeISO("America/Chicago");
  return now
    .toPlainDate()
    .add({ days: days - (now.hour < 9 ? 1 : 0) })
    .toString();
}

/** A document that Ellen and Tom were sent ten days ago, due so many days after the last nine o’clock. */
async function outSince(world: World, readwell: Readwell, kind: DocumentKind, dueInDays: number) {
  const { tenantId, address } = readwell;
  const id = await makeDocument(world.owner, readwell, kind);
  await world.owner`
    update documents set sent_at = now() - interval '10 days', due_on = ${day(dueInDays)}, addressed_to = ${[address.ellen, address.tom]}
    where id = ${id}`;
  await world.owner`update tenants set quiet_from = '00:00', quiet_until = '00:00' where id = ${tenantId}`;
  return id;
}

const samOf = (world: World, { suffix }: Readwell, options: Parameters<World["browse"]>[0] = {}) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...options });

test("a client who has not answered is reminded once, by a link that opens what it is about", {
  tag: ["@C4", "@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { ellen, tom } = readwell.address;
  const run = () => world.owner`select graphile_worker.add_job('send-reminders')`;
  const scope = await outSince(world, readwell, "scope", 30);
  let invoice = "";
  const letter = await nextLetter(world, ellen, async () => {
    // Whatever else looks for reminders just then sends this one too: it is not there before its letter is waited for.
    invoice = await outSince(world, readwell, "invoice", -1);
    await run();
  });
  expect(letter.subject).toMatch(/^Reminder: \$399\.44 was due .+: Kitchen and rear addition$/);
  expect(letter.text).toContain("View and pay $399.44:");
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(letter.link);
  await expect(page).toHaveURL(pageOf("invoice", invoice));
  const reminded = async () =>
    (await world.owner`select address from reminders where document_id in (${invoice}, ${scope})`).map(
      ({ address }) => address,
    );
  await expect.poll(reminded).toHaveLength(2);
  await run();
  await nextLetter(world, tom, async () => {
    await world.owner`update documents set due_on = ${day(2)} where id = ${scope}`;
    await run();
  });
  await expect.poll(async () => (await reminded()).sort()).toEqual([ellen, ellen, tom, tom].sort());
});

test("the office sees what will be sent in the next seven days, skips one, and puts it back", {
  tag: ["@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await outSince(world, readwell, "scope", 4);
  const page = await (await samOf(world, readwell)).newPage();
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Reminders" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Ellen Marsh" }).first();
  await expect(row).toContainText("9:00 AM");
  await expect(row).toContainText("Kitchen and rear addition");
  await page.getByRole("button", { name: "Skip: Kitchen and rear addition, to Ellen Marsh" }).first().click();
  await expect(row).toContainText("Skipped by Sam Reyes");
  const outcome = async () =>
    (await world.owner`select outcome from reminders where document_id = ${id}`).map((each) => each.outcome);
  expect(await outcome()).toEqual(["skipped"]);
  await page.reload();
  await page.getByRole("button", { name: /^Send it after all: Kitchen.*to Ellen Marsh$/ }).click();
  await expect(row).not.toContainText("Skipped");
  expect(await outcome()).toEqual(["restored"]);
});

test("without script one is skipped and put back, and the ladder and the quiet hours are set", {
  tag: ["@C9"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  await outSince(world, readwell, "scope", 4);
  const page = await (await samOf(world, readwell, { javaScriptEnabled: false })).newPage();
  await page.goto("/reminders");
  await page
    .getByRole("button", { name: /^Skip: .*to Tom Marsh$/ })
    .first()
    .click();
  await expect(page.getByText("Skipped by Sam Reyes")).toBeVisible();
  await page.getByRole("button", { name: /^Send it after all/ }).click();
  await expect(page.getByText("Skipped by Sam Reyes")).toHaveCount(0);
  await page.goto("/settings/reminders");
  await page.getByLabel("Scope of work: days before").fill("soon");
  await page.getByRole("button", { name: "Save, Scope of work" }).click();
  await expect(
    page.getByText("Write whole days from 1 to 60, with commas between them: 2, 7."),
  ).toBeVisible();
  await expect(page.getByLabel("Scope of work: days before")).toHaveValue("soon");
  await page.getByLabel("Scope of work: days before").fill("5, 1");
  await page.getByRole("button", { name: "Save, Scope of work" }).click();
  await expect(page.getByText("Reminded 5 and 1 days before, 1 and 4 days after.")).toBeVisible();
  await page.getByLabel("From").fill("21:00");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("From")).toHaveValue("21:00");
  const [kept] =
    await world.owner`select reminder_ladders as ladders, quiet_from as quiet from tenants where id = ${readwell.tenantId}`;
  expect(kept).toEqual({ ladders: { scope: [-5, -1, 1, 4] }, quiet: "21:00" });
});

test("a viewer looks at the reminders and changes nothing, and only an owner sets when they go out", {
  tag: ["@C9"],
}, async ({ world }) => {
  const email = await hire(world, "Helen Ostrowski", "viewer");
  const page = await (await signedIn(world, { email })).newPage();
  await page.goto("/reminders");
  await expect(page.getByRole("heading", { name: "Nothing in the next seven days" })).toBeVisible();
  await page.goto("/settings/reminders");
  await expect(page.getByText("3 days before, 1, 7 and 14 days after")).toBeVisible();
  await expect(page.getByRole("button", { name: /Save/ })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the reminders’ pages, ${colorScheme}`, { tag: ["@D3"] }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    await outSince(world, readwell, "scope", 4);
    await outSince(world, readwell, "invoice", 5);
    const browser = await samOf(world, readwell, { ...phoneSize, colorScheme });
    const page = await browser.newPage();
    await page.goto("/reminders");
    await page.getByRole("button", { name: /^Skip/ }).first().click();
    await expect(page.getByText("Skipped by Sam Reyes")).toBeVisible();
    await isAccessible(page);
    await page.goto("/settings/reminders");
    await isAccessible(page);
  });
}

test("a reminder of a contract opens as its own reader, by a tap on the button", {
  tag: ["@C4", "@B6"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  let contract = "";
  const letter = await nextLetter(world, readwell.address.tom, async () => {
    contract = await outSince(world, readwell, "contract", 0);
    await world.owner`select graphile_worker.add_job('send-reminders')`;
  });
  const browser = await world.browse(phoneSize);
  await browser.request.get(letter.link);
  expect(await confirm(browser)).toBe(pageOf("contract", contract));
});

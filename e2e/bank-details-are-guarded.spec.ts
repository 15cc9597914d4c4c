import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { hireAtReadwell, memberAddress, oldAccount, payToOldAccount } from "./support/bank";
import { clientIn, sentDocument } from "./support/client";
import { makeReadwell, type Readwell } from "./support/clients";
import { lettersTo, letterTo } from "./support/mailbox";
import { signedIn } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

const settings = "/settings/bank";
const newAccount = { routing: "026 009 593", accountNumber: "4400 1122 3344" };

/** Readwell with June in its office, paid into the old account, and an invoice of Ellen’s with the link to it. */
async function atReadwell(world: World) {
  const readwell = await makeReadwell(world.owner);
  const june = await hireAtReadwell(world.owner, readwell, "June Okafor", "manager");
  await payToOldAccount(world.owner, readwell, june.actor.memberId);
  const invoice = await sentDocument(world, readwell, "invoice");
  return { readwell, invoice };
}

/** A browser of one person of Readwell’s office, at its bank details. */
async function officeOf(
  world: World,
  { suffix }: Readwell,
  name: string,
  options: Parameters<World["browse"]>[0] = {},
): Promise<Page> {
  const browser = await signedIn(world, { email: memberAddress(name, suffix), ...options });
  const page = await browser.newPage();
  await page.goto(settings);
  return page;
}

async function propose(page: Page, { routing, accountNumber } = newAccount) {
  await page.getByLabel("Account name").fill("Readwell Builders LLC");
  await page.getByLabel("Routing number").fill(routing);
  await page.getByLabel("Account number").fill(accountNumber);
  await page.getByRole("button", { name: "Propose these details" }).click();
}

async function confirm(page: Page, accountNumber = newAccount.accountNumber) {
  await page.getByLabel("Account number, once more").fill(accountNumber);
  await page.getByRole("button", { name: "Confirm these details" }).click();
}

/** The day after the confirmation is over, and the job comes by. */
async function dayGoesBy(world: World, { tenantId }: Readwell) {
  await world.timePasses("25 hours", tenantId);
  await world.owner`select graphile_worker.add_job('bank-details-take-effect')`;
  const inForce = () => world.owner`
    select 1 from bank_details where tenant_id = ${tenantId} and state = 'in-force' and account_number = '440011223344'`;
  await expect.poll(async () => (await inForce()).length).toBe(1);
}

/** Every message to anybody of the story: its words, and its letter with and without markup. */
async function everythingSent(world: World, { address, suffix }: Readwell): Promise<string[]> {
  const people = [
    ...Object.values(address),
    ...["Sam Reyes", "June Okafor"].map((name) => memberAddress(name, suffix)),
  ];
  const letters = (await Promise.all(people.map((each) => lettersTo(world.origin, each)))).flat();
  const html = await Promise.all(
    letters
      .filter(({ channel }) => channel === "email")
      .map(async ({ id }) => (await fetch(`${world.origin}/mailbox/${id}/letter`)).text()),
  );
  expect(html.length).toBeGreaterThan(5);
  const texts = letters.map(({ subject, text }) => `${subject} ${text}`);
  return [...texts, ...html, ...html.map((each) => each.replace(/<[^>]*>/g, ""))];
}

const bare = (text: string) => text.replace(/[^0-9a-z]/gi, "");

for (const javaScriptEnabled of [true, false]) {
  test(`bank details change by two members and a day, ${javaScriptEnabled ? "with" : "without"} script, and no message ever carries them`, {
    tag: ["@X10"],
  }, async ({ world }) => {
    const { readwell, invoice } = await atReadwell(world);
    const client = await (await world.browse({ ...phoneSize, javaScriptEnabled })).newPage();
    await client.goto(invoice.link);
    await expect(client).toHaveURL(invoice.page);
    const transfer = client.getByRole("region", { name: "Pay by bank transfer" });
    await expect(transfer.getByText("0071 2345 6789")).toBeVisible();
    await expect(transfer.getByText("Unchanged since March 3, 2024")).toBeVisible();
    const oldWords = await transfer
      .getByText(/^Check words:/)
      .locator("strong")
      .innerText();

    const sam = await officeOf(world, readwell, "Sam Reyes", { javaScriptEnabled });
    await expect(sam.getByText(oldWords, { exact: true })).toBeVisible();
    await propose(sam, { ...newAccount, routing: "026 009 594" });
    await expect(sam.getByText("That isn’t a routing number: its digits don’t add up.")).toBeVisible();
    await expect(sam.getByLabel("Account number")).toHaveValue(newAccount.accountNumber);
    await sam.getByLabel("Routing number").fill(newAccount.routing);
    await sam.getByRole("button", { name: "Propose these details" }).click();
    await expect(sam.getByText("Waits for a second member")).toBeVisible();
    await expect(sam.getByRole("button", { name: "Confirm these details" })).toHaveCount(0);

    const told = await letterTo(world.origin, memberAddress("June Okafor", readwell.suffix));
    expect(told.subject).toBe("Sam Reyes proposed new bank details");
    expect(told.links.filter((link) => new URL(link).pathname === settings)).not.toEqual([]);
    const june = await officeOf(world, readwell, "June Okafor", { javaScriptEnabled });
    await expect(june.getByText("ending 344")).toBeVisible();
    expect(bare(await june.content())).not.toContain(bare(newAccount.accountNumber));
    await confirm(june, "4400 1122 3345");
    await expect(june.getByText("That isn’t the number that was proposed.")).toBeVisible();
    await confirm(june);
    await expect(june.getByText(/^Takes effect /)).toBeVisible();

    for (const address of Object.values(readwell.address)) {
      const letter = await letterTo(world.origin, address, ({ text }) =>
        text.includes("bank details are changing"),
      );
      expect(letter.text).toContain("We never send bank details by email or text.");
      expect(letter.links).toEqual([]);
    }
    await client.reload();
    await expect(transfer.getByText(/^These details change on /)).toBeVisible();
    await expect(transfer.getByText("0071 2345 6789")).toBeVisible();

    await dayGoesBy(world, readwell);
    await client.reload();
    await expect(transfer.getByText(newAccount.accountNumber)).toBeVisible();
    await expect(transfer.getByText("0071 2345 6789")).toHaveCount(0);
    await expect(transfer.getByText(/^These details change on /)).toHaveCount(0);
    expect(
      await transfer
        .getByText(/^Check words:/)
        .locator("strong")
        .innerText(),
    ).not.toBe(oldWords);
    for (const address of Object.values(readwell.address))
      await letterTo(world.origin, address, ({ text }) => text.includes("bank details have changed"));

    await sam.goto(settings);
    await expect(sam.getByText("Set by Sam Reyes, confirmed by June Okafor")).toBeVisible();
    await expect(sam.getByRole("region", { name: "Before" })).toContainText("account ending 789");
    const numbers = [oldAccount.accountNumber, oldAccount.routing, ...Object.values(newAccount)].map(bare);
    for (const text of await everythingSent(world, readwell))
      for (const number of numbers) expect(bare(text)).not.toContain(number);
  });

  test(`what was confirmed is taken back before its day is over, ${javaScriptEnabled ? "with" : "without"} script, and the old details stand`, {
    tag: ["@X10"],
  }, async ({ world }) => {
    const { readwell, invoice } = await atReadwell(world);
    const sam = await officeOf(world, readwell, "Sam Reyes", { javaScriptEnabled });
    await propose(sam);
    await expect(sam.getByText("Waits for a second member")).toBeVisible();
    const june = await officeOf(world, readwell, "June Okafor", { javaScriptEnabled });
    await confirm(june);
    await expect(june.getByText(/^Takes effect /)).toBeVisible();
    await june.getByRole("button", { name: "Take them back" }).click();
    await expect(june.getByText(/^Taken back by June Okafor/)).toBeVisible();
    await letterTo(world.origin, readwell.address.tom, ({ text }) => text.includes("nothing changes"));
    await sam.goto("/settings/bank");
    await expect(sam.getByRole("button", { name: "Propose these details" })).toBeVisible();
    const options = { ...phoneSize, javaScriptEnabled };
    const tom = await (await clientIn(world, readwell.address.tom, options)).newPage();
    await tom.goto(invoice.page);
    await expect(tom.getByText("0071 2345 6789")).toBeVisible();
    await expect(tom.getByText("Unchanged since March 3, 2024")).toBeVisible();
    await expect(tom.getByText(/^These details change on /)).toHaveCount(0);
  });
}

test("the numbers are copied as a bank’s form wants them, and without script there is nothing to tap that does nothing", {
  tag: ["@X10"],
}, async ({ world }) => {
  const { invoice } = await atReadwell(world);
  const browser = await world.browse(phoneSize);
  await browser.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await browser.newPage();
  await page.goto(invoice.link);
  await page.getByRole("button", { name: "Copy Account number" }).click();
  await expect(page.getByRole("button", { name: "Copied Account number" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(oldAccount.accountNumber);
  const plain = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  await plain.goto(invoice.link);
  await expect(plain.getByText("0071 2345 6789")).toBeVisible();
  await expect(plain.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
});

test("once an invoice is settled, or to whoever has no way in to it, no bank details are shown", {
  tag: ["@X10"],
}, async ({ world }) => {
  const { invoice } = await atReadwell(world);
  const stranger = await (await world.browse()).newPage();
  await stranger.goto(invoice.page);
  expect(bare(await stranger.content())).not.toContain(oldAccount.accountNumber);
  await world.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${invoice.id}`;
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(invoice.link);
  await expect(page.getByRole("heading", { name: "Paid, thank you" })).toBeVisible();
  expect(bare(await page.content())).not.toContain(oldAccount.accountNumber);
});

test("who works alone is told that a second member is needed, and a viewer looks and changes nothing", {
  tag: ["@X10"],
}, async ({ world }) => {
  const alone = await makeReadwell(world.owner);
  const sam = await officeOf(world, alone, "Sam Reyes");
  await expect(sam.getByText("Your office needs a second owner or manager")).toBeVisible();
  await expect(sam.getByRole("button", { name: "Propose these details" })).toHaveCount(0);
  const { readwell } = await atReadwell(world);
  await hireAtReadwell(world.owner, readwell, "Vera Lund", "viewer");
  const proposer = await officeOf(world, readwell, "Sam Reyes");
  await propose(proposer);
  await expect(proposer.getByText("Waits for a second member")).toBeVisible();
  const vera = await officeOf(world, readwell, "Vera Lund");
  await expect(vera.getByText("Another owner or manager has to confirm them.")).toBeVisible();
  await expect(vera.getByText("ending 344")).toBeVisible();
  await expect(vera.getByRole("button", { name: /Confirm|Take|Propose/ })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the pages of bank details, ${colorScheme}`, { tag: ["@X10", "@D3"] }, async ({
    world,
  }) => {
    const { readwell, invoice } = await atReadwell(world);
    const sam = await officeOf(world, readwell, "Sam Reyes", { colorScheme });
    await sam.getByRole("button", { name: "Propose these details" }).click();
    await isAccessible(sam);
    await propose(sam);
    await expect(sam.getByText("Waits for a second member")).toBeVisible();
    await isAccessible(sam);
    const june = await officeOf(world, readwell, "June Okafor", { ...phoneSize, colorScheme });
    await confirm(june, "1234");
    await expect(june.getByText("That isn’t the number that was proposed.")).toBeVisible();
    await isAccessible(june);
    await confirm(june);
    await expect(june.getByText(/^Takes effect /)).toBeVisible();
    await isAccessible(june);
    const client = await (await world.browse({ ...phoneSize, colorScheme })).newPage();
    await client.goto(invoice.link);
    await expect(client.getByRole("region", { name: "Pay by bank transfer" })).toBeVisible();
    await isAccessible(client);
  });
}

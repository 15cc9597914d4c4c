import { expect, type Page } from "@playwright/test";
import { askAsClient, clientIn, isClientIn, nextLetter, sentDocument } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { confirm, confirmFields } from "./support/sign-in";
import { phoneSize, test } from "./support/test";

const singleUse = ["contract", "scope", "selections", "appointment"] as const;

for (const kind of singleUse) {
  test(`the link to the ${kind} opens it in one tap, once, for a client without a portal, and shows them nothing else`, {
    tag: ["@B1", "@B12", "@B15"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    await world.owner`update contacts set portal_access = false where id = ${readwell.ellen}`;
    const [mine, later] = [
      await sentDocument(world, readwell, kind),
      await makeDocument(world.owner, readwell, "invoice"),
    ];
    await world.owner`update documents set sent_at = now(), addressed_to = array['tom@elsewhere.example'] where id = ${later}`;
    expect(mine.token).toMatch(/^[0-9A-Za-z]{64}$/);
    const browser = await world.browse(phoneSize);
    const page = await browser.newPage();
    await page.goto(mine.link);
    await expect(page).toHaveURL("/l/confirm");
    await expect(
      page
        .getByRole("heading", { name: "from Readwell Builders" })
        .or(page.getByRole("heading", { name: "with Readwell Builders" })),
    ).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(1);
    await page.getByRole("button", { name: "Continue as Ellen" }).click();
    await expect(page).toHaveURL(mine.page);
    await expect(page.getByText("Cabinets in white oak, to the ceiling.")).toBeVisible();
    await expect(page.getByText("You’re here as Ellen Marsh")).toBeVisible();
    await page.goto("/portal/documents");
    await expect(page.getByRole("link", { name: "Kitchen and rear addition" })).toHaveCount(1);
    expect((await page.goto(`/portal/invoices/${later}`))?.status()).toBe(404);
  });
}

test("a second tap on a used document link says so, names a masked address, and one tap sends another", {
  tag: ["@B1"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const contract = await sentDocument(world, readwell, "contract");
  const first = await world.browse(phoneSize);
  await open(await first.newPage(), contract.link);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(contract.link);
  await expect(page.getByRole("heading", { name: "This link was already used" })).toBeVisible();
  await expect(page.getByText("If that was you, the contract is still open there.")).toBeVisible();
  await expect(page.getByText("e••••@m•••.example")).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Readwell Builders" })).toHaveAttribute(
    "href",
    "tel:+15125550110",
  );
  expect(await page.content()).not.toContain("Cabinets in white oak");
  const fresh = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Send me a new link" }).click(),
  );
  await expect(page.getByRole("heading", { name: "Check your messages" })).toBeVisible();
  expect(await page.content(), "nothing was typed, so nothing is shown").not.toContain(
    readwell.address.ellen,
  );
  await page.goto(fresh.link);
  await expect(page).toHaveURL(contract.page);
  expect(await isClientIn(first), "the first session goes on").toBe(true);
});

test("who is in already goes straight to the page, and the link is put away", {
  tag: ["@B2"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const browser = await clientIn(world, readwell.address.ellen);
  const before = await browser.cookies();
  const contract = await sentDocument(world, readwell, "contract");
  const page = await browser.newPage();
  await page.goto(contract.link);
  await expect(page).toHaveURL(contract.page);
  await expect(page.getByText("Cabinets in white oak")).toBeVisible();
  const sid = (cookies: typeof before) => cookies.find(({ name }) => name === "sid")?.value;
  expect(sid(await browser.cookies()), "the same session").toBe(sid(before));
  const [link] = await world.owner`
    select spent_at, discarded_at from links where document_id = ${contract.id}`;
  expect([link?.spent_at, link?.discarded_at instanceof Date]).toEqual([null, true]);
  await page.goto(contract.link);
  await expect(page, "and a second time as well").toHaveURL(contract.page);
  const stranger = await (await world.browse()).newPage();
  await stranger.goto(contract.link);
  await expect(stranger.getByRole("heading", { name: "This link was already used" })).toBeVisible();
});

test("in a browser where somebody else is signed in, nothing switches unless they say so", {
  tag: ["@B2", "@B13"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const browser = await clientIn(world, readwell.address.tom);
  const contract = await sentDocument(world, readwell, "contract");
  const page = await browser.newPage();
  await page.goto(contract.link);
  await expect(page.getByRole("heading", { name: "You are Tom here." })).toBeVisible();
  await page.getByRole("link", { name: "Continue as Tom" }).click();
  await expect(page.getByText("You’re here as Tom Marsh")).toBeVisible();
  await page.goto(contract.link);
  await page.getByRole("button", { name: "Switch to Ellen" }).click();
  await expect(page).toHaveURL(contract.page);
  await expect(page.getByText("You’re here as Ellen Marsh")).toBeVisible();
  const alive = await world.owner`
    select address from sessions where tenant_id = ${readwell.tenantId} and revoked_at is null`;
  expect([...alive]).toEqual([{ address: readwell.address.ellen }]);
});

test("a tap spends the link that its page names, and no other that was opened in another tab meanwhile", {
  tag: ["@X1", "@B16"],
}, async ({ world }) => {
  const [ours, theirs] = [
    await makeReadwell(world.owner),
    await makeReadwell(world.owner, {}, "Greenline Lawn"),
  ];
  const [contract, planted] = [
    await sentDocument(world, ours, "contract"),
    await sentDocument(world, theirs, "contract"),
  ];
  const browser = await world.browse(phoneSize);
  const page = await browser.newPage();
  await page.goto(contract.link);
  await expect(page.getByRole("heading", { name: "Your contract from Readwell Builders" })).toBeVisible();
  await (await browser.newPage()).goto(planted.link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page.getByRole("heading", { name: "Your contract from Greenline Lawn" })).toBeVisible();
  expect(await isClientIn(browser)).toBe(false);
  await page.goto(contract.link);
  await page.getByRole("button", { name: "Continue as Ellen" }).click();
  await expect(page).toHaveURL(contract.page);
});

test("primary and partner each come in as themselves, by links of their own", { tag: ["@B13"] }, async ({
  world,
}) => {
  const readwell = await makeReadwell(world.owner);
  const { ellen, tom } = readwell.address;
  for (const [address, name] of [
    [ellen, "Ellen"],
    [tom, "Tom"],
  ] as const) {
    const scope = await sentDocument(world, readwell, "scope", address);
    const page = await (await world.browse(phoneSize)).newPage();
    await page.goto(scope.link);
    await page.getByRole("button", { name: `Continue as ${name}` }).click();
    await expect(page.getByText(`You’re here as ${name} Marsh`)).toBeVisible();
  }
});

test("a spend whose answer was lost gives the same session to the same browser for two minutes, and to no other", {
  tag: ["@B1", "@X1"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const contract = await sentDocument(world, readwell, "contract");
  const browser = await world.browse();
  await browser.request.get(contract.link, { maxRedirects: 0 });
  const [looked, fields] = [await browser.cookies(), await confirmFields(browser)];
  const tap = async () => {
    await browser.clearCookies();
    await browser.addCookies(looked);
    return confirm(browser, fields);
  };
  expect([await tap(), await tap()]).toEqual([contract.page, contract.page]);
  const sessions = await world.owner`select 1 from sessions where tenant_id = ${readwell.tenantId}`;
  expect(sessions).toHaveLength(1);
  await world.timePasses("2 minutes", readwell.tenantId);
  expect(await tap()).toBe(`${contract.page}?link=spent`);
});

test("scanners that look at a client’s link in every way they know leave it open", {
  tag: ["@X1"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const contract = await sentDocument(world, readwell, "contract");
  const { link } = await askAsClient(await world.browse(), world, readwell.address.tom);
  for (const each of [contract.link, link]) {
    for (const [method, headers] of [
      ["GET", { "user-agent": "Barracuda Sentinel" }],
      ["HEAD", {}],
      ["OPTIONS", {}],
      ["GET", { "sec-purpose": "prefetch" }],
      ["GET", { purpose: "prefetch" }],
      ["GET", { "next-router-prefetch": "1" }],
      ["POST", { origin: "https://scanner.example" }],
    ] as const) {
      const browser = await world.browse({ extraHTTPHeaders: headers });
      const answer = await browser.request.fetch(each, { method, maxRedirects: 5 });
      expect(answer.status(), `${method} ${JSON.stringify(headers)}`).toBeLessThan(500);
      expect(await isClientIn(browser)).toBe(false);
    }
  }
  await open(await (await world.browse(phoneSize)).newPage(), contract.link);
  await open(await (await world.browse(phoneSize)).newPage(), link);
});

async function open(page: Page, link: string) {
  await page.goto(link);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await expect(page.getByText("You’re here as")).toBeVisible();
}

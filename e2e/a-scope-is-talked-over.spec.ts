import { expect, type Page } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { nextLetter, sentDocument } from "./support/client";
import { makeReadwell } from "./support/clients";
import { revise } from "./support/scope-office";
import { phoneSize, test } from "./support/test";

const desk = { viewport: { width: 1280, height: 900 } };

for (const [where, options] of [
  ["on a desk", desk],
  ["on a phone without script", { ...phoneSize, javaScriptEnabled: false }],
] as const) {
  test(`a client comments line by line, and the next revision opens on what is new until it is approved, ${where}`, {
    tag: ["@B7", "@X12"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const scope = await sentDocument(world, readwell, "scope");
    const page = await (await world.browse(options)).newPage();
    await page.goto(scope.link);
    expect(await page.content(), "nothing of it before sign-in").not.toContain("recessed lights");
    await page.getByRole("button", { name: "Continue as Ellen" }).click();
    await expect(page).toHaveURL(scope.page);
    await expect(page.getByRole("button", { name: "Approve as is, $6,480.00" })).toBeVisible();
    await expect(page.getByRole("button", { name: /Request changes/ })).toBeHidden();

    await writeComment(page, "1.4", "Can we have eight? The island is 9 ft long.");
    await expect(page.getByRole("button", { name: "Send question" })).toBeVisible();
    await page.getByRole("link", { name: "Comment on 2.3" }).click();
    await page.getByLabel(/your comment on/).fill("Left of the door please, next to the grill.");
    await expect(page.getByRole("button", { name: "Send question" }), "it would lose it too").toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Approve|^Request/ }), "they would lose it").toHaveCount(
      0,
    );
    await page.getByRole("button", { name: "Comment on 2.1" }).click();
    await expect(page.getByText("Left of the door please"), "kept by that tap").toBeVisible();
    await page.getByLabel(/your comment on/).fill("Never mind.");
    await page.getByRole("button", { name: "Save comment" }).last().click();
    await page.getByRole("link", { name: "Change your comment on 2.1" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page.getByText("Never mind.")).toBeHidden();
    await expect(
      page.getByText("leaves your 2 comments unsent", { exact: false }).filter({ visible: true }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Request changes (2)" }).click();
    await expect(page.getByText(/^Changes requested by Ellen Marsh/)).toBeVisible();
    await expect(page.getByRole("button", { name: /Approve/ })).toBeHidden();
    await expect(page.getByRole("link", { name: /omment on/ })).toHaveCount(0);

    const letter = await nextLetter(world, readwell.address.ellen, () => revise(world, readwell, scope.id));
    await page.goto(letter.link);
    await expect(page).toHaveURL(scope.page);
    await expect(
      page.getByRole("heading", { name: "What is new in revision 2 since revision 1" }),
    ).toBeVisible();
    await expect(page.getByText("1 line changed, 1 added, 1 removed.")).toBeVisible();
    await expect(page.locator("ins").getByText("Eight")).toBeVisible();
    await expect(page.locator("del").getByText("$1,080.00")).toBeVisible();
    await page.getByRole("link", { name: "Comment on 2.1" }).click();
    await page.getByLabel(/your comment on/).fill("Which way does it open?");
    await page.getByRole("button", { name: "Show without marks" }).click();
    await expect(page.getByRole("link", { name: "Compare with revision 1" })).toBeVisible();
    await expect(page.locator("ins")).toHaveCount(0);
    await expect(page.getByText("Which way does it open?"), "kept by that tap").toBeVisible();
    await page.getByRole("link", { name: "Change your comment on 2.1" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page.getByText("Which way does it open?")).toBeHidden();
    await page.getByRole("button", { name: "Approve as is, $6,570.00" }).click();
    await expect(page.getByText(/^Approved by Ellen Marsh/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: /Approve/ })).toBeHidden();
  });
}

test("an older page approves nothing, and an older link leads to the newest revision", {
  tag: ["@B7", "@B12", "@X12"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const [first, spare] = [await sentDocument(world, readwell, "scope"), await world.browse(phoneSize)];
  const older = await nextLetter(world, readwell.address.tom, () =>
    spare.request.post("/l/again", {
      form: { kind: "scope", document: first.id, address: readwell.address.tom },
      maxRedirects: 0,
    }),
  );
  const page = await (await world.browse(phoneSize)).newPage();
  await open(page, first.link);
  await revise(world, readwell, first.id);
  await page.getByRole("button", { name: "Approve as is, $6,480.00" }).click();
  await expect(page.getByText("There is a newer revision now")).toBeVisible();
  await expect(page.getByText(/^Revision 2, sent/)).toBeVisible();
  const [approved] =
    await world.owner`select 1 from scope_revisions where document_id = ${first.id} and approved_at is not null`;
  expect(approved).toBeUndefined();
  const toms = await (await world.browse(phoneSize)).newPage();
  await open(toms, older.link);
  await expect(toms.getByText(/^Revision 2, sent/)).toBeVisible();
  await toms.getByRole("button", { name: "Approve as is, $6,570.00" }).click();
  await page.reload();
  await expect(page.getByText(/^Approved by Tom Marsh/)).toBeVisible();
});

test("an expired link to a scope says so over it, and a new one opens it in the same place", {
  tag: ["@B7", "@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const scope = await sentDocument(world, readwell, "scope");
  await world.timePasses("7 days 1 minute", readwell.tenantId);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(scope.link);
  await expect(page).toHaveURL(new RegExp(scope.page));
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  expect(await page.content()).not.toContain("recessed lights");
  await page.getByLabel("Email").fill(readwell.address.ellen);
  const fresh = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Email me a new link" }).click(),
  );
  await page.goto(fresh.link);
  await expect(page).toHaveURL(scope.page);
  await expect(page.getByText("Six recessed lights, 4 in")).toBeVisible();
});

test("two people see each other’s comments, and nobody else’s scope is there", {
  tag: ["@B7", "@B13", "@X12"],
}, async ({ world }) => {
  const [readwell, other] = [
    await makeReadwell(world.owner),
    await makeReadwell(world.owner, {}, "Greenline Lawn"),
  ];
  const scope = await sentDocument(world, readwell, "scope");
  const theirs = await sentDocument(world, other, "scope");
  const elsewhere = await world.browse();
  const letter = await nextLetter(world, readwell.address.tom, () =>
    elsewhere.request.post("/l/again", {
      form: { kind: "scope", document: scope.id, address: readwell.address.tom },
      maxRedirects: 0,
    }),
  );
  const [ellen, tom] = [
    await (await world.browse(desk)).newPage(),
    await (await world.browse(desk)).newPage(),
  ];
  await open(ellen, scope.link);
  await open(tom, letter.link);
  await writeComment(ellen, "1.4", "Can we have eight?");
  await writeComment(tom, "1.4", "The island is 9 ft long.");
  await expect(tom.getByRole("list", { name: "Said about 1.4" })).toContainText("Ellen Marsh");
  await expect(tom.getByRole("button", { name: "Request changes (2)" })).toBeVisible();
  for (const act of ["comment", "approve", "changes"]) {
    const answer = await tom.request.post(`${theirs.page}/${act}`, {
      form: { revision: "1", line: readwell.ellen, words: "Hello" },
      headers: { origin: world.origin },
      maxRedirects: 0,
    });
    expect(answer.status(), act).toBe(404);
  }
  expect((await tom.request.get(`${theirs.page}/pdf`)).status()).toBe(404);
  const pdf = await tom.request.get(`${scope.page}/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect(pdf.headers()["content-disposition"]).toContain("revision 1.pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await (await world.browse()).request.get(`${scope.page}/pdf`)).status()).toBe(404);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a scope, for its client and for the office, ${colorScheme}`, {
    tag: ["@B7", "@D3"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const scope = await sentDocument(world, readwell, "scope");
    const page = await (await world.browse({ ...phoneSize, colorScheme })).newPage();
    await open(page, scope.link);
    await writeComment(page, "1.4", "Can we have eight?");
    await page.getByRole("link", { name: "Comment on 2.3" }).click();
    await isAccessible(page);
    await page.goto(scope.page);
    await page.getByRole("button", { name: "Request changes (1)" }).click();
    await isAccessible(page);
    const office = await revise(world, readwell, scope.id, { colorScheme });
    await isAccessible(office);
    await page.goto(`${scope.page}?compare=1`);
    await isAccessible(page);
    await page.getByRole("button", { name: /Approve/ }).click();
    await isAccessible(page);
  });
}

async function open(page: Page, link: string) {
  await page.goto(link);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function writeComment(page: Page, number: string, words: string) {
  await page.getByRole("link", { name: `Comment on ${number}` }).click();
  await page.getByLabel(/your comment on/).fill(words);
  await page.getByRole("button", { name: "Save comment" }).first().click();
  await expect(page.getByRole("list", { name: `Said about ${number}` })).toContainText(words);
}

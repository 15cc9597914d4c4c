import { expect } from "@playwright/test";
import { clientIn, nextLetter, pageOf, sentDocument } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

const kinds = ["contract", "scope", "selections", "invoice", "service-report"] as const;
const names = {
  contract: "contract",
  scope: "scope of work",
  selections: "selection sheet",
  invoice: "invoice",
  "service-report": "service report",
};

for (const kind of kinds) {
  for (const javaScriptEnabled of [true, false]) {
    test(`an expired link to the ${kind} asks for an e-mail over an empty document, and the new link opens that document, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
      tag: ["@B15"],
    }, async ({ world }) => {
      const readwell = await makeReadwell(world.owner);
      const document = await sentDocument(world, readwell, kind);
      await world.timePasses("91 days", readwell.tenantId);
      const browser = await world.browse({ ...phoneSize, javaScriptEnabled });
      const page = await browser.newPage();
      await page.goto(document.link);
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("heading", { name: "This link has expired" })).toBeVisible();
      await expect(dialog).toContainText(
        `Enter your email and we’ll send a new one. It opens this same ${names[kind]}.`,
      );
      await expect(dialog).toContainText("Readwell Builders");
      const html = await page.content();
      for (const secret of [
        "Cabinets in white oak",
        "Kitchen and rear",
        "Ellen",
        readwell.address.ellen,
        document.token,
      ])
        expect(html, secret).not.toContain(secret);
      await expect(page.locator("[inert]")).toHaveCount(1);
      await dialog.getByLabel("Email").fill(readwell.address.ellen);
      const letter = await nextLetter(world, readwell.address.ellen, () =>
        dialog.getByRole("button", { name: "Email me a new link" }).click(),
      );
      await expect(dialog.getByRole("heading", { name: "Check your messages" })).toBeVisible();
      await page.goto(letter.link);
      await expect(page).toHaveURL(document.page);
      await expect(page.getByText("Cabinets in white oak")).toBeVisible();
    });
  }
}

test("an expired scheduling link gives the reason and the shop’s number, and the dialog for whoever wants a link", {
  tag: ["@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const appointment = await sentDocument(world, readwell, "appointment");
  await world.timePasses("8 days", readwell.tenantId);
  const page = await (await world.browse(phoneSize)).newPage();
  await page.goto(appointment.link);
  await expect(page.getByRole("heading", { name: "This scheduling link has expired" })).toBeVisible();
  await expect(
    page.getByText(
      "Your appointment hasn’t changed. To confirm it or move it, call or text Readwell Builders.",
    ),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Readwell Builders" })).toHaveAttribute(
    "href",
    "tel:+15125550110",
  );
  await expect(page.getByRole("link", { name: "Send a text" })).toHaveAttribute("href", "sms:+15125550110");
  await page.getByRole("link", { name: "Or get a new link by email" }).click();
  await page.getByLabel("Email").fill(readwell.address.ellen);
  const letter = await nextLetter(world, readwell.address.ellen, () =>
    page.getByRole("button", { name: "Email me a new link" }).click(),
  );
  await page.goto(letter.link);
  await expect(page).toHaveURL(appointment.page);
});

test("without a session or a link a document’s address says nothing of it, whether it is there or not", {
  tag: ["@B15", "@B16"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "contract");
  const shown: string[] = [];
  for (const each of [id, "00000000-0000-4000-8000-000000000000"]) {
    const page = await (await world.browse()).newPage();
    const answer = await page.goto(pageOf("contract", each));
    expect(answer?.status()).toBe(200);
    await expect(
      page.getByRole("dialog").getByRole("heading", { name: "Sign in to see this" }),
    ).toBeVisible();
    shown.push(await page.getByRole("main").innerText());
    for (const secret of ["Readwell", "Kitchen", "Cabinets"])
      expect(await page.content()).not.toContain(secret);
    await page.getByLabel("Email or mobile number").fill("eve@elsewhere.example");
    await page.getByRole("button", { name: "Send me a new link" }).click();
    await expect(page.getByText("If eve@elsewhere.example belongs to a client")).toBeVisible();
  }
  expect(shown[0]).toBe(shown[1]);
  const sent = await world.owner`select 1 from messages where address = 'eve@elsewhere.example'`;
  expect(sent).toHaveLength(0);
});

test("what was sent to another client, at another shop, or is of another kind, is not there", {
  tag: ["@B16", "@C5"],
}, async ({ world }) => {
  const [ours, theirs] = [await makeReadwell(world.owner), await makeReadwell(world.owner)];
  const [mine, foreign, draft] = [
    await sentDocument(world, ours, "contract"),
    await sentDocument(world, theirs, "contract"),
    await makeDocument(world.owner, ours, "contract", { draft: true }),
  ];
  const browser = await clientIn(world, ours.address.ellen);
  expect((await browser.request.get(mine.page)).status()).toBe(200);
  for (const page of [
    foreign.page,
    pageOf("contract", draft),
    pageOf("invoice", mine.id),
    "/portal/contracts/nonsense",
    "/portal/nonsense/nonsense",
    "/portal/contracts/%00",
    "/portal/contracts/%E0%A4%A",
  ]) {
    const answer = await browser.request.get(page, { maxRedirects: 0 });
    expect(answer.status(), page).toBe(404);
    expect(await answer.text(), page).not.toContain("Cabinets");
  }
});

test("what is no address is said so in the dialog, and what was typed is kept", { tag: ["@B15"] }, async ({
  world,
}) => {
  const readwell = await makeReadwell(world.owner);
  const contract = await sentDocument(world, readwell, "contract");
  await world.timePasses("8 days", readwell.tenantId);
  const page = await (await world.browse({ ...phoneSize, javaScriptEnabled: false })).newPage();
  await page.goto(contract.link);
  await page.getByLabel("Email").fill("ellen@marsh");
  await page.getByRole("button", { name: "Email me a new link" }).click();
  await expect(page.getByText("That isn’t an email address. Check it for a slip.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("ellen@marsh");
});

test("the fourth time in an hour the dialog says when a link can be asked for again", {
  tag: ["@B14", "@B15"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const contract = await sentDocument(world, readwell, "contract");
  const browser = await world.browse(phoneSize);
  const ask = () =>
    browser.request.post("/l/again", {
      form: { kind: "contract", document: contract.id, address: readwell.address.ellen },
      maxRedirects: 0,
    });
  for (let times = 0; times < 2; times += 1)
    await nextLetter(world, readwell.address.ellen, async () => {
      expect((await ask()).headers().location).toBe(`${contract.page}?asked=yes`);
    });
  const fourth = (await ask()).headers().location ?? "";
  expect(fourth).toMatch(/\?wait=3\d{3}$/);
  const page = await browser.newPage();
  await page.goto(fourth);
  await expect(page.getByRole("heading", { name: "Too many requests" })).toBeVisible();
  await expect(page.getByText(/You can ask again at \d\d:\d\d/)).toBeVisible();
});

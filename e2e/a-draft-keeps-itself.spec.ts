import { expect, type Locator } from "@playwright/test";
import { awake } from "./support/awake";
import { makeDocument } from "./support/clients";
import { atReadwell, juneAt, officePage } from "./support/readwell-office";
import { test } from "./support/test";

test("of two who write one draft the second is told of the first, keeps every word, and puts it in their place by a tap", {
  tag: ["@B18"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const june = await (await juneAt(world, readwell)).newPage();
  const id = await makeDocument(world.owner, readwell, "invoice", { draft: true });
  for (const each of [page, june]) await each.goto(officePage(readwell, id));
  const [first, second] = [page, june].map((each) => each.getByRole("textbox", { name: "Text" })) as [
    Locator,
    Locator,
  ];
  await awake(second);
  await second.fill("A third of it.");
  await expect(june.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText(/^June Okafor changed this just now/).first()).toBeVisible();
  await first.fill("Half of it.");
  await expect(page.getByRole("link", { name: "Look at it in a new tab" }).first()).toBeVisible();
  const kept = async () =>
    (await world.owner<{ body: string }[]>`select body from documents where id = ${id}`)[0]?.body;
  expect(await kept()).toBe("A third of it.");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect.poll(kept).toBe("Half of it.");
  await expect(june.getByText(/^Sam Reyes changed this just now/).first()).toBeVisible();
  await expect(second, "what she wrote is hers until she lets it go").toHaveValue("A third of it.");
});

test("a draft that was changed in another browser meanwhile is not saved over it, and says so", {
  tag: ["@B18"],
}, async ({ world }) => {
  const { readwell, page } = await atReadwell(world);
  const id = await makeDocument(world.owner, readwell, "invoice", { draft: true });
  await page.goto(officePage(readwell, id));
  await world.owner`update documents set version = version + 1, body = 'By phone.' where id = ${id}`;
  const text = page.getByRole("textbox", { name: "Text" });
  await awake(text);
  await text.fill("Half of it.");
  await expect(page.getByText(/^Somebody else changed this while you were writing/)).toBeVisible();
  await expect(text).toHaveValue("Half of it.");
  const [there] = await world.owner<{ body: string }[]>`select body from documents where id = ${id}`;
  expect(there?.body).toBe("By phone.");
});

import { expect } from "@playwright/test";
import { isAccessible } from "./support/accessible";
import { makeAppointment } from "./support/appointments";
import { clientIn, pageOf } from "./support/client";
import { makeDocument, makeReadwell } from "./support/clients";
import { test } from "./support/test";

test("an appointment that has begun is neither confirmed nor moved, on its page and on the home: there is a call to make", {
  tag: ["@B10"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const startsAt = new Date(Date.now() - 1_800_000);
  const { id } = await makeAppointment(world.owner, readwell, { startsAt });
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  await page.goto("/portal");
  const next = page.getByRole("region", { name: "Next appointment" });
  await expect(next.getByRole("link")).toHaveText("See it");
  await expect(next.getByRole("button")).toHaveCount(0);
  await page.goto(pageOf("appointment", id));
  await expect(
    page.getByText("That time has passed. To move or cancel it, call Readwell Builders."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Readwell Builders, (512) 555-0110" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
});

test("who is called something else than their contract names reads why they can’t sign it, and asks the shop", {
  tag: ["@B6"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const id = await makeDocument(world.owner, readwell, "contract");
  await world.owner`update contacts set name = 'Ellen Okafor' where id = ${readwell.ellen}`;
  const page = await (await clientIn(world, readwell.address.ellen)).newPage();
  await page.goto("/portal");
  await expect(page.getByText(/^Sign the/)).toHaveCount(0);
  await page.goto(pageOf("contract", id));
  await expect(page.getByRole("heading", { name: "You can’t sign it for now" })).toBeVisible();
  await expect(
    page.getByText("This contract names Ellen Marsh, so you can’t sign it. Ask for it to be changed first."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign contract" })).toHaveCount(0);
  await isAccessible(page);
  await page.getByRole("link", { name: "Ask Readwell Builders to change it" }).click();
  await expect(page).toHaveURL(/#ask$/);
});

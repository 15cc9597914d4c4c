import { expect } from "@playwright/test";
import { phoneSize, test } from "./support/test";

/** Ways in which a browser refuses a page its store: with cookies blocked, and in some that open inside an app. */
const without = {
  "where opening it is refused": () =>
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    }),
  "where there is none": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
};

for (const [where, takeAway] of Object.entries(without)) {
  test(`a job’s buttons work in a browser that lets a page keep nothing, ${where}`, async ({ world }) => {
    const { link, id } = await world.dispatched();
    const context = await world.browse(phoneSize);
    await context.addInitScript(takeAway);
    const phone = await context.newPage();
    const faults: string[] = [];
    phone.on("pageerror", ({ message }) => faults.push(message));
    await phone.goto(link);
    await phone.waitForLoadState("networkidle");
    await phone.getByRole("button", { name: "Accept job" }).click();
    await phone.getByRole("button", { name: "On site now" }).click();
    await expect(phone.getByRole("link", { name: /Mark job done|Complete/ })).toBeVisible();
    const [order] = await world.owner`select status from work_orders where id = ${id}`;
    expect(order).toEqual({ status: "ON_SITE" });
    expect(faults).toEqual([]);
  });
}

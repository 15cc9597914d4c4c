import { expect, type Locator } from "@playwright/test";

/**
 * Waits until React has taken over a field that came as HTML. A field loses what is selected in it at that moment, so that
 * words that are put in the place of others just then stand beside them.
 */
export async function awake(field: Locator): Promise<void> {
  const isAwake = () =>
    field.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps$")));
  await expect.poll(isAwake, "the page’s script has come").toBe(true);
  // What listens to the whole page does so once React has nothing left to do.
  await field.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}

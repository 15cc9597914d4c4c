import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Fails where axe finds something on the page as it is open now. Between the themes only colours differ: what is not a
 * matter of contrast is looked for in the light one.
 */
export async function isAccessible(page: Page): Promise<void> {
  // A colour that is still changing is neither the one nor the other.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const axe = new AxeBuilder({ page });
  const { violations } = await (isDark ? axe.withRules(["color-contrast"]) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    page.url(),
  ).toEqual([]);
}

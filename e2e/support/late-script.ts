import type { Page } from "@playwright/test";

/** Holds back every script that the page asks for, as a slow connection does; answers with how to let them come. */
export async function scriptComesLate(page: Page): Promise<() => void> {
  let come = () => {};
  const isTime = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await isTime;
    await route.continue();
  });
  return come;
}

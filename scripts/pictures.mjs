import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./browser.mjs";
import { root } from "./run.mjs";
import { Halt, main, step } from "./steps.mjs";

const folder = join(root, "docs");

await main(pictures);

/** The README's two pictures, taken of a demo that runs in this folder: the manager's inbox and the contractor's phone. */
async function pictures() {
  const doors = readDoors();
  mkdirSync(folder, { recursive: true });
  const executablePath = await ensureChromium();
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    await step("Taking the inbox", "docs/inbox.png", () => takeInbox(browser, doors));
    await step("Taking the job", "docs/job.png", () => takeJob(browser, doors));
  } finally {
    await browser.close();
  }
}

function readDoors() {
  try {
    return JSON.parse(readFileSync(join(root, ".data/demo.json"), "utf8"));
  } catch {
    throw new Halt("There is no demo to take pictures of: run `npm run demo` here, and this beside it.");
  }
}

async function takeInbox(browser, { inbox }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-AU" });
  await page.goto(inbox);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await page.waitForURL("**/inbox");
  await page.getByText("Hot-water unit leaking").first().click();
  await page.getByText("Waiting for your reply").waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
  await page.screenshot({ path: join(folder, "inbox.png") });
}

async function takeJob(browser, { job }) {
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: "en-AU",
  });
  await page.goto(job);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, "job.png") });
}

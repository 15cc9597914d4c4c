import { defineConfig } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: "e2e",
  // What is measured in milliseconds runs when nothing else does.
  projects: [
    { name: "together", testMatch: "*.spec.ts", testIgnore: "*.alone.spec.ts" },
    { name: "alone", testMatch: "*.alone.spec.ts", dependencies: ["together"] },
  ],
  globalSetup: "./e2e/support/start.ts",
  outputDir: ".data/test/artifacts",
  fullyParallel: true,
  workers: 2,
  // Room for a busy machine of two cores: nothing waits for it to pass, a test ends when what it waits for is there.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    locale: "en-AU",
    timezoneId: "Australia/Sydney",
    // A trace of every test costs an eighth of the run: `npx playwright test --trace=on` makes one of what failed.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: false,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});

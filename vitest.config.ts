import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["{lib,db,components,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: ["./e2e/support/database.ts"],
    setupFiles: ["./e2e/support/environment.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

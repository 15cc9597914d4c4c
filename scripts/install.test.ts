import { describe, expect, it } from "vitest";
import { isInstalled, refuseOldNode, stampOf } from "./install.mjs";

const lock = JSON.stringify({
  packages: {
    "": { name: "latchkey" },
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/fsevents": { version: "2.3.3", optional: true },
  },
});
const installed = (zod: string) => JSON.stringify({ packages: { "node_modules/zod": { version: zod } } });

describe("node_modules", () => {
  it("counts as installed when npm left its list and every package of the lock is on it", () => {
    expect(isInstalled(lock, installed("4.6.7"))).toBe(true);
  });

  it("is installed again when a package is of another version", () => {
    expect(isInstalled(lock, installed("4.6.6"))).toBe(false);
  });

  it("is installed again when npm was interrupted before it left its list", () => {
    expect(isInstalled(lock, undefined)).toBe(false);
  });

  it("gets another stamp for another lock and for another machine", () => {
    const stamps = [
      stampOf(lock, "linux-x64"),
      stampOf(lock, "darwin-arm64"),
      stampOf(`${lock} `, "linux-x64"),
    ];
    expect(new Set(stamps).size).toBe(3);
  });
});

describe("Node", () => {
  it.each(["18.20.0", "20.8.1"])("%s is refused with what to install", (version) => {
    expect(() => refuseOldNode(version)).toThrow(`Node ${version} is too old: install Node 20.9 or newer`);
  });

  it.each(["20.9.0", "22.0.0", "24.1.0"])("%s is taken", (version) => {
    expect(() => refuseOldNode(version)).not.toThrow();
  });
});

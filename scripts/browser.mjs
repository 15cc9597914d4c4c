import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptGet, isProgram, mayInstall, npm, onPath } from "./programs.mjs";
import { mustRunNode, root, runNode } from "./run.mjs";
import { Halt } from "./steps.mjs";

// The one without windows first: the tests take two thirds of the time in it.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
const macApps = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);
const folder = join(root, ".data/chromium");
const packed = "@sparticuz/chromium@147.0.0";

/** The path of a Chromium that starts on this machine: found, else installed by the first way that works here. */
export async function ensureChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (await starts(chosen)) return chosen;
    throw new Halt(
      `CHROMIUM_PATH=${chosen} does not start: name another one, or leave it out and one is found.`,
    );
  }
  const said = [];
  for (const find of [
    ...names.map((name) => () => onPath(name)),
    ...macApps.map((app) => () => app),
    playwrights,
    unpacked,
  ]) {
    const path = await find();
    if (path && (await starts(path))) return path;
  }
  for (const install of [byApt("chromium-headless-shell"), byApt("chromium"), byPlaywright, byNpm]) {
    try {
      const path = await install();
      if (path && (await starts(path, said))) return path;
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      said.push(error.message, error.output);
    }
  }
  throw new Halt(
    "No Chromium was found and none could be installed: install one and run this again, or say where it is with CHROMIUM_PATH.",
    said.join("\n"),
  );
}

/** A browser that is there may still not start (a missing library, a wrapper that asks for a store): only a page proves it. */
async function starts(path, said = []) {
  if (!isProgram(path)) return false;
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath: path, timeout: 30_000 });
    const page = await browser.newPage();
    await page.setContent("<p>ready</p>", { timeout: 10_000 });
    await browser.close();
    return true;
  } catch (error) {
    said.push(error.message);
    return false;
  }
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

const unpacked = () => join(folder, "browser/start");

/** By Debian's package of that name. */
const byApt = (name) => async () => {
  if (!mayInstall()) return undefined;
  await aptGet(["update"]);
  const { code, output } = await aptGet(["install", "-y", "--no-install-recommends", name]);
  if (code !== 0) throw new Halt(`apt-get could not install ${name}.`, output);
  return onPath(name);
};

async function byPlaywright() {
  const { code, output } = await runNode(["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    limitMs: 300_000,
  });
  if (code !== 0) throw new Halt("Playwright could not fetch its Chromium.", output);
  return playwrights();
}

/** A Chromium that npm carries, with the few libraries it needs beside it: for who may not install any, and has only npm. */
async function byNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const draft = join(folder, `draft.${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const options = [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--prefix",
    folder,
    packed,
  ];
  await npm(options, { sentence: `npm could not fetch ${packed}.`, limitMs: 300_000 });
  const unpack = `import("@sparticuz/chromium").then((packed) => packed.default.executablePath())`;
  // It unpacks into TMPDIR, and with the libraries only where it takes the machine for Amazon's.
  await mustRunNode(["--input-type=module", "--eval", unpack], {
    cwd: folder,
    env: { TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
    sentence: `${packed} could not be unpacked.`,
  });
  const start = join(draft, "start");
  writeFileSync(start, startScript);
  chmodSync(start, 0o755);
  rmSync(join(folder, "browser"), { recursive: true, force: true });
  renameSync(draft, join(folder, "browser"));
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  return unpacked();
}

const startScript = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptGet, isProgram, onPath } from "./programs.mjs";
import { root, run } from "./run.mjs";

const servers = ["redis-server", "valkey-server"];
const folder = join(root, ".data/redis");

/**
 * A Redis for the tests of the limiter: `{ path }` of a redis-server or valkey-server, found or fetched; or `{ missing }`, the
 * reason in a sentence. Nothing is installed into the system, since a server put there would also be started.
 */
export async function ensureRedis() {
  const fetched = join(folder, "start");
  const known = onPath(...servers) ?? (isProgram(fetched) ? fetched : undefined);
  if (known) return { path: known };
  if (onPath("apt-get") && onPath("dpkg")) return byApt();
  if (onPath("brew")) return byBrew();
  return { missing: "No redis-server or valkey-server on the PATH, and no apt-get or brew to fetch one." };
}

/** With lists and a cache of our own: that needs no rights, and a machine whose lists are empty or old will do. */
async function byApt() {
  const draft = `${folder}.${process.pid}`;
  const apt = (...options) => aptGet([...privately(draft), ...options], { cwd: draft });
  mkdirSync(join(draft, "lists/partial"), { recursive: true });
  mkdirSync(join(draft, "cache/archives/partial"), { recursive: true });
  try {
    await apt("update", "-qq");
    for (const server of servers) {
      if (await unpack({ draft, server, apt })) return { path: join(folder, "start") };
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return {
    missing:
      "No redis-server on the PATH, and apt-get could not fetch one: install redis-server to run these tests.",
  };
}

function privately(draft) {
  const settings = [
    `Dir::State::Lists=${draft}/lists`,
    `Dir::Cache=${draft}/cache`,
    "APT::Sandbox::User=",
    "Debug::NoLocking=1",
  ];
  return settings.flatMap((setting) => ["-o", setting]);
}

async function unpack({ draft, server, apt }) {
  const wish = await apt("install", "--simulate", "-qq", "--no-install-recommends", server);
  // What a real install would put on this machine: the server and what it needs that is not here.
  const packages = [...wish.output.matchAll(/^Inst (\S+)/gm)].map((found) => found[1]);
  if (wish.code !== 0 || packages.length === 0) return false;
  await apt("download", "-qq", ...packages);
  const made = join(draft, server);
  mkdirSync(made);
  for (const file of readdirSync(draft).filter((name) => name.endsWith(".deb"))) {
    await run("dpkg", ["-x", join(draft, file), made]);
  }
  const start = join(made, "start");
  writeFileSync(start, startScript(server));
  chmodSync(start, 0o755);
  const { code, output } = await run(start, ["--version"], { limitMs: 20_000 });
  if (code !== 0 || !/server/i.test(output)) return false;
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
  return true;
}

const startScript = (server) => `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
for folder in "$here"/usr/lib/*-linux-*; do LD_LIBRARY_PATH="$folder\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"; done
export LD_LIBRARY_PATH
exec "$here/usr/bin/${server}" "$@"
`;

async function byBrew() {
  const { code } = await run("brew", ["install", "redis"], { limitMs: 600_000 });
  const path = onPath("redis-server");
  return code === 0 && path
    ? { path }
    : { missing: "brew could not install redis: run `brew install redis` and read what it says." };
}

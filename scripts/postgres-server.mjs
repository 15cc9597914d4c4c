import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bareEnv } from "./postgres-cluster.mjs";

const stopWithinMs = 20_000;

/** The server process of a cluster, as its own file tells: `{ pid, port }`, or undefined when it is not running. */
export function runningServer(folder) {
  const lines = readIfThere(join(folder, "postmaster.pid"))?.split("\n");
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  return commandOf(pid).includes(folder) ? { pid, port: Number(lines[3]) || undefined } : undefined;
}

/** Starts the server and returns its process at once; it answers a moment later, or its log says why not. */
export function launchServer(cluster, port) {
  // After a restart of the machine the number in the file may be another program's, for which Postgres would take itself.
  if (!runningServer(cluster.folder)) rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "max_connections=200",
    ...(cluster.fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
  const log = openSync(cluster.log, "w", 0o600);
  const server = spawn(
    join(cluster.binaries, "bin/postgres"),
    ["-D", cluster.folder, ...settings.flatMap((setting) => ["-c", setting])],
    // Detached: Ctrl-C reaches the app first, which still has work to put down.
    { ...cluster.runner, detached: true, cwd: "/", env: bareEnv, stdio: ["ignore", log, log] },
  );
  server.unref();
  closeSync(log);
  return server;
}

/** Ends the server, cleanly if it can be: resolves when it has gone. */
export async function endServer(folder) {
  const server = runningServer(folder);
  if (!server) return;
  process.kill(server.pid, "SIGINT");
  const deadline = Date.now() + stopWithinMs;
  let pressed = false;
  while (runningServer(folder)?.pid === server.pid) {
    if (Date.now() > deadline && !pressed) process.kill(server.pid, "SIGQUIT");
    pressed ||= Date.now() > deadline;
    await pause(20);
  }
}

/** The end of the server's log: what to show when it does not start. */
export function lastWords(cluster) {
  return (readIfThere(cluster.log) ?? "").trimEnd().split("\n").slice(-15).join("\n");
}

function commandOf(pid) {
  if (process.platform === "linux") return readIfThere(`/proc/${pid}/cmdline`) ?? "";
  return spawnSync("ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ESRCH") return undefined;
    throw error;
  }
}

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { atEnd, Halt, isInterrupted } from "./steps.mjs";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

const leash = new URL("./leash.mjs", import.meta.url).href;
const endWithinMs = 15_000;
const lastWordsMs = 3_000;

/**
 * Runs a program of Node's to its end. Resolves to `{ code, output, tooLong }`; after `limitMs` it and everything it started is
 * ended. `echo` shows its output as it comes. Never resolves once the script was told to stop, so that nothing follows.
 */
export async function runNode(args, { env = {}, cwd = root, limitMs = 600_000, echo = false } = {}) {
  return finish(startNode(args, { env: { ...colours(), ...env }, cwd }), { limitMs, echo });
}

/** Like `runNode`, and stops the script with the output and this sentence when the program fails. */
export async function mustRunNode(args, { sentence, ...options }) {
  const { code, output, tooLong } = await runNode(args, options);
  if (code !== 0)
    throw new Halt(tooLong ? `${sentence} (It was ended because it took too long.)` : sentence, output);
  return output;
}

/** Runs any program to its end, like `runNode`. */
export async function run(command, args, { env = {}, limitMs = 600_000, cwd = root } = {}) {
  return finish(start(command, args, { env, cwd }), { limitMs, echo: false });
}

/** Starts a program of Node's that ends with this script, and returns its process. */
export function startNode(args, { env = {}, cwd = root } = {}) {
  return start(process.execPath, ["--import", leash, ...args], {
    env: { LATCHKEY_LEASH: String(process.pid), ...env },
    cwd,
  });
}

function start(command, args, { env, cwd }) {
  // Detached: a group of its own, so that it can be ended with all that it starts, and Ctrl-C is passed on in our order.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
  atEnd(() => end(child));
  return child;
}

/** Ends a program and its group: asks, and insists when it has not gone after a while. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  // As Ctrl-C would: the runners of tests end their own servers then, and only then.
  signalGroup(child, "SIGINT");
  const insist = setTimeout(() => signalGroup(child, "SIGKILL"), endWithinMs);
  await gone;
  clearTimeout(insist);
}

function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

function finish(child, { limitMs, echo }) {
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      parts.push(part);
      if (echo) process.stdout.write(part);
    });
  }
  return new Promise((resolve) => {
    let tooLong = false;
    const limit = setTimeout(() => {
      tooLong = true;
      void end(child);
    }, limitMs);
    const settle = (code) => {
      clearTimeout(limit);
      // What it started and left behind would hold its output open, or a port.
      signalGroup(child, "SIGKILL");
      if (isInterrupted()) return;
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString(), tooLong });
    };
    child.once("close", settle);
    child.once("exit", (code) => setTimeout(settle, lastWordsMs, code).unref());
    child.once("error", (error) => {
      parts.push(Buffer.from(error.message));
      settle(127);
    });
  });
}

/** Programs write into a pipe of ours, so they are told whether it ends at a terminal. */
function colours() {
  return process.stdout.isTTY
    ? { FORCE_COLOR: "1", NO_COLOR: undefined }
    : { FORCE_COLOR: undefined, NO_COLOR: "1" };
}

const aliveEveryMs = 10_000;
const endings = [];
let interrupted = false;

/** What stops a run: one sentence that says what to do, and the output that led to it. */
export class Halt extends Error {
  constructor(sentence, output = "") {
    super(sentence);
    this.output = output;
  }
}

/** Runs a script's `work` from start to end: undoes what it began, however it ends, and says in the last line what to do. */
export async function main(work, { whenInterrupted = 130 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      interrupted = true;
      await end();
      process.exit(whenInterrupted);
    });
  }
  const code = await outcome(work);
  // What fails because it was interrupted is no news, and the one who interrupts also ends.
  if (interrupted) return;
  await end();
  // Something that the work left open must not keep a finished script alive.
  process.exit(code);
}

/** Whether the script was told to stop: then nothing new is to begin. */
export const isInterrupted = () => interrupted;

/** Has `undo` run when the script ends, last come first. */
export function atEnd(undo) {
  endings.push(undo);
}

/**
 * One step with a line of its own: `✓ done (seconds)`, and signs of life until then. `done` may be a function of the result.
 */
export async function step(doing, done, work) {
  const began = performance.now();
  const alive = showLife(doing, began);
  try {
    const result = await work();
    alive.end();
    console.log(`✓ ${typeof done === "function" ? done(result) : done} (${seconds(began)})`);
    return result;
  } catch (error) {
    alive.end();
    console.log(`✗ ${doing}: failed (${seconds(began)})`);
    throw error;
  }
}

/** How long ago `began` was, to be shown: "12.3 s". */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

function showLife(doing, began) {
  const terminal = process.stdout.isTTY;
  const show = () => {
    const line = `· ${doing} … ${Math.round((performance.now() - began) / 1000)} s`;
    process.stdout.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
  };
  if (terminal) show();
  const ticking = setInterval(show, terminal ? 1000 : aliveEveryMs);
  const end = () => {
    clearInterval(ticking);
    if (terminal) process.stdout.write("\r\x1b[K");
  };
  return { end };
}

async function outcome(work) {
  try {
    return (await work()) ?? 0;
  } catch (error) {
    if (!interrupted) explain(error);
    return 1;
  }
}

/** Shows what stopped a step: its output, then what to do in one sentence. */
export function explain(error) {
  const output = error instanceof Halt ? error.output : error.stack;
  if (output) console.error(`\n${output.trimEnd()}\n`);
  if (error instanceof Halt) console.error(error.message);
  else if (error.code === "EACCES" || error.code === "EPERM") {
    console.error(
      `${error.path ?? "A file"} belongs to another user: run this as that user, or give the project's folder to you with chown -R.`,
    );
  } else
    console.error(
      "This script met something it does not know: run it again, and if it stays, report the lines above.",
    );
}

async function end() {
  for (const undo of endings.splice(0).reverse()) {
    try {
      await undo();
    } catch (error) {
      // The others are still to be undone.
      explain(error);
    }
  }
}

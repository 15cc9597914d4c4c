// Imported before a program that a script starts: when the script dies without a word (kill -9), its end of stdin closes,
// and the program goes too. Otherwise it would hold its port, or write to the same folder as the next run.
if (process.env.LATCHKEY_LEASH === String(process.ppid)) {
  process.stdin.resume();
  process.stdin.once("close", () => {
    process.kill(process.pid, "SIGINT");
    setTimeout(() => process.exit(1), 8000).unref();
  });
  process.stdin.unref();
}

/** Runs once when a server starts: reads the environment, notes each request's real peer, and starts the worker. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/start");
  await start();
}

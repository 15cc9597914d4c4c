import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { disconnect } from "@/db/client";
import { peerHeader } from "@/lib/auth/client-address";
import { env } from "@/lib/env";
import { closeStreams } from "@/lib/events/stream";
import { startWorker } from "@/lib/jobs/handlers";
import { log } from "@/lib/log";

/** Starts the product inside a server process. Throws, in one sentence, when it is configured by half. */
export async function start(): Promise<void> {
  refuseWhenUnusable();
  notePeers();
  const worker = env().WORKER === "inside" ? await startWorker() : undefined;
  const stop = async () => {
    closeStreams();
    await worker?.stop();
    await disconnect();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void stop().catch((error) => log.error({ err: error }, "stopping failed")));
  }
}

/** A thrown start-up hook leaves a server that answers errors; ending the process says plainly that it did not start. */
function refuseWhenUnusable() {
  try {
    env();
  } catch (error) {
    process.stderr.write(`Latchkey did not start: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

/** A request's headers are a client's word; the socket is not. What it says is put where the gates look for it. */
function notePeers() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress;
  });
}

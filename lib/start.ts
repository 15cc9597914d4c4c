import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";
import { disconnect } from "@/db/client";
import { peerHeader } from "@/lib/auth/client-address";
import { isDecodable } from "@/lib/auth/readable";
import { env } from "@/lib/env";
import { closeStreams } from "@/lib/events/stream";
import { startWorker } from "@/lib/jobs/handlers";
import { log } from "@/lib/log";

/** Starts the product inside a server process. Throws, in one sentence, when it is configured by half. */
export async function start(): Promise<void> {
  refuseWhenUnusable();
  noteRequests();
  const worker = env().WORKER === "inside" ? await startWorker() : undefined;
  const stop = async () => {
    closeStreams();
    await Promise.all([worker?.stop(), ...Array.from(servers, closed)]);
    await disconnect();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Next would end the process with its last answer, and leave a message in the worker's hands for nobody to send.
    process.removeAllListeners(signal);
    process.once(signal, () =>
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, "stopping failed");
          process.exit(1);
        },
      ),
    );
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

/** The servers that have answered: Next keeps its own to itself. */
const servers = new Set<Server>();

/** Lets nobody new in, and resolves when the last answer is out. */
const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/**
 * Before Next sees a request. Its headers are a client's word; the socket is not: what it says is put where the gates look
 * for it. An address of the API that can't be decoded would be a fault to Next, and becomes one that is not there.
 */
function noteRequests() {
  subscribe("http.server.request.start", (message) => {
    const { request, server } = message as { request: IncomingMessage; server: Server };
    servers.add(server);
    request.headers[peerHeader] = request.socket.remoteAddress;
    const [path = ""] = (request.url ?? "").split("?");
    if (path.startsWith("/api/") && !isDecodable(path)) request.url = "/api/unreadable";
  });
}

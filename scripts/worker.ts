import { disconnect } from "@/db/client";
import { env } from "@/lib/env";
import { startWorker } from "@/lib/jobs/handlers";

/** The worker beside the server: the same jobs, in a process of its own (WORKER=beside for the server). */
env();
const worker = await startWorker();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await worker.stop();
    await disconnect();
    process.exit(0);
  });
}
await worker.promise;

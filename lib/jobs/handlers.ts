import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { sweepIdempotencyKeys } from "@/lib/auth/idempotency";
import { sweepKeptForms } from "@/lib/auth/kept-form";
import { env } from "@/lib/env";
import { deliverMessage } from "@/lib/links/deliver";
import { sweepLinks, sweepStrangerRequests } from "@/lib/links/link";
import { log } from "@/lib/log";
import { sweepRequestCounts } from "@/lib/rate-limit";
import { sweepStagedFiles } from "@/lib/storage/files";
import { schedule } from "./schedule";

/** What is done for each job, and for each line of the schedule. The only file that knows every room. */
const tasks: TaskList = {
  "deliver-message": (payload) => deliverMessage(z.object({ messageId: z.uuid() }).parse(payload).messageId),
  sweep: async () => {
    while ((await sweepLinks()) > 0);
    await sweepStrangerRequests();
    await sweepRequestCounts();
    await sweepKeptForms();
    await sweepIdempotencyKeys();
    await sweepStagedFiles(24);
  },
};

/** Starts the worker of this process. It picks up a job within milliseconds of its commit and repeats what failed, later and later. */
export async function startWorker(): Promise<Runner> {
  return run({
    connectionString: env().DATABASE_URL,
    concurrency: 5,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: tasks,
    crontab: schedule,
    logger: queueLogger,
  });
}

/** The queue talks at every job; only what went wrong is worth a line. */
const queueLogger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ queue: true }, message);
});

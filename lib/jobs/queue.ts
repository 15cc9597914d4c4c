import { sql } from "drizzle-orm";
import { type Db, gate, type Tx } from "@/db/client";

/** The jobs that exist, and what each is given. */
export type Jobs = {
  "deliver-message": { messageId: string };
  /** `askedBy` in hex. */
  "answer-request": { requestId: string; address: string; askedBy: string; askedFrom: string };
  "finish-contract": { tenantId: string; documentId: string };
};

/** How often a job is tried, later and later (about 40 minutes in all), before it is given up. */
export const mostAttempts = 8;
/** Tries beyond those, for runs whose process died before it could count them or give up. */
const spareAttempts = 2;

/**
 * Puts a job on the queue, in the transaction of what caused it: both happen or neither does. A job of the same key that
 * has not run yet is replaced, so that nothing is done twice.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx | Db,
  name: Name,
  payload: Jobs[Name],
  jobKey: string,
): Promise<void> {
  await tx.execute(
    sql`select enqueue(${name}, ${JSON.stringify(payload)}::json, job_key => ${jobKey}, max_attempts => ${mostAttempts + spareAttempts})`,
  );
}

/**
 * Frees the jobs that a process had in hand when it died; left alone, they would wait four hours. No provider is waited
 * for so long, and every job may be done twice. Only a sweep and the reminders may take their time, and the next ones come
 * within the hour.
 */
export async function freeAbandoned(): Promise<void> {
  await gate().execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_at < now() - interval '2 minutes' and task_identifier not in ('sweep', 'send-reminders')`);
}

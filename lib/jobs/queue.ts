import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";

/** The jobs that exist, and what each is given. */
export type Jobs = {
  "deliver-message": { messageId: string };
};

/** How often a job is tried, later and later (about 40 minutes in all), before it is given up. */
export const mostAttempts = 8;

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
    sql`select enqueue(${name}, ${JSON.stringify(payload)}::json, job_key => ${jobKey}, max_attempts => ${mostAttempts})`,
  );
}

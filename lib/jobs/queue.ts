import { sql } from "drizzle-orm";
import { type Db, gate, type Tx } from "@/db/client";

/** The jobs that exist, and what each is given. */
export type Jobs = {
  "deliver-message": { messageId: string };
  /** `askedBy` in hex. */
  "answer-request": { requestId: string; address: string; askedBy: string; askedFrom: string };
  "finish-contract": { tenantId: string; documentId: string };
  "send-receipt": { tenantId: string; documentId: string; paymentId: string };
  "look-at-payment": { tenantId: string; paymentId: string };
  /** Of a payer who was led to it so many seconds before. */
  "watch-checkout": { tenantId: string; paymentId: string; sinceSeconds: number };
  "close-checkout": { tenantId: string; paymentId: string };
  "give-back": { tenantId: string; refundId: string };
  /** How a practice payment from a bank ends. */
  "end-practice": { tenantId: string; checkoutId: string; as: "paid" | "failed" };
};

/** How often a job is tried, later and later (about 40 minutes in all), before it is given up. */
export const mostAttempts = 8;
/** Tries beyond those, for runs whose process died before it could count them or give up. */
const spareAttempts = 2;

/**
 * What gives way to everything else, the higher the later: a letter never waits behind a hundred looks at a processor, nor
 * the look for a payer who is there behind those for all the others.
 */
const waitsBehind: { readonly [Name in keyof Jobs]?: number } = {
  "watch-checkout": 1,
  "give-back": 1,
  "look-at-payment": 2,
};

const priorityOf = (name: keyof Jobs) => waitsBehind[name] ?? 0;

/** The key of a job, and, where it is to wait, for how long. */
type When = string | { jobKey: string; inSeconds: number };

/**
 * Puts a job on the queue, in the transaction of what caused it: both happen or neither does. A job of the same key that
 * has not run yet is replaced, so that nothing is done twice.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx | Db,
  name: Name,
  payload: Jobs[Name],
  when: When,
): Promise<void> {
  const { jobKey, inSeconds } = typeof when === "string" ? { jobKey: when, inSeconds: 0 } : when;
  const runAt = sql`now() + ${inSeconds} * interval '1 second'`;
  await tx.execute(
    sql`select enqueue(${name}, ${JSON.stringify(payload)}::json, job_key => ${jobKey}, run_at => ${runAt},
      max_attempts => ${mostAttempts + spareAttempts}, priority => ${priorityOf(name)})`,
  );
}

/** The same for many jobs at once, in one statement. */
export async function enqueueAll<Name extends keyof Jobs>(
  tx: Tx | Db,
  name: Name,
  jobs: { payload: Jobs[Name]; jobKey: string }[],
): Promise<void> {
  await tx.execute(
    sql`select enqueue(${name}, (j -> 'payload')::json, job_key => j ->> 'jobKey',
        max_attempts => ${mostAttempts + spareAttempts}, priority => ${priorityOf(name)})
      from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) j`,
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

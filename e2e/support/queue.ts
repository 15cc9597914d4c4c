import type postgres from "postgres";
import { answerRequest } from "@/lib/links/request";

type Queued = { requestId: string; address: string; askedBy: string; askedFrom: string };

/** Takes the queued requests for a link from the queue and answers each as the worker would. */
export async function answerRequests(owner: postgres.Sql): Promise<Queued[]> {
  const jobs = await owner<{ payload: Queued }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'answer-request' returning j.payload`;
  const queued = jobs.map(({ payload }) => payload);
  for (const { requestId, askedBy, ...request } of queued)
    await answerRequest(requestId, { ...request, askedBy: Buffer.from(askedBy, "hex") });
  return queued;
}

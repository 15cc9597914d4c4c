import { z } from "zod";
import { log } from "@/lib/log";
import { type Outcome, refuse } from "@/lib/outcome";
import { readJson } from "@/lib/storage/read-form";
import { type Context, paramsOf } from "./context";
import type { Gate } from "./gates";
import { once } from "./idempotency";
import { answer, problem } from "./problem";
import { isReadable } from "./readable";
import { refusalOf } from "./refusals";
import { isCrossSite } from "./same-origin";
import type { Scope } from "./scope";

type Route<S extends Scope, Schema extends z.ZodType> = {
  gate: Gate<S>;
  /** What is sent: the query of a GET, the JSON of anything else. */
  sends: Schema;
  work: (scope: S, sent: z.output<Schema>, params: Record<string, string>) => Promise<Outcome<unknown>>;
  /** The status of success; 200 unless said. */
  status?: number;
};

/** Far more than any request of the API: its longest text has 5,000 letters. */
const mostBytes = 100_000;

export const nothing = z.strictObject({});

/**
 * The one way to write an API route: who may, what they send, what happens. Answers JSON; every refusal is a
 * problem+json with a stable type; a POST takes an Idempotency-Key. Bad input never makes a 5xx.
 */
export function route<S extends Scope, Schema extends z.ZodType>({
  gate,
  sends,
  work,
  status,
}: Route<S, Schema>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const params = await paramsOf(context);
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && isCrossSite(request.headers)) return problem(refuse("cross-site"));
    try {
      const entered = await gate.enter({ method: request.method, headers: request.headers, params });
      if (!entered.ok) return problem(entered);
      const sent = reads
        ? Object.fromEntries(new URL(request.url).searchParams)
        : await readJson(request, mostBytes);
      const parsed = sends.safeParse(isReadable(sent) ? sent : undefined);
      if (!parsed.success) return problem(refusalOf(parsed.error));
      const run = () => work(entered.value, parsed.data, params);
      const key = reads ? null : request.headers.get("idempotency-key");
      if (key === null) return respond(await run(), status);
      const holder = gate.holder(entered.value);
      const fingerprint = `${new URL(request.url).pathname}\n${JSON.stringify(sent)}`;
      return await once(entered.value, { holder, key, fingerprint }, async () =>
        respond(await run(), status),
      );
    } catch (error) {
      log.error({ err: error }, "a route failed");
      return problem(refuse("unavailable"));
    }
  };
}

const respond = (result: Outcome<unknown>, status?: number) =>
  result.ok ? answer(result.value, status) : problem(result);

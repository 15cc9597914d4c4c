import type { z } from "zod";
import { log } from "@/lib/log";
import { type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { fileResponse, type StoredFile } from "@/lib/storage/files";
import { mostFormBytes, readMultipart } from "@/lib/storage/read-form";
import { type Context, paramsOf } from "./context";
import { fieldsOf } from "./form-fields";
import type { Gate, Knock } from "./gates";
import { once } from "./idempotency";
import { answer, problem } from "./problem";
import { isReadable } from "./readable";
import { refusalOf } from "./refusals";
import { isCrossSite } from "./same-origin";
import type { Scope } from "./scope";

type Upload<S extends Scope, Schema extends z.ZodType> = {
  gate: Gate<S>;
  sends: Schema;
  work: (scope: S, sent: z.output<Schema>) => Promise<Outcome<unknown>>;
  status: number;
};

/** The one way to write a route that takes a file: as `route`, with multipart instead of JSON. */
export function upload<S extends Scope, Schema extends z.ZodType>({
  gate,
  sends,
  work,
  status,
}: Upload<S, Schema>) {
  return async (request: Request, context: Context): Promise<Response> => {
    if (isCrossSite(request.headers)) return problem(refuse("cross-site"));
    try {
      const entered = await gate.enter({
        method: "POST",
        headers: request.headers,
        params: await paramsOf(context),
      });
      if (!entered.ok) return problem(entered);
      const form = await readMultipart(request, mostFormBytes);
      if (!form.ok) return problem(form);
      const sent = fieldsOf(form.value);
      const parsed = sends.safeParse(isReadable(sent) ? sent : undefined);
      if (!parsed.success) return problem(refusalOf(parsed.error));
      const run = async () => {
        const result = await work(entered.value, parsed.data);
        return result.ok ? answer(result.value, status) : problem(result);
      };
      const key = request.headers.get("idempotency-key");
      if (key === null) return await run();
      const fingerprint = `${new URL(request.url).pathname}\n${await fingerprintOf(form.value)}`;
      return await once(entered.value, { holder: gate.holder(entered.value), key, fingerprint }, run);
    } catch (error) {
      log.error({ err: error }, "an upload failed");
      return problem(refuse("unavailable"));
    }
  };
}

/** What was sent, in short: every field, and of a file its content. */
async function fingerprintOf(form: FormData): Promise<string> {
  const parts = await Promise.all(
    Array.from(form, async ([name, value]) => {
      if (typeof value === "string") return [name, value];
      return [name, value.name, sha256(Buffer.from(await value.arrayBuffer())).toString("hex")];
    }),
  );
  return JSON.stringify(parts);
}

/** What else the address of a file says. */
type FileAsked = { params: Record<string, string>; query: Record<string, string> };

/** The one way to write a route that hands out a file to whoever may see it. Many of a kind are counted apart. */
export function download<S extends Scope>(
  gate: Gate<S>,
  read: (scope: S, id: string, asked: FileAsked) => Promise<Outcome<StoredFile>>,
  limit?: Knock["limit"],
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const params = await paramsOf(context);
    try {
      const entered = await gate.enter({
        method: "GET",
        headers: request.headers,
        params,
        ...(limit && { limit }),
      });
      if (!entered.ok) return problem(entered);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const file = await read(entered.value, params.file ?? params.id ?? "", { params, query });
      return file.ok ? fileResponse(file.value) : problem(file);
    } catch (error) {
      log.error({ err: error }, "a download failed");
      return problem(refuse("unavailable"));
    }
  };
}

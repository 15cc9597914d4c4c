import type { z } from "zod";
import { log } from "@/lib/log";
import { type LimitName, withinLimit } from "@/lib/rate-limit";
import { readMultipart } from "@/lib/storage/read-form";
import { clientAddress } from "./client-address";
import { deviceFamily } from "./device";
import { seeOther } from "./form";
import { plainPage } from "./plain-page";
import { isReadable } from "./readable";
import { isCrossSite } from "./same-origin";

const mostBytes = 32 * 1024;

/**
 * The one way to write the route of a form that anyone may send, before it is known who they are: limited by client
 * address, from our own pages only, and answered with a 303 to the address that `work` gives.
 */
export function openForm<Schema extends z.ZodType>(
  limit: LimitName,
  schema: Schema,
  work: (sent: z.output<Schema>, device: string) => Promise<string>,
  refused: string,
) {
  return async (request: Request): Promise<Response> => {
    if (isCrossSite(request.headers)) return plainPage("cross-site");
    try {
      const verdict = await withinLimit(limit, clientAddress(request.headers));
      if (!verdict.allowed) return plainPage("too-many-requests", verdict);
      const form = await readMultipart(request, mostBytes);
      const sent = form.ok ? Object.fromEntries(form.value) : undefined;
      const parsed = schema.safeParse(isReadable(sent) ? sent : undefined);
      if (!parsed.success) return seeOther(refused);
      return seeOther(await work(parsed.data, deviceFamily(request.headers.get("user-agent"))));
    } catch (error) {
      log.error({ err: error }, "an open form failed");
      return plainPage("unavailable");
    }
  };
}

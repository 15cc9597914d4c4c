import type { z } from "zod";
import { log } from "@/lib/log";
import type { LimitName } from "@/lib/rate-limit";
import { countClient } from "./count";
import { deviceFamily } from "./device";
import { seeOther } from "./form";
import { plainPage } from "./plain-page";
import { postedForm } from "./posted-form";
import { isCrossSite } from "./same-origin";

/**
 * The one way to write the route of a form that anyone may send, before it is known who they are: limited by client
 * address, from our own pages only, and answered with a 303 to the address that `work` gives.
 */
export function openForm<Schema extends z.ZodObject>(
  limit: LimitName,
  schema: Schema,
  work: (sent: z.output<Schema>, device: string) => Promise<string>,
  refused: string,
) {
  return async (request: Request): Promise<Response> => {
    if (isCrossSite(request.headers)) return plainPage("cross-site");
    const posted = postedForm(request, schema);
    try {
      const counted = await countClient(request.headers, limit);
      if (!counted.ok) return plainPage(counted.reason, counted.detail, await posted.again());
      const { parsed } = await posted.read();
      if (!parsed.ok) return seeOther(refused);
      return seeOther(await work(parsed.value, deviceFamily(request.headers.get("user-agent"))));
    } catch (error) {
      log.error({ err: error }, "an open form failed");
      return plainPage("unavailable", {}, await posted.again());
    }
  };
}

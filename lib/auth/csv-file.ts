import type { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { mostTextBytes, readMultipart } from "@/lib/storage/read-form";
import { faultAs } from "./fault";
import { seeOther } from "./form";
import { fieldsOf } from "./form-fields";
import type { Gate } from "./gates";
import { plainPage } from "./plain-page";
import { isCrossSite } from "./same-origin";
import type { Scope } from "./scope";

/**
 * The one way to write the route by which the office takes a list away as a CSV, sent while it is read: who may, what the
 * file is called, what the list is narrowed to, and what is in it. A form and no link, since that somebody took it is itself
 * put on the record. A refusal is a page, since a person asked.
 */
export const csvFile = <S extends Scope, Schema extends z.ZodObject>(
  gate: Gate<S>,
  name: string,
  asked: Schema,
  make: (scope: S, asked: z.output<Schema>) => Promise<Outcome<ReadableStream<Uint8Array>>>,
) =>
  faultAs("page", async (request: Request) => {
    if (isCrossSite(request.headers)) return plainPage("cross-site");
    const entered = await gate.enter({ method: "POST", headers: request.headers, params: {} });
    if (!entered.ok) return seeOther("/sign-in");
    const form = await readMultipart(request, mostTextBytes);
    if (!form.ok) return plainPage(form.reason, form.detail);
    const csv = await make(entered.value, asked.parse(fieldsOf(form.value)));
    if (!csv.ok) return plainPage(csv.reason, csv.detail);
    return new Response(csv.value, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  });

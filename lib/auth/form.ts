import type { z } from "zod";
import { log } from "@/lib/log";
import type { Outcome, Refusal } from "@/lib/outcome";
import { readMultipart } from "@/lib/storage/read-form";
import type { Gate } from "./gates";
import { keepForm } from "./kept-form";
import { plainPage } from "./plain-page";
import { isReadable } from "./readable";
import { refusals } from "./refusals";
import { isCrossSite } from "./same-origin";
import type { Scope } from "./scope";

type Context = { params: Promise<Record<string, string>> };

/** Room for one file of 15 MB and the fields around it. */
export const mostFormBytes = 16 * 1024 * 1024;

/**
 * The one way to write a public form's route: who may, what they sent, what happens. Plain POST and 303 back to the
 * gate's page, no script needed. A refusal leads back to the form, with a sentence and everything that was typed.
 */
export function form<S extends Scope, Schema extends z.ZodType>(
  gate: Gate<S>,
  schema: Schema,
  work: (scope: S, sent: z.output<Schema>) => Promise<Outcome<unknown>>,
  sheet = "",
) {
  return async (request: Request, { params: coming }: Context): Promise<Response> => {
    const params = await coming;
    if (isCrossSite(request.headers)) return plainPage("cross-site");
    try {
      const entered = await gate.enter({ method: "POST", headers: request.headers, params });
      if (!entered.ok) {
        return entered.reason === "link-dead"
          ? seeOther(gate.home(params))
          : plainPage(entered.reason, entered.detail);
      }
      const read = await readMultipart(request, mostFormBytes);
      const typed = read.ok && isReadable(Object.fromEntries(read.value)) ? textsOf(read.value) : {};
      const back = (refusal: Refusal) => backToForm(gate, entered.value, refusal, { params, typed, sheet });
      if (!read.ok) return back(read);
      const sent = Object.fromEntries(read.value);
      const parsed = schema.safeParse(isReadable(sent) ? sent : undefined);
      if (!parsed.success) return back(refusalOf(parsed.error));
      const result = await work(entered.value, parsed.data);
      return result.ok ? seeOther(gate.home(params)) : back(result);
    } catch (error) {
      log.error({ err: error }, "a form failed");
      return plainPage("unavailable");
    }
  };
}

type Return = { params: Record<string, string>; typed: Record<string, string>; sheet: string };

async function backToForm<S extends Scope>(
  gate: Gate<S>,
  scope: S,
  refusal: Refusal,
  { params, typed, sheet }: Return,
) {
  const problem = refusal.detail.sentence ?? refusals[refusal.reason].title;
  const kept = await keepForm(scope, gate.holder(scope), { problem, sent: typed });
  const open = sheet || (typed.action ?? "").toLowerCase();
  return seeOther(`${gate.home(params)}?${new URLSearchParams({ ...(open && { do: open }), kept })}`);
}

/** The first thing that Zod finds wrong, as a refusal; a schema gives its own sentence where it has one. */
export function refusalOf(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const reason = issue?.code === "too_big" && issue.origin === "string" ? "too-long" : "invalid";
  const fields = Object.fromEntries(error.issues.map((each) => [each.path.join("."), each.message]));
  return {
    ok: false,
    reason,
    detail: { fields, ...(issue?.code === "custom" && { sentence: issue.message }) },
  };
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Array.from(form).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

/** 303: the browser goes to the page by GET, so that a reload repeats nothing. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}

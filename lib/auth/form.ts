import { z } from "zod";
import { log } from "@/lib/log";
import type { Outcome, Refusal } from "@/lib/outcome";
import { type Context, paramsOf } from "./context";
import type { Gate } from "./gates";
import { keepForm } from "./kept-form";
import { plainPage, writtenIn } from "./plain-page";
import { postedForm } from "./posted-form";
import { refusals } from "./refusals";
import { isCrossSite } from "./same-origin";
import type { Scope } from "./scope";

/**
 * The one way to write a public form's route: who may, what they sent, what happens. Plain POST and 303 back to the
 * gate's page, no script needed. A refusal leads back to the form, with a sentence and everything that was typed; whoever
 * is not let in any more has what they wrote on a page of its own. A script that asks for JSON has neither a page to leave
 * nor a form to fill again: it is told where to go, or why not.
 */
export function form<S extends Scope, Schema extends z.ZodObject>(
  gate: Gate<S>,
  schema: Schema,
  work: (scope: S, sent: z.output<Schema>) => Promise<Outcome<unknown>>,
  sheet = "",
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const params = await paramsOf(context);
    if (isCrossSite(request.headers)) return plainPage("cross-site");
    const posted = postedForm(request, schema);
    try {
      const entered = await gate.enter({ method: "POST", headers: request.headers, params });
      if (!entered.ok) {
        const again = await posted.again();
        const way = wayBack(entered, gate, params);
        return way === undefined || writtenIn(again).length > 0
          ? plainPage(entered.reason, entered.detail, again, way)
          : seeOther(way);
      }
      const { typed, parsed } = await posted.read();
      const result = parsed.ok ? await work(entered.value, parsed.value) : parsed;
      const to = result.ok && result.value instanceof GoTo ? result.value.page : gate.home(params);
      if (request.headers.get("accept") === "application/json") return toScript(to, result);
      if (result.ok) return seeOther(to);
      const kept = await keepForm(entered.value, gate.holder(entered.value), {
        problem: wordsOf(result),
        sent: typed,
      });
      const open = sheet || sheetOf(schema, typed.action);
      return seeOther(asking(gate.home(params), { ...(open && { do: open }), kept }));
    } catch (error) {
      log.error({ err: error }, "a form failed");
      return plainPage("unavailable", {}, await posted.again());
    }
  };
}

/** A page’s address with a query, which stands before the part of the page. */
function asking(home: string, query: Record<string, string>): string {
  const [page, part] = home.split("#");
  return `${page}?${new URLSearchParams(query)}${part === undefined ? "" : `#${part}`}`;
}

/** Where whoever is not let in any more comes in again; undefined where that would not help. */
function wayBack<S extends Scope>({ reason }: Refusal, gate: Gate<S>, params: Record<string, string>) {
  if (reason === "link-dead") return gate.home(params);
  return reason === "not-signed-in" ? gate.login : undefined;
}

/** Where a form leads, if not back to its gate's page. */
export class GoTo {
  constructor(readonly page: string) {}
}

function toScript(to: string, result: Outcome<unknown>): Response {
  return Response.json(
    { to, problem: result.ok ? null : wordsOf(result) },
    { status: result.ok ? 200 : 409, headers: { "cache-control": "private, no-store" } },
  );
}

const wordsOf = ({ reason, detail }: Refusal) => detail.sentence ?? refusals[reason].title;

/** The sheet that a tap was made in: named after its action, if there is one of that name. */
function sheetOf({ shape }: z.ZodObject, action = ""): string {
  return shape.action && z.safeParse(shape.action, action).success ? action.toLowerCase() : "";
}

/** 303: the browser goes to the page by GET, so that a reload repeats nothing. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { log } from "@/lib/log";
import { type Outcome, type Refusal, type RefusalDetail, refuse } from "@/lib/outcome";
import { fieldsOf } from "./form-fields";
import type { Gate } from "./gates";
import { isReadable } from "./readable";
import { refusalOf, refusals } from "./refusals";
import type { StaffScope } from "./scope";

/** What a form of the office shows after it was sent: a sentence, where it belongs, and everything that was typed. */
export type FormState = {
  problem?: string;
  reason?: Refusal["reason"];
  fields?: Record<string, string>;
  sent?: Record<string, string>;
  document?: RefusalDetail["document"];
  done?: string;
};

type Next = { to?: string; done?: string };

/**
 * The one way to write an action of the office: who may, what they sent, what happens, and where it leads; where it leads
 * nowhere, the page is shown anew. A refusal comes back as words, with what was typed; a stale one, and one of which a part was
 * kept, on the page as it is now.
 */
export function action<Schema extends z.ZodType, Value>(
  gate: Gate<StaffScope>,
  schema: Schema,
  work: (scope: StaffScope, sent: z.output<Schema>) => Promise<Outcome<Value>>,
  then: (value: Value, sent: z.output<Schema>) => Next = () => ({}),
) {
  return async (_before: unknown, form: FormData): Promise<FormState> => {
    const typed = textsOf(form);
    let next: Next;
    try {
      const entered = await gate.enter({ method: "POST", headers: await headers(), params: {} });
      if (!entered.ok)
        return entered.reason === "not-signed-in" ? redirect("/sign-in") : wordsFor(entered, typed);
      const sent = fieldsOf(form);
      const parsed = schema.safeParse(isReadable(sent) ? sent : undefined);
      if (!parsed.success) return wordsFor(refusalOf(parsed.error), typed);
      const result = await work(entered.value, parsed.data);
      if (!result.ok) {
        if (result.reason === "stale" || result.reason === "busy") refresh();
        return wordsFor(result, typed);
      }
      next = then(result.value, parsed.data);
    } catch (error) {
      if (isRedirect(error)) throw error;
      log.error({ err: error }, "an action failed");
      return wordsFor(refuse("unavailable"), typed);
    }
    if (next.to) redirect(next.to);
    refresh();
    return { done: next.done ?? "" };
  };
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Array.from(form).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"),
    ),
  );
}

function wordsFor({ reason, detail }: Refusal, sent: Record<string, string>): FormState {
  const { title } = refusals[reason];
  return {
    problem: detail.sentence ?? title,
    reason,
    fields: detail.fields ?? onField(detail.field, title),
    sent,
    document: detail.document,
  };
}

const onField = (field: string | undefined, words: string) => (field ? { [field]: words } : {});

const isRedirect = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");

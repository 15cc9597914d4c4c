import type { z } from "zod";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { mostFormBytes, mostTextBytes, readMultipart } from "@/lib/storage/read-form";
import { fieldsOf } from "./form-fields";
import type { Again } from "./plain-page";
import { isReadable } from "./readable";
import { refusalOf } from "./refusals";

type Posted<Sent> = { typed: Record<string, string>; parsed: Outcome<Sent> };

/** A form as it was posted: read when it is first asked for, once, and no further than a form of its schema can be long. */
export function postedForm<Schema extends z.ZodObject>(request: Request, schema: Schema) {
  const takesFiles = Object.hasOwn(schema.shape, "file") || Object.hasOwn(schema.shape, "photos");
  const most = takesFiles ? mostFormBytes : mostTextBytes;
  let reading: Promise<Posted<z.output<Schema>>> | undefined;
  const read = (mostBytes: number) => {
    reading ??= readPosted(request, schema, mostBytes);
    return reading;
  };
  return {
    /** What was typed into the schema's own fields, and what the schema makes of it all. */
    read: () => read(most),
    /** The same form to be sent once more, for who can't be let in now: no file is waited for. */
    again: async (): Promise<Again> => {
      const { typed } = await read(mostTextBytes);
      return { action: new URL(request.url).pathname, typed };
    },
  };
}

async function readPosted<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  mostBytes: number,
): Promise<Posted<z.output<Schema>>> {
  const form = await readMultipart(request, mostBytes);
  if (!form.ok) {
    const isText = form.reason === "too-large" && mostBytes === mostTextBytes;
    return { typed: {}, parsed: isText ? refuse("too-long") : form };
  }
  const sent = fieldsOf(form.value);
  const isKept = isReadable(sent);
  const parsed = schema.safeParse(isKept ? sent : undefined);
  return {
    typed: isKept ? textsOf(sent, schema) : {},
    parsed: parsed.success ? done(parsed.data) : refusalOf(parsed.error),
  };
}

function textsOf(sent: ReturnType<typeof fieldsOf>, { shape }: z.ZodObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).filter(
      (field): field is [string, string] => Object.hasOwn(shape, field[0]) && typeof field[1] === "string",
    ),
  );
}

import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";

/** Room for one file of 15 MB and the fields around it. */
export const mostFormBytes = 16 * 1024 * 1024;

/** Room for the fields of a form without a file: the longest text that any takes, several times. */
export const mostTextBytes = 64 * 1024;

/** The two ways in which a browser sends a form. */
const formTypes = ["multipart/form-data", "application/x-www-form-urlencoded"];

/**
 * The form that a request carries, read while its bytes are counted: never more than `mostBytes` are held, however many
 * come. Refuses a longer one, at once where it says so itself, and a body that is no form or breaks off in the middle.
 */
export async function readMultipart(request: Request, mostBytes: number): Promise<Outcome<FormData>> {
  const contentType = request.headers.get("content-type") ?? "";
  const essence = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (!formTypes.includes(essence)) return refuse("invalid", { sentence: notAForm });
  if (Number(request.headers.get("content-length")) > mostBytes) return refuse("too-large");
  const body = countedBody(request, mostBytes);
  try {
    return done(await new Response(body.bytes, { headers: { "content-type": contentType } }).formData());
  } catch (error) {
    if (body.isTooLong()) return refuse("too-large");
    log.info({ err: error }, "a form could not be read");
    return refuse("invalid", { sentence: brokenForm });
  }
}

/** The JSON that a request carries, read no further than `mostBytes`; undefined for a longer body, and for what is no JSON. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return undefined;
  if (Number(request.headers.get("content-length")) > mostBytes) return undefined;
  try {
    return await new Response(countedBody(request, mostBytes).bytes).json();
  } catch {
    return undefined;
  }
}

/** A body that breaks off where it is longer than `mostBytes`, whatever it says of its own length. */
function countedBody(request: Request, mostBytes: number) {
  let count = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      count += chunk.byteLength;
      if (count > mostBytes) controller.error(new Error("The body is longer than its route takes."));
      else controller.enqueue(chunk);
    },
  });
  return { bytes: request.body?.pipeThrough(counting) ?? null, isTooLong: () => count > mostBytes };
}

const notAForm = "Send this as a form (multipart/form-data).";
const brokenForm = "What you sent arrived in pieces. Send it again.";

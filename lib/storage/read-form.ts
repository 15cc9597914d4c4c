import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";

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
  let count = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      count += chunk.byteLength;
      if (count > mostBytes) controller.error(new Error("The form is longer than its route takes."));
      else controller.enqueue(chunk);
    },
  });
  try {
    const body = request.body?.pipeThrough(counting) ?? null;
    return done(await new Response(body, { headers: { "content-type": contentType } }).formData());
  } catch (error) {
    if (count > mostBytes) return refuse("too-large");
    log.info({ err: error }, "a form could not be read");
    return refuse("invalid", { sentence: brokenForm });
  }
}

const notAForm = "Send this as a form (multipart/form-data).";
const brokenForm = "What you sent arrived in pieces. Send it again.";

import type { z } from "zod";
import type { Reason, Refusal } from "@/lib/outcome";

/** Every reason with its HTTP status and its plain words: what an API answers, and what a form's page says. */
export const refusals: Record<Reason, { status: number; title: string }> = {
  "not-found": { status: 404, title: "There is nothing here by that name." },
  "not-signed-in": { status: 401, title: "Sign in to do this." },
  "not-allowed": { status: 403, title: "Your role doesn’t let you do this. Ask an owner of your office." },
  "not-allowed-now": {
    status: 409,
    title: "That can’t be done at this point of the job. Here is where it stands now.",
  },
  "link-dead": {
    status: 404,
    title:
      "This job link doesn’t work. Job links stop working after a while, and when a job goes to someone else.",
  },
  stale: {
    status: 409,
    title: "This changed while you were looking, so nothing was done. Here is how it is now.",
  },
  invalid: { status: 422, title: "Something in the form isn’t right. Check it and send it again." },
  "date-in-the-past": { status: 422, title: "That time has passed. Choose one that is still to come." },
  "too-long": { status: 422, title: "That is longer than we can take. Shorten it and send it again." },
  "too-many-requests": {
    status: 429,
    title: "Too many tries from this connection. Wait a minute, then reload.",
  },
  "too-large": { status: 413, title: "That file is too large. The most is 15 MB." },
  "unsupported-file": {
    status: 415,
    title: "We can take a PDF or a photo (JPEG, PNG, HEIC or WebP). Choose another file.",
  },
  "broken-file": {
    status: 422,
    title: "That file can’t be read. Try saving it again, or send a photo of it.",
  },
  "contact-inactive": { status: 409, title: "This contact is not active, so nothing can be sent to them." },
  "no-address": {
    status: 409,
    title: "There is no address to send that to. Add one to the contact, or use the other channel.",
  },
  "wrong-code": { status: 422, title: "That code doesn’t fit. Check the newest message and type it again." },
  "cross-site": {
    status: 403,
    title: "This came from another site, so nothing was done. Open the page again and try from there.",
  },
  "key-reused": { status: 422, title: "This Idempotency-Key was already used for a different request." },
  busy: { status: 409, title: "The same request is still being worked on. Try again in a moment." },
  unavailable: {
    status: 503,
    title: "We couldn’t do that just now. Nothing was lost; try again in a minute.",
  },
};

/** The first thing that Zod finds wrong, as a refusal; a schema gives its own sentence where it has one. */
export function refusalOf(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const isTooLong = issue?.code === "too_big" && issue.origin === "string";
  const fields = Object.fromEntries(error.issues.map((each) => [each.path.join("."), each.message]));
  return {
    ok: false,
    reason: isTooLong ? "too-long" : "invalid",
    detail: { fields, ...((isTooLong || issue?.code === "custom") && { sentence: issue.message }) },
  };
}

import type { Reason, Refusal, RefusalDetail } from "@/lib/outcome";
import { limits } from "@/lib/rate-limit";
import { refusals } from "./refusals";

const neverKept = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** A refusal as RFC 9457 has it: a stable `type`, the sentence for a person, and what helps to mend it. */
export function problem(refusal: Refusal): Response {
  const { status, title } = refusals[refusal.reason];
  const { sentence, fields, field, status: state } = refusal.detail;
  const body = {
    type: `/problems/${refusal.reason}`,
    title,
    status,
    ...(sentence && { detail: sentence }),
    ...((fields || field) && { errors: fields ?? { [String(field)]: title } }),
    ...(state && { state }),
  };
  return Response.json(body, {
    status,
    headers: {
      ...neverKept,
      "content-type": "application/problem+json; charset=utf-8",
      ...waiting(refusal.reason, refusal.detail),
    },
  });
}

/** A value as JSON that no cache keeps. */
export function answer(value: unknown, status = 200): Response {
  return Response.json(value, {
    status,
    headers: { ...neverKept, "content-type": "application/json; charset=utf-8" },
  });
}

/** After how many seconds it is worth another try, unless a refusal knows better. */
const waitSeconds: Partial<Record<Reason, number>> = { "too-many-requests": 60, busy: 5, unavailable: 10 };

/** How long to wait, in the headers that clients look for: those of a limit name the one that was at its end. */
export function waiting(reason: Reason, { retryAfterSeconds, limit }: RefusalDetail): Record<string, string> {
  const seconds = retryAfterSeconds ?? waitSeconds[reason];
  if (seconds === undefined) return {};
  if (!limit) return { "retry-after": String(seconds) };
  const { most, windowMs } = limits[limit];
  return {
    "retry-after": String(seconds),
    ratelimit: `"${limit}";r=0;t=${seconds}`,
    "ratelimit-policy": `"${limit}";q=${most};w=${windowMs / 1000}`,
  };
}

import type { Refusal } from "@/lib/outcome";
import { limits } from "@/lib/rate-limit";
import { refusals } from "./refusals";

const neverKept = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** A refusal as RFC 9457 has it: a stable `type`, the sentence for a person, and what helps to mend it. */
export function problem(refusal: Refusal): Response {
  const { status, title } = refusals[refusal.reason];
  const { sentence, fields, field, status: state, retryAfterSeconds } = refusal.detail;
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
      ...waiting(status, retryAfterSeconds),
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

/** How long to wait, in the three headers that clients look for. */
export function waiting(status: number, retryAfterSeconds = 60): Record<string, string> {
  if (status === 503) return { "retry-after": "10" };
  if (status !== 429) return {};
  const { most, windowMs } = limits.public;
  return {
    "retry-after": String(retryAfterSeconds),
    ratelimit: `"public";r=0;t=${retryAfterSeconds}`,
    "ratelimit-policy": `"public";q=${most};w=${windowMs / 1000}`,
  };
}

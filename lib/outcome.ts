import type { LimitName } from "@/lib/rate-limit";

/** Every reason for which the product refuses something: the `type` that a machine reads; each place chooses its own words. */
export type Reason =
  | "not-found"
  | "not-signed-in"
  | "not-allowed"
  | "not-allowed-now"
  | "link-dead"
  | "stale"
  | "invalid"
  | "date-in-the-past"
  | "too-long"
  | "too-many-requests"
  | "too-large"
  | "unsupported-file"
  | "broken-file"
  | "contact-inactive"
  | "no-address"
  | "wrong-code"
  | "cross-site"
  | "key-reused"
  | "busy"
  | "unavailable";

/** What a refusal may carry for the answer: the field at fault, the state now, the seconds to wait, the limit reached, the document in its way. Never a secret. */
export type RefusalDetail = {
  field?: string;
  fields?: Record<string, string>;
  status?: string;
  sentence?: string;
  retryAfterSeconds?: number;
  limit?: LimitName;
  document?: { id: string; clientId: string };
};

export type Refusal = { readonly ok: false; readonly reason: Reason; readonly detail: RefusalDetail };
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Says no as a value: whoever asked must look at it, and a page or a route chooses the words. */
export function refuse(reason: Reason, detail: RefusalDetail = {}): Refusal {
  return { ok: false, reason, detail };
}

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

import type { Peeked } from "@/lib/links/link";
import { type Purpose, policy } from "@/lib/links/policy";

/** The page that a link opens; it may only be one of ours. */
export const landing = ({ purpose, document, workOrderId }: Peeked): string =>
  policy[purpose].lands.replace("{id}", document?.id ?? workOrderId ?? "");

/** The page that says why a link does not open, and what to do next: a document's says it over the document itself. */
export function deadEnd(link: Peeked): string {
  if (link.document && link.state !== "holder-inactive") return `${landing(link)}?link=${link.state}`;
  return loginPage(link.purpose, link.state);
}

/**
 * Where another link is asked for: the office's way in, or the clients', who are more. A holder who is not active is told
 * no more than a stranger.
 */
export function loginPage(purpose: Purpose | undefined, why: Peeked["state"] | "unknown"): string {
  const page = purpose && policy[purpose].stale === "staff-sign-in" ? "/sign-in" : "/client-login";
  return `${page}?link=${why === "holder-inactive" ? "unknown" : why}`;
}

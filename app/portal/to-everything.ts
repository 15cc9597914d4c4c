import { maskAddress } from "@/components/links/masked-address";
import type { Everything } from "@/components/portal/document-page";
import type { DocumentScope } from "@/lib/auth/may-see";

/** The way to the rest: the portal, or a sign-in link to ask for; none for a contact without a portal. */
export function toEverything(actor: DocumentScope["actor"], page: string): Everything | null {
  if (actor.kind === "client") return { href: "/portal" };
  return actor.portal ? { action: `${page}/everything`, maskedAddress: maskAddress(actor.address) } : null;
}

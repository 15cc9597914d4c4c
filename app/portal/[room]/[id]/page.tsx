import { headers } from "next/headers";
import { notFound } from "next/navigation";
import NotFound from "@/app/not-found";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { type Query, ShutDocument } from "@/app/portal/shut-document";
import { maskAddress } from "@/components/links/masked-address";
import { DocumentPage } from "@/components/portal/document-page";
import { documentScopes, linkLookedAt } from "@/lib/auth/client-gates";
import type { DocumentScope } from "@/lib/auth/may-see";
import { readForClient } from "@/lib/documents/for-client";
import { kindInRoom } from "@/lib/links/policy";

type Props = { params: Promise<{ room: string; id: string }>; searchParams: Promise<Query> };

/** One document, to whom it was sent; to anybody else the way to a link, and not a word of it. */
export default async function Document({ params, searchParams }: Props) {
  const { room, id } = await params;
  const kind = kindInRoom(room);
  if (!kind) return nothingHere();
  const scopes = await documentScopes({ kind, id }, await headers());
  const read = await readForClient(scopes, { kind, id });
  if (!read.ok) {
    const isSomebody = scopes.length > 0 && !(await linkLookedAt(id));
    return isSomebody ? nothingHere() : <ShutDocument kind={kind} id={id} query={await searchParams} />;
  }
  const { scope, document } = read.value;
  const { name: shop } = await portalShop(scope);
  return (
    <PortalFrame scope={scope}>
      <DocumentPage
        shop={shop}
        document={document}
        everything={toEverything(scope.actor, `/portal/${room}/${id}`)}
      />
    </PortalFrame>
  );
}

/** The way to the rest: the portal, or a sign-in link to ask for; none for a contact without a portal. */
function toEverything(actor: DocumentScope["actor"], page: string) {
  if (actor.kind === "client") return { href: "/portal" };
  return actor.portal ? { action: `${page}/everything`, maskedAddress: maskAddress(actor.address) } : null;
}

/** Where the proxy has set the status, the page has words even without script; `notFound` would leave it blank there. */
async function nothingHere() {
  return (await headers()).get("x-latchkey-opens") === "no" ? <NotFound /> : notFound();
}

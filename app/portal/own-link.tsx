import { type Query, stageOf } from "@/app/portal/shut-document";
import { OwnLink, OwnLinkNotice } from "@/components/portal/own-link";
import type { DocumentScope } from "@/lib/auth/may-see";
import { needsOwnLink } from "@/lib/auth/own-link";
import type { ClientDocument } from "@/lib/documents/for-client";

type Asking = {
  kind: "contract" | "scope";
  document: Pick<ClientDocument, "id">;
  shop: string;
  query: Query;
};

/**
 * The form for a link of one's own, and what came of it, for a browser that may read here and agree to nothing; undefined
 * for any other.
 */
export async function ownLinkHere(scope: DocumentScope, { kind, document, shop, query }: Asking) {
  if (!needsOwnLink(scope)) return undefined;
  const stage = await stageOf(query, undefined);
  const sends = { kind, document: document.id };
  return {
    form: <OwnLink {...{ kind, shop, sends, stage }} address={scope.actor.address} />,
    notice: <OwnLinkNotice kind={kind} stage={stage} />,
  };
}

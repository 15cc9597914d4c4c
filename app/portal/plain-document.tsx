import { AskBlock } from "@/app/portal/ask-block";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import type { Query } from "@/app/portal/shut-document";
import { toEverything } from "@/app/portal/to-everything";
import { DocumentPage } from "@/components/portal/document-page";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";

/** A document that has no more to show than its title and its text, and a question about it. */
export async function plainDocument(scope: DocumentScope, document: ClientDocument, query: Query) {
  const { name: shop } = await portalShop(scope);
  const everything = toEverything(scope.actor, documentHref(document.kind, document.id));
  return (
    <PortalFrame scope={scope}>
      <DocumentPage
        shop={shop}
        document={document}
        everything={everything}
        questions={<AskBlock scope={scope} document={document} query={query} />}
      />
    </PortalFrame>
  );
}

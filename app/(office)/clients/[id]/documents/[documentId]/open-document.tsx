import type { ReactNode } from "react";
import { rooms } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/rooms";
import { edit, send } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { DocumentDetail } from "@/components/office/document-detail";
import { Page } from "@/components/office/page";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import type { StaffScope } from "@/lib/auth/scope";
import { readDocument } from "@/lib/documents/document";
import { type DocumentView, viewOf } from "@/lib/documents/view";
import { readClientView } from "@/lib/people/client-view";

type Props = {
  params: Promise<{ id: string; documentId: string }>;
  over?: (scope: StaffScope, document: DocumentView) => Promise<ReactNode>;
};

/** One document of a client, and, where an address says so, a dialog over it. */
export async function OpenDocument({ params, over }: Props) {
  const scope = await staffPage();
  const { id, documentId } = await params;
  const now = new Date();
  const [client, found] = await Promise.all([
    readClientView(scope, id, now),
    readDocument(scope, documentId, now),
  ]);
  if (!client.ok || !found.ok || found.value.contactId !== client.value.client.id) return <NotThere />;
  const may = mayWrite(scope);
  const document = viewOf(found.value, client.value);
  return (
    <Page heading={document.title} narrow>
      <DocumentDetail
        document={document}
        client={client.value.client.name}
        actions={may ? { send, edit } : null}
        room={await rooms[document.kind]?.({ scope, document, mayWrite: may })}
      />
      {await over?.(scope, document)}
    </Page>
  );
}

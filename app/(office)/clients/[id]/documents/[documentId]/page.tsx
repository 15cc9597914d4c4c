import { close, edit, send } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { DocumentDetail } from "@/components/office/document-detail";
import { Page } from "@/components/office/page";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readDocument } from "@/lib/documents/document";
import { viewOf } from "@/lib/documents/view";
import { readClientView } from "@/lib/people/client-view";

export default async function Document({ params }: { params: Promise<{ id: string; documentId: string }> }) {
  const scope = await staffPage();
  const { id, documentId } = await params;
  const now = new Date();
  const [client, found] = await Promise.all([
    readClientView(scope, id, now),
    readDocument(scope, documentId, now),
  ]);
  if (!client.ok || !found.ok || found.value.contactId !== client.value.client.id) return <NotThere />;
  const document = viewOf(found.value, client.value);
  return (
    <Page heading={document.title} narrow>
      <DocumentDetail
        document={document}
        client={client.value.client.name}
        actions={mayWrite(scope) ? { send, close, edit } : null}
      />
    </Page>
  );
}

import type { ReactNode } from "react";
import { rooms, roomsDo } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/rooms";
import { answer, edit, giveTo, note, send, setDue } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { DocumentDetail } from "@/components/office/document-detail";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { Notice } from "@/components/ui/notice";
import { readHistory } from "@/lib/activity/activity";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { StaffScope } from "@/lib/auth/scope";
import { readDocument } from "@/lib/documents/document";
import { keepers, readLinks } from "@/lib/documents/life";
import { questionViews } from "@/lib/documents/question-views";
import { viewOf } from "@/lib/documents/view";
import type { DocumentView } from "@/lib/documents/views";
import { readClientView } from "@/lib/people/client-view";
import { readProject } from "@/lib/people/projects";
import { listAsked } from "@/lib/people/sent";

type Props = {
  params: Promise<{ id: string; documentId: string }>;
  /** The id of a form of this page that was refused. */
  kept?: string | string[] | undefined;
  /** The id of what is said of who could not be told of what was done last. */
  told?: string | string[] | undefined;
  /** The last link of the page of links before. */
  links?: string | string[] | undefined;
  /** Of a scope, the revision in which it shows what was new. */
  revision?: string | string[] | undefined;
  over?: (scope: StaffScope, document: DocumentView) => Promise<ReactNode>;
};

/** One document of a client, and, where an address says so, a dialog over it. */
export async function OpenDocument(props: Props) {
  const { params, kept: keptId, told, links: from, revision, over } = props;
  const scope = await staffPage();
  const { id, documentId } = await params;
  const now = new Date();
  const { after } = listAsked.parse({ after: from });
  const [client, found] = await Promise.all([
    readClientView(scope, id, now),
    readDocument(scope, documentId, now),
  ]);
  if (!client.ok || !found.ok || found.value.contactId !== client.value.client.id) return <NotThere />;
  const may = mayWrite(scope);
  const document = viewOf(found.value, client.value);
  const said = (id: string | string[] | undefined) =>
    id ? readKeptForm(scope, scope.actor.sessionId, String(id)) : undefined;
  const [kept, untold] = await Promise.all([said(keptId), said(told)]);
  const [project, links, questions, history, members, room] = await Promise.all([
    document.projectId ? readProject(scope, document.projectId) : null,
    readLinks(scope, { documentId, after }, client.value.moment),
    questionViews(scope, documentId, client.value),
    readHistory(scope, { documentId }, now),
    may ? keepers(scope, document.memberId) : [],
    rooms[document.kind]?.({ scope, document, mayWrite: may, kept, revision }),
  ]);
  return (
    <Page heading={document.title}>
      {untold && (
        <div className="mb-6">
          <Notice tone="problem">{untold.problem}</Notice>
        </div>
      )}
      <DocumentDetail
        document={document}
        client={client.value.client.name}
        project={project?.ok ? project.value : null}
        actions={may ? { send, edit, answer, setDue, giveTo, note } : null}
        keepers={members}
        questions={questions}
        links={links.rows}
        linkPages={linkPagesOf(document, after, links.after)}
        history={history}
        room={room}
        roomDoes={roomsDo[document.kind]?.(document) ?? {}}
      />
      {await over?.(scope, document)}
    </Page>
  );
}

/** The way on from one page of its links, and back to the newest. */
function linkPagesOf({ clientId, id }: DocumentView, after: string | undefined, next: string | null) {
  const at = (link?: string) =>
    `${hrefs.document(clientId, id)}${link ? `?links=${link}` : ""}#links-heading`;
  return { backHref: after ? at() : null, moreHref: next && at(next) };
}

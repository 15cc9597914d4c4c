import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { fromScope } from "@/app/(office)/clients/invoices/actions";
import { discard, reply, revise, save } from "@/app/(office)/clients/scopes/actions";
import { ActionForm } from "@/components/office/action-form";
import { hrefs } from "@/components/office/hrefs";
import { InvoiceFromScope } from "@/components/office/invoice-from-scope";
import { PageSection } from "@/components/office/page-section";
import { ScopeDiscard } from "@/components/office/scope-discard";
import { ScopeEditor } from "@/components/office/scope-editor";
import { ScopeRecord } from "@/components/office/scope-record";
import { ScopeRevisions } from "@/components/office/scope-revisions";
import { Button } from "@/components/ui/button";
import type { DocumentView } from "@/lib/documents/views";
import { readScopeProgress } from "@/lib/invoices/from-scope";
import { readScopeForOffice } from "@/lib/scopes/for-office";
import type { DraftView } from "@/lib/scopes/views";

/** The lines of a scope: what the office writes, what the client has and said of it, and how it came to be. */
export async function ScopeRoom({ scope, document, mayWrite, revision }: RoomProps) {
  const asked = { id: document.id, newIn: Number(revision) || undefined, now: new Date() };
  const { draft, sent, revisions } = await readScopeForOffice(scope, asked);
  const isOpen = mayWrite && document.closedAs === null;
  const next = (revisions[0]?.number ?? 0) + 1;
  return (
    <>
      {draft && (
        <PageSection id="lines" heading={headingOf(draft)} intro={isOpen && introOf(draft)}>
          {isOpen ? (
            <>
              <ScopeEditor
                document={document}
                draft={draft}
                readers={draft.revision > 1 ? readersOf(document) : null}
                action={save}
              />
              {sent && <ScopeDiscard document={document} sent={sent.number} action={discard} />}
            </>
          ) : (
            <ScopeRecord
              documentId={document.id}
              record={{ groups: draft.shown, total: draft.total, answered: null }}
              reply={null}
            />
          )}
        </PageSection>
      )}
      {sent && (
        <PageSection
          id="sent"
          heading={`Revision ${sent.number}, as the client has it`}
          act={
            isOpen &&
            !draft && (
              <ActionForm action={revise} sends={{ documentId: document.id }}>
                <Button>Write revision {next}</Button>
              </ActionForm>
            )
          }
        >
          <ScopeRecord documentId={document.id} record={sent} reply={isOpen ? reply : null} />
        </PageSection>
      )}
      {isOpen && sent?.answered?.as === "approved" && (
        <PageSection id="invoicing" heading="Invoice it">
          <InvoiceFromScope
            documentId={document.id}
            progress={await readScopeProgress(scope, document.id)}
            action={fromScope}
          />
        </PageSection>
      )}
      {sent && (
        <PageSection id="revisions" heading="Revisions">
          <ScopeRevisions revisions={revisions} href={hrefs.document(document.clientId, document.id)} />
        </PageSection>
      )}
    </>
  );
}

const headingOf = ({ revision }: DraftView) => (revision === 1 ? "Lines" : `Revision ${revision}, a draft`);

const introOf = ({ revision }: DraftView) =>
  revision === 1
    ? "Numbered and added up by themselves. A credit is an amount with a minus."
    : `Nobody sees it until you send it. Until then a link opens revision ${revision - 1}.`;

/** Everybody who was sent the scope, by name. */
function readersOf({ people }: DocumentView): string {
  const had = people.filter(({ addresses }) => addresses.some(({ progress }) => progress !== null));
  return (had.length > 0 ? had : people).map(({ name }) => name).join(" and ");
}

import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { add, begin, makeVoid, reopen, save, send, sign } from "@/app/(office)/clients/contracts/actions";
import { ContractBegin } from "@/components/office/contract-begin";
import { ContractEditor } from "@/components/office/contract-editor";
import { ContractEnd } from "@/components/office/contract-end";
import { ContractReady } from "@/components/office/contract-ready";
import { SigneeAdder } from "@/components/office/contract-signee-adder";
import { ContractSigning } from "@/components/office/contract-signing";
import { PageSection } from "@/components/office/page-section";
import { ContractText } from "@/components/portal/contract-text";
import type { StaffScope } from "@/lib/auth/scope";
import { readOfficeContract } from "@/lib/contracts/for-office";
import type { ContractDraft, SealedContract } from "@/lib/contracts/views";
import type { DocumentView } from "@/lib/documents/views";
import { clientChoices } from "@/lib/people/client-choices";

/** A contract: written and made ready to sign while its text may change; from then on who signs it, and how far they are. */
export async function ContractRoom({ scope, document, mayWrite }: RoomProps) {
  const contract = await readOfficeContract(scope, document.id, new Date());
  if (!contract) return null;
  const isOpen = mayWrite && document.closedAs === null;
  if (contract.sealed) return <Sealed document={document} sealed={contract.sealed} isOpen={isOpen} />;
  return isOpen ? (
    <Draft scope={scope} document={document} draft={contract.draft} />
  ) : (
    <Read text={contract.draft.preview} />
  );
}

type DraftProps = { scope: StaffScope; document: DocumentView; draft: ContractDraft };

async function Draft({ scope, document, draft }: DraftProps) {
  const { id, version } = document;
  const wasSent = document.standing !== "draft";
  return (
    <>
      {draft.templates.length > 0 && (
        <ContractBegin action={begin} contract={{ id, version }} templates={draft.templates} />
      )}
      <PageSection
        id="words"
        heading="What it says"
        intro={wasSent && "You took it back: whoever opens its link reads that you are changing it."}
      >
        <ContractEditor action={save} document={document} draft={draft} />
        <SigneeAdder action={add} contractId={id} clients={await clientChoices(scope)} />
      </PageSection>
      <PageSection id="sending" heading="Send to sign">
        <ContractReady contract={{ id, version }} draft={draft} send={send} />
      </PageSection>
      <PageSection
        id="preview"
        heading="As it will be read"
        intro="With its fields filled in, as they are now."
      >
        <Paper text={draft.preview} />
      </PageSection>
      {wasSent && (
        <PageSection id="closing" heading="When it’s over" intro="From then on nobody can open or sign it.">
          <ContractEnd id={id} makeVoid={makeVoid} />
        </PageSection>
      )}
    </>
  );
}

type SealedProps = { document: DocumentView; sealed: SealedContract; isOpen: boolean };

function Sealed({ document: { id }, sealed, isOpen }: SealedProps) {
  return (
    <>
      <PageSection id="sending" heading="Who signs">
        <ContractSigning id={id} contract={sealed} actions={isOpen ? { send, sign } : null} />
      </PageSection>
      <Read text={sealed.text} />
      {isOpen && sealed.standing === "open" && (
        <PageSection id="closing" heading="Change it, or end it">
          <ContractEnd id={id} makeVoid={makeVoid} reopen={reopen} />
        </PageSection>
      )}
    </>
  );
}

function Read({ text }: { text: string }) {
  return (
    <PageSection id="words" heading="What it says">
      <Paper text={text} />
    </PageSection>
  );
}

function Paper({ text }: { text: string }) {
  return (
    <div className="mt-3 max-w-180 rounded-control border border-line bg-surface px-5 py-6 sm:px-8">
      {text ? <ContractText text={text} /> : <p className="text-14 text-ink-3">Nothing yet.</p>}
    </div>
  );
}

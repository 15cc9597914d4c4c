import Link from "next/link";
import type { ReactNode } from "react";
import { kindWords } from "@/components/links/document-words";
import { DocumentEnds, DocumentSends, type OfficeDocument } from "./document-acts";
import { DocumentForm } from "./document-form";
import { DocumentStanding } from "./document-standing";
import { FocusReturn } from "./focus-return";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = {
  document: OfficeDocument & { body: string; version: number; dueOn: string | null };
  client: string;
  /** Missing for whoever may only look. */
  actions: { send: FormAction; edit: FormAction } | null;
  /** What its kind has beyond title and text. */
  room: ReactNode;
};

/** One document: how far it has come, what it says, and what can be done with it. A draft’s words may still change. */
export function DocumentDetail({ document, client, actions, room }: Props) {
  const { clientId, kind, standing, ends, people, body } = document;
  const mayAct = actions && ends.length > 0;
  return (
    <>
      <FocusReturn />
      <div className="-mt-4 mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 text-14 text-ink-2">
        <p>
          {kindWords(kind)} for{" "}
          <Link href={hrefs.client(clientId)} className="text-link">
            {client}
          </Link>
        </p>
        <DocumentStanding document={document} />
      </div>
      {mayAct && standing !== "draft" && (
        <PageSection id="sending" heading="Send">
          <DocumentSends document={document} send={actions.send} />
        </PageSection>
      )}
      <PageSection id="words" heading="What it says">
        {actions && standing === "draft" ? (
          <div className="mt-4">
            <DocumentForm
              action={actions.edit}
              clientId={clientId}
              document={document}
              people={people}
              backHref={hrefs.client(clientId)}
            />
          </div>
        ) : (
          <p className="mt-2 text-15 whitespace-pre-line wrap-anywhere">{body || "Nothing yet."}</p>
        )}
      </PageSection>
      {room}
      {mayAct && (
        <PageSection id="closing" heading="When it’s over" intro="From then on its links open nothing.">
          <DocumentEnds document={document} />
        </PageSection>
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { RouteButton } from "@/components/ui/route-button";
import type { DocumentView } from "@/lib/documents/views";
import { DocumentEnds, DocumentSends } from "./document-acts";
import { DocumentCare } from "./document-care";
import { DocumentDraft } from "./document-draft";
import { DocumentHead } from "./document-head";
import { DocumentNoted } from "./document-noted";
import { type DocumentQuestion, DocumentQuestions } from "./document-questions";
import { FocusReturn } from "./focus-return";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { LinkTrail, type LinkTrailRow } from "./link-trail";
import { PageSection } from "./page-section";
import { Pager } from "./table";
import { AllActivity, Trail, type TrailDay } from "./trail";

type Acts = "send" | "edit" | "answer" | "setDue" | "giveTo" | "note";

/** What a kind’s own room does for itself, so that the page leaves it out. */
export type RoomDoes = Partial<Record<"words" | "day" | "sending" | "closing", boolean>>;

type Props = {
  document: DocumentView;
  client: string;
  project: { id: string; name: string } | null;
  /** Missing for whoever may only look. */
  actions: Record<Acts, FormAction> | null;
  keepers: { id: string; name: string }[];
  questions: DocumentQuestion[];
  links: LinkTrailRow[];
  linkPages: { backHref: string | null; moreHref: string | null };
  history: TrailDay[];
  room: ReactNode;
  roomDoes: RoomDoes;
};

/** One document: what it says, where it stands, what can be done with it, and all that has happened to it. */
export function DocumentDetail(props: Props) {
  const { document, client, project, actions, questions, links, linkPages, history, room, roomDoes } = props;
  // What was sent without a word of its own consists of what its room shows.
  const hasWords = !roomDoes.words && (document.standing === "draft" || document.body || !room);
  return (
    <>
      <FocusReturn />
      <DocumentHead document={document} client={client} project={project} />
      <div className="grid gap-x-10 min-[68.75rem]:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0">
          <DocumentNoted document={document} note={actions?.note ?? null} />
          <DocumentQuestions questions={questions} answer={actions?.answer ?? null} />
          {hasWords && <Words document={document} edit={actions?.edit ?? null} />}
          {room}
        </div>
        <div className="min-w-0">{actions && <Acts {...props} actions={actions} />}</div>
      </div>
      <PageSection id="links" heading="Links" intro="What became of each, the newest first.">
        <div className="pt-3">
          <LinkTrail
            rows={links}
            first="Person"
            steps={["issued", "sent", "delivered", "opened", "used"]}
            empty="None was sent yet."
          />
          <Pager {...linkPages} back="Newest" more="Older" />
        </div>
      </PageSection>
      <PageSection id="history" heading="History" act={<AllActivity clientId={document.clientId} />}>
        <div className="pt-3">
          <Trail days={history} filter={{ client: document.clientId }} />
        </div>
      </PageSection>
    </>
  );
}

function Words({ document, edit }: { document: DocumentView; edit: FormAction | null }) {
  const { standing, body } = document;
  return (
    <PageSection id="words" heading="What it says">
      {edit && standing === "draft" ? (
        <DocumentDraft action={edit} document={document} />
      ) : (
        <p className="mt-2 max-w-180 text-15 whitespace-pre-line wrap-anywhere">{body || "No text."}</p>
      )}
    </PageSection>
  );
}

type ActsProps = Pick<Props, "document" | "keepers" | "roomDoes"> & { actions: Record<Acts, FormAction> };

/** What is done with it: sent, given a day and a keeper, written once more, and closed. */
function Acts({ document, actions, keepers, roomDoes }: ActsProps) {
  const { id, clientId, ends, standing } = document;
  const isOpen = ends.length > 0;
  return (
    <>
      {isOpen && !roomDoes.sending && (
        <div className={standing === "draft" && !roomDoes.words ? "noscript:hidden" : ""}>
          <PageSection id="sending" heading="Send">
            <DocumentSends document={document} send={actions.send} />
          </PageSection>
        </div>
      )}
      {isOpen && (
        <PageSection id="care" heading="When and who">
          <DocumentCare document={document} keepers={keepers} hasDay={!roomDoes.day} {...actions} />
        </PageSection>
      )}
      <PageSection
        id="again"
        heading="Use it again"
        intro="A new draft with the same contents, without what was signed or answered."
      >
        <p className="pt-2">
          <RouteButton href={hrefs.duplicateDocument(clientId, id)}>Duplicate</RouteButton>
        </p>
      </PageSection>
      {isOpen && !roomDoes.closing && (
        <PageSection id="closing" heading="When it’s over" intro="From then on its links open nothing.">
          <DocumentEnds document={document} />
        </PageSection>
      )}
    </>
  );
}

import { documentNames } from "@/components/links/document-words";
import type { DocumentView } from "@/lib/documents/views";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { hrefs } from "./hrefs";

/** What the office does to a document that is over, as its button says it. */
export const endActs = (kind: DocumentKind): Record<DocumentEnd, string> => ({
  paid: "Mark as paid",
  void: `Make the ${documentNames[kind]} void`,
  withdrawn: `Withdraw the ${documentNames[kind]}`,
  superseded: "Mark as replaced",
  closed: `Close the ${documentNames[kind]}`,
  past: "Mark as past",
  cancelled: `Cancel the ${documentNames[kind]}`,
});

/** The ways in which it may be ended now: a contract that everybody has signed stays as it is. */
export const endsNow = ({ kind, standing, ends }: Pick<DocumentView, "kind" | "standing" | "ends">) =>
  kind === "contract" && standing === "complete" ? [] : ends;

/** Whether it is ended on its own page alone, with a reason that everybody is told: a contract or an invoice that was sent. */
export const isEndedWithReason = ({ kind, standing }: Pick<DocumentView, "kind" | "standing">) =>
  (kind === "contract" || kind === "invoice") && standing !== "draft";

/** Where one of its ends is asked for once more. */
export const endHref = (document: DocumentView, as: DocumentEnd) =>
  isEndedWithReason(document)
    ? `${hrefs.document(document.clientId, document.id)}#closing-heading`
    : hrefs.closeDocument(document.clientId, document.id, as);

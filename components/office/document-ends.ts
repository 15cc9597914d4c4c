import { documentNames } from "@/components/links/document-words";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";

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

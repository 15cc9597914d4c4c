import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import type { Words } from "./link-words";

/** What each kind of document is called in a sentence. */
export const documentNames = {
  contract: "contract",
  scope: "scope of work",
  selections: "selection sheet",
  appointment: "appointment",
  invoice: "invoice",
  "service-report": "service report",
} as const satisfies Record<DocumentKind, string>;

/** The same at the start of a line: “Scope of work”. */
export const kindWords = (kind: DocumentKind) =>
  documentNames[kind].charAt(0).toUpperCase() + documentNames[kind].slice(1);

/** In a list, where its name and its title stand beside it. */
export const endWords: Record<DocumentEnd, string> = {
  paid: "Paid",
  void: "No longer applies",
  withdrawn: "Withdrawn",
  superseded: "Replaced",
  closed: "Closed",
  past: "Over",
  cancelled: "Cancelled",
};

/** What has become of a document that is over, and what happens next. */
export function settledWords(kind: DocumentKind, closedAs: DocumentEnd, shop: string): Words {
  const it = `This ${documentNames[kind]}`;
  const nothing = "There’s nothing for you to do.";
  const words: Record<DocumentEnd, Words> = {
    paid: { heading: "Paid, thank you", sentence: `${it} is paid. There’s nothing more to pay.` },
    void: {
      heading: kind === "invoice" ? `${it} was cancelled` : `${it} no longer applies`,
      sentence: `${shop} took it back. ${nothing}`,
    },
    withdrawn: { heading: `${it} was withdrawn`, sentence: `${shop} took it back. ${nothing}` },
    superseded: {
      heading: `${it} was replaced`,
      sentence: `There’s a newer one. Look for the latest message from ${shop}.`,
    },
    closed: { heading: `${it} is closed`, sentence: `It’s settled. ${nothing}` },
    past: { heading: `${it} is over`, sentence: `To make another one, call or text ${shop}.` },
    cancelled: {
      heading: `${it} was cancelled`,
      sentence: `To make another one, call or text ${shop}.`,
    },
  };
  return words[closedAs];
}

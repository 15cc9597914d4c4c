import type { DocumentFacts, DocumentKind } from "./facts";

type Words = {
  name: string;
  /** The letter’s heading, and its subject but for the title. */
  heading: (shop: string) => string;
  /** What it is there for, after its title. */
  asks: string;
  /** What ends a standing link early. */
  ends?: string;
};

/** What a client is told of a document that they are sent. */
const words = {
  contract: {
    name: "contract",
    heading: (shop) => `Your contract from ${shop}`,
    asks: "It’s ready to read and sign.",
  },
  scope: {
    name: "scope of work",
    heading: (shop) => `Your scope of work from ${shop}, to review`,
    asks: "Read what will be done, and say if something is missing.",
  },
  selections: {
    name: "selections",
    heading: (shop) => `Your selections from ${shop}, to choose`,
    asks: "See the options and what each would cost.",
  },
  appointment: {
    name: "appointment",
    heading: (shop) => `Your appointment with ${shop}`,
    asks: "See when we come, and what to have ready.",
  },
  invoice: {
    name: "invoice",
    heading: (shop) => `Your invoice from ${shop}`,
    asks: "See what it is for, and when it is due.",
    ends: "it’s paid",
  },
  "service-report": {
    name: "service report",
    heading: (shop) => `Your service report from ${shop}`,
    asks: "See what was done.",
  },
} as const satisfies Record<DocumentKind, Words>;

/** The same words for the letter and the SMS: what it is, and how long its link opens. */
export function documentWords({ kind, agency, title, standing, until }: DocumentFacts) {
  const { name, heading, asks, ends }: Words = words[kind];
  const sooner = ends ? `${ends}, or until ` : "";
  return {
    name,
    subject: `${heading(agency.name)}: ${title}`,
    heading: heading(agency.name),
    lead: `${title}. ${asks}`,
    button: `Open your ${name}`,
    opens: standing
      ? `Works until ${sooner}${until}`
      : `Opens once, on one phone or computer, until ${until}`,
  };
}

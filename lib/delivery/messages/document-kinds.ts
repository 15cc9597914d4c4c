import type { DocumentKind, Says } from "./facts";

type KindWords = {
  name: string;
  /** What the name takes after it: “your selections are approved”. */
  are: "is" | "are";
  /** The letter’s heading, and its subject but for the title. */
  heading: (shop: string) => string;
  /** What it is there for, after its title. */
  asks: (says: Says) => string;
  /** What a changed one asks. */
  changed: string;
  /** The button that leads to it. */
  opens: string;
  /** What the day is called by which it is to be answered. */
  due: string;
  /** What ends a standing link early. */
  ends?: string;
};

const look = "Look at what changed.";

/** What a client is told of each kind of document. A kind without a row does not compile. */
export const kindWords: Record<DocumentKind, KindWords> = {
  contract: {
    name: "contract",
    are: "is",
    heading: (shop) => `Your contract from ${shop}`,
    asks: () => "It’s ready to read and sign.",
    changed:
      "The text is another one now. Please read it and sign it: a signature on the old text counts no more.",
    opens: "Read and sign",
    due: "Sign by",
  },
  scope: {
    name: "scope of work",
    are: "is",
    heading: (shop) => `Your scope of work from ${shop}, to review`,
    asks: () => "Read what will be done, and say if something is missing.",
    changed: "It opens on what changed. Approve it, or say what is still missing.",
    opens: "Review the scope",
    due: "Answer by",
  },
  selections: {
    name: "selections",
    are: "are",
    heading: (shop) => `Your selections from ${shop}, to choose`,
    asks: () => "See the options and what each would cost.",
    changed: look,
    opens: "Make your selections",
    due: "Choose by",
  },
  appointment: {
    name: "appointment",
    are: "is",
    heading: (shop) => `Your appointment with ${shop}`,
    asks({ when, confirmed, notice }) {
      if (!when) return "Pick the time that suits you, and see what to have ready.";
      if (confirmed) return "See what to have ready.";
      return notice
        ? "See what to have ready, confirm it, or pick another time."
        : "See what to have ready, and confirm it.";
    },
    changed: look,
    opens: "See your appointment",
    due: "Choose by",
  },
  invoice: {
    name: "invoice",
    are: "is",
    heading: (shop) => `Your invoice from ${shop}`,
    asks: () => "See what it is for, and when it is due.",
    changed: look,
    opens: "Open your invoice",
    due: "Due",
    ends: "it’s paid",
  },
  "service-report": {
    name: "service report",
    are: "is",
    heading: (shop) => `Your service report from ${shop}`,
    asks: () => "See what was done.",
    changed: look,
    opens: "Open your service report",
    due: "Read by",
  },
};

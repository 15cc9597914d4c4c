import type { Purpose } from "@/lib/links/policy";
import type { Words } from "./link-words";

type Arrival = (shop: string, title: string) => Words;

const portal: Arrival = (shop) => ({
  heading: `Sign in to ${shop}`,
  sentence: `This opens everything ${shop} has for you.`,
});

const invoice: Arrival = (shop, title) => ({
  heading: `Your invoice from ${shop}`,
  sentence: `${title}. See what it is for, and when it is due.`,
});

/** What a link says of itself before it is opened. A purpose without words does not compile. */
const arrivals = {
  dispatch: (shop, title) => ({ heading: `Your job from ${shop}`, sentence: `${title}.` }),
  "portal-invitation": (shop) => ({
    heading: `Your portal at ${shop}`,
    sentence: `This opens everything ${shop} has for you.`,
  }),
  "portal-login": portal,
  "contract-signature": (shop, title) => ({
    heading: `Your contract from ${shop}`,
    sentence: `${title}. Ready to read and sign.`,
  }),
  "scope-review": (shop, title) => ({
    heading: `Your scope of work from ${shop}`,
    sentence: `${title}. Ready to review.`,
  }),
  selections: (shop, title) => ({
    heading: `Your selections from ${shop}`,
    sentence: `${title}. Ready to choose.`,
  }),
  appointment: (shop, title) => ({
    heading: `Your appointment with ${shop}`,
    sentence: `${title}. See when we come, and what to have ready.`,
  }),
  invoice,
  "invoice-reminder": invoice,
  "service-report": (shop, title) => ({
    heading: `Your service report from ${shop}`,
    sentence: `${title}. See what was done.`,
  }),
  recovery: portal,
  "staff-sign-in": (shop) => ({
    heading: `Sign in to ${shop}`,
    sentence: "This opens your office’s inbox.",
  }),
} as const satisfies Record<Purpose, Arrival>;

/** The heading and the sentence of the page with the one button; `title` is that of what the link opens, if it is one thing. */
export const arrivalWords = (purpose: Purpose, shop: string, title = ""): Words =>
  arrivals[purpose](shop, title);

import { type LinkSettings, type Purpose, policy, termsOf } from "@/lib/links/policy";

type Row = {
  /** What is chosen for the first holds for all of them. */
  purposes: readonly [Purpose, ...Purpose[]];
  name: string;
  sentTo: string;
  ends: string;
};

const once = "Single use";

/** How an invoice’s link ends, in words. */
export const invoiceEnds = { standing: "Until paid", "single-use": once } as const;
export type InvoiceLinks = keyof typeof invoiceEnds;

/** The purposes of links as an office reads them, in the order in which it meets them. */
export const linkRows: readonly Row[] = [
  {
    purposes: ["dispatch"],
    name: "Work order dispatch",
    sentTo: "Contractor",
    ends: "When reassigned or cancelled. Completed jobs stay readable.",
  },
  {
    purposes: ["portal-login", "staff-sign-in"],
    name: "Sign-in",
    sentTo: "Anyone signing in",
    ends: once,
  },
  {
    purposes: ["portal-invitation"],
    name: "Portal invitation",
    sentTo: "Client, and partner",
    ends: once,
  },
  {
    purposes: ["contract-signature"],
    name: "Contract signature",
    sentTo: "Each signee",
    ends: once,
  },
  { purposes: ["scope-review"], name: "Scope review", sentTo: "Client", ends: once },
  { purposes: ["selections"], name: "Selections", sentTo: "Client", ends: once },
  { purposes: ["appointment"], name: "Appointment", sentTo: "Client", ends: once },
  {
    purposes: ["invoice", "invoice-reminder"],
    name: "Invoice and reminder",
    sentTo: "Client",
    ends: invoiceEnds.standing,
  },
  {
    purposes: ["service-report"],
    name: "Service report",
    sentTo: "Client",
    ends: "Until withdrawn",
  },
  { purposes: ["recovery"], name: "Recovery", sentTo: "Client you have spoken to", ends: once },
];

/** One row of the table of links: what holds now, and what may be chosen instead. */
export type LinkRule = {
  purpose: Purpose;
  name: string;
  sentTo: string;
  /** "7 days" */
  worksFor: string;
  /** In days; none where the life is fixed. */
  lives: { days: number; words: string; chosen: boolean }[];
  ends: string;
  /** How it may end instead; null where that is fixed. */
  endings: { value: InvoiceLinks; words: string; chosen: boolean }[] | null;
};

/** How long the links of a business work and when they end, as they are sent from now on. */
export const linkRules = (settings: LinkSettings): LinkRule[] => linkRows.map((row) => ruleOf(row, settings));

function ruleOf({ purposes, name, sentTo, ends }: Row, settings: LinkSettings): LinkRule {
  const [purpose] = purposes;
  const { ttlMs } = termsOf(purpose, settings);
  const isInvoice = purpose === "invoice";
  return {
    purpose,
    name,
    sentTo,
    worksFor: purposes.includes("staff-sign-in")
      ? `${lifeWords(ttlMs)}, ${policy["staff-sign-in"].ttlMs / 60_000} for your team`
      : lifeWords(ttlMs),
    lives: livesOf(purpose, settings).map((days) => ({
      days,
      words: daysWords(days),
      chosen: days * dayMs === ttlMs,
    })),
    ends: isInvoice ? invoiceEnds[settings.invoiceLinks] : ends,
    endings: isInvoice
      ? (["standing", "single-use"] as const).map((value) => ({
          value,
          words: invoiceEnds[value],
          chosen: value === settings.invoiceLinks,
        }))
      : null,
  };
}

/** The lives, in days, that may be chosen for a purpose as things are: none for an invoice’s link that opens once. */
export function livesOf(purpose: Purpose, settings: LinkSettings): readonly number[] {
  return purpose === "invoice" && settings.invoiceLinks === "single-use" ? [] : policy[purpose].lives;
}

export const dayMs = 24 * 60 * 60_000;

/** "7 days", "30 minutes" */
export const lifeWords = (ms: number) => (ms < dayMs ? `${ms / 60_000} minutes` : daysWords(ms / dayMs));

/** "1 day" */
export const daysWords = (days: number) => `${days} day${days === 1 ? "" : "s"}`;

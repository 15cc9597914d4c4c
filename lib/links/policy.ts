import type { documentEnds, documentKinds } from "@/db/schema/documents";
import type { linkClasses, purposes } from "@/db/schema/links";

export type Purpose = (typeof purposes)[number];
export type LinkClass = (typeof linkClasses)[number];
export type DocumentKind = (typeof documentKinds)[number];
/** How a document can be over: its links are dead from then on. */
export type DocumentEnd = (typeof documentEnds)[number];

type Policy = {
  /** bearer: the URL is the auth; single-use: one POST spends it for a session; standing: opens one document. */
  class: LinkClass;
  /** The first character of every token of this purpose. */
  letter: string;
  chars: 48 | 64;
  ttlMs: number;
  /** The lives that an office may choose instead, in days; none where the life is fixed. */
  lives: readonly number[];
  /** What the holder must be, when the link is sent and again when it is opened. */
  needs: "active" | "active-with-portal";
  holder: "contact" | "member";
  /** What the link is to, where that is a document. */
  document?: DocumentKind;
  /** Where the link leads; `{id}` is its subject. */
  lands: string;
  /** hourly: three messages in any rolling hour per holder, address and purpose; the others are counted elsewhere. */
  limit: "hourly" | "per-address" | "schedule" | "daily-per-tenant";
  /** What a person sees when the link no longer opens. */
  stale: "job-link-dead" | "login-page" | "document-dialog" | "scheduling" | "staff-sign-in";
  /** Whether the message also carries a code to type on another device. */
  code: boolean;
};

const minute = 60_000;
const day = 24 * 60 * minute;

const singleUse = {
  class: "single-use",
  chars: 64,
  lives: [1, 3, 7, 14, 30],
  needs: "active",
  holder: "contact",
  limit: "hourly",
  code: false,
} as const;
const onceOpened = { ...singleUse, ttlMs: 7 * day, stale: "document-dialog" } as const;
const standing = { ...onceOpened, class: "standing", ttlMs: 90 * day, lives: [30, 60, 90, 180] } as const;
const invoice = { ...standing, document: "invoice", lands: "/portal/invoices/{id}" } as const;

/** The table of purposes. A purpose without a row does not compile. */
export const policy = {
  dispatch: {
    class: "bearer",
    letter: "d",
    chars: 64,
    ttlMs: 14 * day,
    lives: [7, 14, 30],
    needs: "active",
    holder: "contact",
    lands: "/j/{token}",
    limit: "per-address",
    stale: "job-link-dead",
    code: false,
  },
  "portal-invitation": {
    ...singleUse,
    letter: "i",
    ttlMs: 7 * day,
    needs: "active-with-portal",
    lands: "/portal",
    stale: "login-page",
  },
  "portal-login": {
    ...singleUse,
    letter: "l",
    chars: 48,
    ttlMs: 30 * minute,
    lives: [],
    needs: "active-with-portal",
    lands: "/portal",
    stale: "login-page",
    code: true,
  },
  "contract-signature": {
    ...onceOpened,
    letter: "c",
    document: "contract",
    lands: "/portal/contracts/{id}",
  },
  "scope-review": { ...onceOpened, letter: "s", document: "scope", lands: "/portal/scopes/{id}" },
  selections: { ...onceOpened, letter: "e", document: "selections", lands: "/portal/selections/{id}" },
  appointment: {
    ...onceOpened,
    letter: "a",
    document: "appointment",
    lands: "/portal/appointments/{id}",
    stale: "scheduling",
  },
  invoice: { ...invoice, letter: "v" },
  "invoice-reminder": { ...invoice, letter: "r", limit: "schedule" },
  "service-report": { ...standing, letter: "p", document: "service-report", lands: "/portal/reports/{id}" },
  recovery: {
    ...singleUse,
    letter: "y",
    ttlMs: 30 * minute,
    lives: [],
    lands: "/portal",
    limit: "daily-per-tenant",
    stale: "login-page",
  },
  "staff-sign-in": {
    ...singleUse,
    letter: "m",
    chars: 48,
    ttlMs: 15 * minute,
    lives: [],
    holder: "member",
    lands: "/inbox",
    stale: "staff-sign-in",
    code: true,
  },
} as const satisfies Record<Purpose, Policy>;

const byLetter = new Map<string, Purpose>(
  (Object.keys(policy) as Purpose[]).map((purpose) => [policy[purpose].letter, purpose]),
);

/** The purpose that a token's first character names; undefined for any other character. */
export const purposeOfLetter = (letter: string): Purpose | undefined => byLetter.get(letter);

/** At most this many messages of one purpose to one holder's address in any rolling hour. */
export const messagesAnHour = 3;

/** What a business chose for the links that it sends from now on. */
export type LinkSettings = {
  linkTtlMs: Record<string, number>;
  /** Standing: an invoice's link opens until it is paid. Single-use: once, within seven days. */
  invoiceLinks: "standing" | "single-use";
};

/** Class and life (in ms) of a link as it is issued: a business's own choice wins over the table. */
export function termsOf(purpose: Purpose, settings?: LinkSettings): { class: LinkClass; ttlMs: number } {
  const row: Policy = policy[purpose];
  if (row.document === "invoice" && settings?.invoiceLinks === "single-use")
    return { class: "single-use", ttlMs: onceOpened.ttlMs };
  return { class: row.class, ttlMs: settings?.linkTtlMs[purpose] ?? row.ttlMs };
}

/** The purpose under which a document of this kind is sent. */
export const purposeOfDocument = {
  contract: "contract-signature",
  scope: "scope-review",
  selections: "selections",
  appointment: "appointment",
  invoice: "invoice",
  "service-report": "service-report",
} as const satisfies Record<DocumentKind, Purpose>;

/** Where a document of this kind stands in the portal. */
export const documentHref = (kind: DocumentKind, id: string) =>
  policy[purposeOfDocument[kind]].lands.replace("{id}", id);

/** The kinds of documents, for whoever parses one. */
export const kindsOfDocument = Object.keys(purposeOfDocument) as DocumentKind[];

/** The kind of document that stands in that room of the portal (`contracts`); undefined for any other word. */
export const kindInRoom = (room: string): DocumentKind | undefined =>
  kindsOfDocument.find((kind) => documentHref(kind, "") === `/portal/${room}/`);

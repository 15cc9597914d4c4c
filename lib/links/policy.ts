import type { purposes } from "@/db/schema/links";

export type Purpose = (typeof purposes)[number];
export type LinkClass = "bearer" | "single-use" | "standing";

type Policy = {
  /** bearer: the URL is the auth; single-use: one POST spends it for a session; standing: opens one document. */
  class: LinkClass;
  /** The first character of every token of this purpose. */
  letter: string;
  chars: 48 | 64;
  ttlMs: number;
  /** What the holder must be, when the link is sent and again when it is opened. */
  needs: "active" | "active-with-portal";
  holder: "contact" | "member";
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
  needs: "active",
  holder: "contact",
  limit: "hourly",
  code: false,
} as const;
const standing = { ...singleUse, class: "standing", ttlMs: 90 * day, stale: "document-dialog" } as const;
const document = { ...singleUse, ttlMs: 7 * day, stale: "document-dialog" } as const;

/** The table of purposes. A purpose without a row does not compile. */
export const policy = {
  dispatch: {
    class: "bearer",
    letter: "d",
    chars: 64,
    ttlMs: 14 * day,
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
    needs: "active-with-portal",
    lands: "/portal",
    stale: "login-page",
    code: true,
  },
  "contract-signature": { ...document, letter: "c", lands: "/portal/contracts/{id}" },
  "scope-review": { ...document, letter: "s", lands: "/portal/scopes/{id}" },
  selections: { ...document, letter: "e", lands: "/portal/selections/{id}" },
  appointment: { ...document, letter: "a", lands: "/portal/appointments/{id}", stale: "scheduling" },
  invoice: { ...standing, letter: "v", lands: "/portal/invoices/{id}" },
  "invoice-reminder": { ...standing, letter: "r", lands: "/portal/invoices/{id}", limit: "schedule" },
  "service-report": { ...standing, letter: "p", lands: "/portal/reports/{id}" },
  recovery: {
    ...singleUse,
    letter: "y",
    ttlMs: 30 * minute,
    lands: "/portal",
    limit: "daily-per-tenant",
    stale: "login-page",
  },
  "staff-sign-in": {
    ...singleUse,
    letter: "m",
    chars: 48,
    ttlMs: 15 * minute,
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

/** How long a link of this purpose lives, in ms; a tenant's own setting wins over the table. */
export function ttlMs(purpose: Purpose, settings: Record<string, number> = {}): number {
  return settings[purpose] ?? policy[purpose].ttlMs;
}

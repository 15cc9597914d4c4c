import type { messageKinds } from "@/db/schema/delivery";
import type { purposes } from "@/db/schema/links";
import type { Happened } from "./trail";

/** What the sentences of the trail are made of. */

/** A link by its purpose: “Sign-in link”, “Scope review link”. */
export const purposeNames = {
  dispatch: "Job",
  "portal-invitation": "Portal invitation",
  "portal-login": "Sign-in",
  "contract-signature": "Contract",
  "scope-review": "Scope review",
  selections: "Selections",
  appointment: "Appointment",
  invoice: "Invoice",
  "invoice-reminder": "Invoice reminder",
  "service-report": "Service report",
  recovery: "Recovery",
  "staff-sign-in": "Office sign-in",
} as const satisfies Record<(typeof purposes)[number], string>;

const messageNames = {
  dispatch: "Job",
  answer: "Reply",
  cancellation: "Cancellation",
  "question-to-office": "Question",
  "link-asked": "Request for a link",
  "staff-sign-in": "Office sign-in",
  "portal-login": "Sign-in",
  "portal-invitation": "Portal invitation",
  document: "Document",
  "document-over": "News of a document",
  "client-said": "What a client said",
  "bank-details-to-office": "News of bank details",
  "money-told": "News of money",
  "bank-details-to-client": "News of bank details",
} as const satisfies Record<(typeof messageKinds)[number], string>;

/** How the business that reads it writes times and money. */
export type Reading = { zone: string; locale: string; money: (cents: number) => string };

export const quoted = (text: string) => (text ? `“${text}”` : "");

const isOneOf = <Names extends object>(names: Names, name: unknown): name is keyof Names =>
  typeof name === "string" && Object.hasOwn(names, name);

/** A fact of the happening, as it was written; empty where it is not given. Long texts are cut. */
export function fact({ detail }: Happened, name: string): string {
  const text = String(detail[name] ?? "").trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The words, then the fact in its own sentence or after a colon; without the fact, only the words. */
export const withFact = (words: string, told: string, between = ": ") =>
  told ? `${words}${between}${told}` : words;

/** “Sign-in link”, or “Link” where the row is gone and its purpose with it. */
export function linkName({ link, detail }: Happened): string {
  const purpose = link?.purpose ?? detail.purpose;
  return isOneOf(purposeNames, purpose) ? `${purposeNames[purpose]} link` : "Link";
}

/** What a message carried: its link, or what it said. */
export function messageName(event: Happened): string {
  if (event.link) return linkName(event);
  const { message } = event.detail;
  return isOneOf(messageNames, message) ? messageNames[message] : "Message";
}

const ways = { sms: "by SMS", email: "by email", copy: "to pass on" } as const;

/** “by SMS”, with a space before; empty where it is not known. */
export function way({ detail, link }: Happened): string {
  const channel = detail.channel ?? link?.channel;
  return isOneOf(ways, channel) ? ` ${ways[channel]}` : "";
}

const reasons = {
  "re-dispatched": "the job was dispatched again",
  cancelled: "the job was cancelled",
  revoked: "it was taken back",
  "code-tries": "its code was typed wrong five times",
  "address-changed": "the address was changed",
  spent: "it was used before",
  discarded: "it was put away before",
  retired: "it was ended before",
  settled: "what it opened is settled",
  expired: "it had run out",
  "holder-inactive": "the contact isn’t active",
} as const;

/** Why a link ended or was refused, where it is known. */
export const because = (words: string, reason: unknown) =>
  isOneOf(reasons, reason) ? `${words}: ${reasons[reason]}` : words;

/** What the happening calls its subject: the name of a contact, the title of a document, the address of a property. */
export const nameOf = (event: Happened) =>
  fact(event, "name") || fact(event, "title") || fact(event, "address");

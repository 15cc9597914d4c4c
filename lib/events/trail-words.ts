import { dayAndClock } from "@/lib/dates";
import type { HappeningKind } from "./record";
import type { Happened } from "./trail";
import { documentSentences } from "./trail-documents";
import {
  because,
  fact,
  linkName,
  messageName,
  nameOf,
  type purposeNames,
  quoted,
  type Reading,
  way,
  withFact,
} from "./trail-facts";
import { moneySentences } from "./trail-money";

/** What a happening is about, as the trail is narrowed by it. */
export const abouts = {
  links: "Links and sign-ins",
  "work-orders": "Work orders",
  documents: "Projects and documents",
  money: "Invoices and payments",
  people: "People",
  settings: "Settings",
} as const;

export type About = keyof typeof abouts;

export type TrailIcon =
  | "link"
  | "sms"
  | "email"
  | "sent"
  | "arrived"
  | "failed"
  | "machine"
  | "opened"
  | "way-in"
  | "way-out"
  | "ended"
  | "call"
  | "question"
  | "person"
  | "place"
  | "document"
  | "work"
  | "money"
  | "settings"
  | "export";

type Row = { about: About; icon: TrailIcon; says: (event: Happened, reading: Reading) => string };

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

const on = (words: string, event: Happened) => withFact(words, fact(event, "device"), " on ");

/** “Kitchen and rear addition added”, or “Project added” where the name is not kept. */
const named = (fallback: string, what: string) => (event: Happened) => `${nameOf(event) || fallback} ${what}`;

function photos({ detail: { count } }: Happened): string {
  return count === 1 ? "Photo added" : `${count ?? "Some"} photos added`;
}

function scheduled(event: Happened, { zone, locale }: Reading): string {
  const at = new Date(fact(event, "scheduledFor"));
  return Number.isNaN(at.getTime()) ? "Scheduled" : `Scheduled for ${dayAndClock(at, zone, locale)}`;
}

const contactChanged = (what: string) => (event: Happened) =>
  `${nameOf(event) || "Contact"} ${what}${event.detail.active === 0 ? ", not active" : ""}`;

const links = { about: "links", icon: "link" } as const;
const work = { about: "work-orders", icon: "work" } as const;
const document = { about: "documents", icon: "document" } as const;
const person = { about: "people", icon: "person" } as const;

const documentIcons: Partial<Record<HappeningKind, TrailIcon>> = {
  "document.asked": "question",
  "reminder.sent": "sent",
  "reminder.skipped": "ended",
};

/** A contractor's invoice is about its order. */
const isOfOrder = (kind: HappeningKind) => /^(?:bill\.|invoice\.(?:received|approved)$)/.test(kind);

/** The rows of kinds whose sentences stand together. */
function rowsOf<Kind extends HappeningKind>(
  sentences: Record<Kind, Row["says"]>,
  restOf: (kind: Kind) => Omit<Row, "says">,
): Record<Kind, Row> {
  const kinds = Object.keys(sentences) as Kind[];
  const rows = kinds.map((kind) => [kind, { ...restOf(kind), says: sentences[kind] }]);
  return Object.fromEntries(rows) as Record<Kind, Row>;
}

/** What each happening is called, in a plain sentence. A kind without a row does not compile. */
export const trailWords: Record<HappeningKind, Row> = {
  "work-order.created": { ...work, says: (event) => withFact("Work order written", fact(event, "title")) },
  "work-order.edited": { ...work, says: () => "Work order changed" },
  "work-order.dispatched": {
    ...work,
    says: (event) =>
      withFact(event.detail.again ? "Dispatched again" : "Dispatched", fact(event, "company"), " to "),
  },
  "work-order.accepted": { ...work, says: () => "Accepted" },
  "work-order.declined": { ...work, says: (event) => withFact("Declined", quoted(fact(event, "reason"))) },
  "work-order.scheduled": { ...work, says: scheduled },
  "work-order.on-site": { ...work, says: () => "On site" },
  "work-order.completed": { ...work, says: () => "Completed" },
  "work-order.cancelled": { ...work, says: (event) => withFact("Cancelled", quoted(fact(event, "reason"))) },
  "work-order.question": { ...work, says: (event) => withFact("Asked", quoted(fact(event, "question"))) },
  "work-order.answered": { ...work, says: (event) => withFact("Replied", quoted(fact(event, "answer"))) },
  "work-order.photo-added": { ...work, says: photos },
  ...rowsOf(moneySentences, (kind) => ({
    about: isOfOrder(kind) ? work.about : "money",
    icon: "money",
  })),
  "link.issued": { ...links, says: (event) => `${linkName(event)} issued${way(event)}` },
  "link.sent": { ...links, icon: "sent", says: (event) => `${messageName(event)} sent${way(event)}` },
  "link.delivered": {
    ...links,
    icon: "arrived",
    says: (event) => `${messageName(event)} delivered${way(event)}`,
  },
  "link.bounced": {
    ...links,
    icon: "failed",
    says: (event) =>
      withFact(
        `${event.detail.channel === "sms" ? "SMS" : "Email"} not delivered`,
        fact(event, "reason"),
        ". ",
      ),
  },
  "link.copied": { ...links, says: (event) => `${linkName(event)} shown once, to pass on` },
  "link.machine-looked": {
    ...links,
    icon: "machine",
    says: (event) => `A machine looked at the ${lower(linkName(event))}. Nothing was opened`,
  },
  "link.opened": { ...links, icon: "opened", says: (event) => `${linkName(event)} opened` },
  "link.spent": {
    ...links,
    icon: "way-in",
    says: (event) => `${linkName(event)} used and spent. Session started`,
  },
  "link.discarded": {
    ...links,
    says: (event) =>
      event.detail.reason === "already-in"
        ? `${linkName(event)} put away: they were signed in there already`
        : `${linkName(event)} put away, unused`,
  },
  "link.refused": {
    ...links,
    icon: "failed",
    says: (event) => because(`${linkName(event)} refused`, event.detail.state),
  },
  "link.retired": {
    ...links,
    icon: "ended",
    says: (event) => because(`${linkName(event)} ended`, event.detail.reason),
  },
  "link.asked-for": { ...links, icon: "opened", says: () => "Asked for a new link" },
  "link.ask-dismissed": { ...links, icon: "ended", says: () => "Request for a new link put aside" },
  "session.refused": {
    ...links,
    icon: "failed",
    says: () => "Session refused: it belongs to another browser",
  },
  "session.revoked": {
    ...links,
    icon: "way-out",
    says: (event) => on(withFact("Signed out", fact(event, "person"), " "), event),
  },
  "session.ended": { ...links, icon: "way-out", says: () => "Signed out" },
  "contact.created": { ...person, says: contactChanged("added") },
  "contact.edited": {
    ...person,
    says: (event) => withFact(contactChanged("changed")(event), fact(event, "changed"), ": "),
  },
  "contact.opened-after-call": {
    ...links,
    icon: "call",
    says: ({ actorName }) => `${actorName} opened this client after a call`,
  },
  "portal.opened": { ...person, says: () => "Portal access switched on" },
  "portal.closed": { ...person, says: () => "Portal access switched off" },
  "project.created": { ...document, says: named("Project", "added") },
  "project.edited": {
    ...document,
    says: (event) => named("Project", fact(event, "happened") || "changed")(event),
  },
  ...rowsOf(documentSentences, (kind) => ({ ...document, icon: documentIcons[kind] ?? document.icon })),
  "contract-template.saved": {
    about: "settings",
    icon: "settings",
    says: (event) => named("Contract template", fact(event, "happened") || "saved")(event),
  },
  "settings.changed": {
    about: "settings",
    icon: "settings",
    says: (event) =>
      `${fact(event, "what") || "A setting"} ${fact(event, "happened") || "changed"}${withFact("", fact(event, "from"), " from ")}${withFact("", fact(event, "to"), " to ")}`,
  },
  "activity.exported": {
    about: "settings",
    icon: "export",
    says: (event) => withFact("Activity exported as CSV", rowsWords(event), ", "),
  },
  "property.created": { ...person, icon: "place", says: named("Property", "added") },
  "property.edited": { ...person, icon: "place", says: named("Property", "changed") },
};

function rowsWords({ detail: { count } }: Happened): string {
  if (typeof count !== "number") return "";
  return count === 1 ? "1 event" : `${count.toLocaleString("en-AU")} events`;
}

/** The kinds that are about one thing. */
export function kindsAbout(about: About): HappeningKind[] {
  return (Object.keys(trailWords) as HappeningKind[]).filter((kind) => trailWords[kind].about === about);
}

/** The icon of a happening: a link that is issued has that of its way. */
export function iconOf({ kind, link, detail }: Happened): TrailIcon {
  const channel = detail.channel ?? link?.channel;
  return kind === "link.issued" && (channel === "sms" || channel === "email")
    ? channel
    : trailWords[kind].icon;
}

/** Who did it, or where: the browser of a sign-in, the page that a link was asked for on, the address of a message. */
export function whoOrWhere(event: Happened): { address: string } | { words: string } {
  const { kind, link, detail, actorName } = event;
  if (kind === "link.sent" || kind === "link.delivered" || kind === "link.bounced")
    return { address: String(detail.to ?? link?.address ?? "") };
  if (kind === "link.issued" && link?.wasAskedFor && event.contact) return { words: askedAt(link.purpose) };
  if (kind === "session.revoked") return { words: actorName };
  const device = fact(event, "device");
  const isToldAlready = actorName === event.contact?.name && device !== "";
  const letIn = detail.letInBy === "recovery" ? "let in by a recovery link" : "";
  return { words: [isToldAlready ? "" : actorName, device, letIn].filter(Boolean).join(", ") };
}

const askedAt = (purpose: keyof typeof purposeNames) =>
  purpose === "portal-login" ? "Asked for at /client-login" : "Asked for on its page";

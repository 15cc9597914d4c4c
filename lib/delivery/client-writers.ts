import { clock, dayAndClock, dayOfMonth, shortDay } from "@/lib/dates";
import { env } from "@/lib/env";
import { bankToClientMessage, bankToOfficeMessage } from "./messages/bank-details";
import { bankToClientSms, bankToOfficeSms } from "./messages/bank-details-words";
import { clientSaidMessage } from "./messages/client-said";
import { documentMessage } from "./messages/document";
import { documentOverMessage } from "./messages/document-over";
import {
  type BankToClientFacts,
  type BankToOfficeFacts,
  type DocumentKind,
  type MoneyToldFacts,
  type Occasion,
  type Says,
  type Shop,
  saidFacts,
} from "./messages/facts";
import { moneyToldMessage } from "./messages/money-told";
import { invitationMessage } from "./messages/portal-invitation";
import { signInMessage } from "./messages/sign-in";
import {
  clientSaidSms,
  documentOverSms,
  documentSms,
  invitationSms,
  moneyToldSms,
  signInSms,
} from "./messages/sms";
import { type Message, type Minted, placeIn, shopIn, text, type Writer } from "./writer";

/** What clients are sent, and what the office is told of them. */
export const clientWriters = {
  "portal-login": (message, minted) => {
    const shop = shopIn(message);
    return signIn(message, minted, shop.name ? shop : null);
  },
  "portal-invitation": (message, minted) => {
    const facts = invitedBy(message, minted);
    return { sms: () => invitationSms(facts), email: () => invitationMessage(facts) };
  },
  document: (message, minted) => {
    const { documentKind, title, occasion } = message.detail;
    const facts = {
      ...invitedBy(message, minted),
      ...(documentKind === "invoice" && ofInvoice(message, minted)),
      kind: text(documentKind) as DocumentKind,
      occasion: (text(occasion) || "sent") as Occasion,
      says: saysIn(message),
      title: text(title),
      hasFile: message.fileId !== null && message.channel === "email",
      standing: minted.class === "standing",
    };
    return { sms: () => documentSms(facts), email: () => documentMessage(facts) };
  },
  "document-over": (message) => {
    const { person, title, heading, words } = message.detail;
    const told = { person: text(person), title: text(title), heading: text(heading), words: text(words) };
    const facts = { origin: env().APP_ORIGIN, agency: shopIn(message), ...told };
    return { sms: () => documentOverSms(facts), email: () => documentOverMessage(facts) };
  },
  "client-said": (message) => {
    const { person, did, title, words, clientId, documentId } = message.detail;
    const told = { person: text(person), did: text(did), title: text(title), words: text(words) };
    const at = { clientId: text(clientId), documentId: text(documentId) };
    const facts = { origin: env().APP_ORIGIN, agency: shopIn(message), ...told, ...at };
    return { sms: () => clientSaidSms(facts), email: () => clientSaidMessage(facts) };
  },
  "money-told": (message) => {
    const { person, heading, words, rows } = message.detail;
    const told = { person: text(person), heading: text(heading), words: text(words) };
    const facts = {
      ...{ origin: env().APP_ORIGIN, agency: shopIn(message), ...told },
      rows: JSON.parse(text(rows) || "[]") as MoneyToldFacts["rows"],
      hasFile: message.fileId !== null && message.channel === "email",
    };
    return { sms: () => moneyToldSms(facts), email: () => moneyToldMessage(facts) };
  },
  "bank-details-to-office": (message) => {
    const { person, what, when } = message.detail;
    const told = { person: text(person), what: text(what) as BankToOfficeFacts["what"], when: text(when) };
    const facts = { origin: env().APP_ORIGIN, agency: shopIn(message), ...told };
    return { sms: () => bankToOfficeSms(facts), email: () => bankToOfficeMessage(facts) };
  },
  "bank-details-to-client": (message) => {
    const { person, what, when } = message.detail;
    const told = { person: text(person), what: text(what) as BankToClientFacts["what"], when: text(when) };
    const facts = { origin: env().APP_ORIGIN, agency: shopIn(message), ...told };
    return { sms: () => bankToClientSms(facts), email: () => bankToClientMessage(facts) };
  },
} satisfies Partial<Record<Message["kind"], Writer>>;

/** What there is to say of a document on this occasion. */
const saysIn = ({ detail }: Message): Says =>
  Object.fromEntries(saidFacts.flatMap((fact) => (detail[fact] ? [[fact, text(detail[fact])]] : [])));

/** An invoice’s letter may be answered, and names its last day without a weekday. */
function ofInvoice(message: Message, { expiresAt }: Minted) {
  const { zone, locale } = placeIn(message);
  const email = text(message.detail.agencyEmail) || null;
  return { agency: { ...shopIn(message), email }, until: dayOfMonth(expiresAt, zone, locale) };
}

function invitedBy(message: Message, { url, expiresAt }: Minted) {
  const { zone, locale } = placeIn(message);
  return {
    origin: env().APP_ORIGIN,
    agency: shopIn(message),
    person: text(message.detail.person),
    url,
    until: shortDay(expiresAt, zone, locale),
  };
}

/** The words of a sign-in link, for the office and for clients; a shop of null leaves the letter to Latchkey. */
export function signIn(message: Message, { url, code, expiresAt }: Minted, shop: Shop | null) {
  const { agency, shops, askedAt, from } = message.detail;
  const { zone, locale } = placeIn(message);
  const asked = askedAt ? new Date(askedAt) : null;
  const facts = {
    origin: env().APP_ORIGIN,
    shop,
    businesses: text(shops ?? agency).split("\n"),
    address: message.address,
    url,
    code: code ?? "",
    minutes: Math.round((expiresAt.getTime() - (asked ?? message.queuedAt).getTime()) / 60_000),
    until: clock(expiresAt, zone, locale),
    askedAt: asked && dayAndClock(asked, zone, locale),
    askedFrom: text(from) || null,
  };
  return { sms: () => signInSms(facts), email: () => signInMessage(facts) };
}

import { whenWords } from "@/lib/appointments/appointment";
import { plainDay, shortDay } from "@/lib/dates";
import type { Answer } from "@/lib/documents/trunk";
import { askedNow } from "@/lib/invoices/standing";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import type { ContractFacts, Facts, InvoiceMoney } from "./facts";
import { type ClientReader, dueOf } from "./reader";
import { isOut, mustSign, shortName } from "./task";

/** A document as a client's list has it. */
export type StandingDocument = {
  kind: DocumentKind;
  sentAt: Date;
  dueOn: string | null;
  answeredAt: Date | null;
  answeredAs: Answer | null;
};

type Told = (document: StandingDocument, facts: Facts, reader: ClientReader) => string;

/** Where a document that is not over stands for the one who reads, in one line: what it waits for, or who did what and when. */
export function stateWords(document: StandingDocument, facts: Facts, reader: ClientReader): string {
  return states[document.kind](document, facts, reader);
}

/** What the end of a document leaves unsaid: the day on which it was paid, as its receipt says it. */
export function endedWords(
  { answeredAt, closedAs }: StandingDocument & { closedAs: DocumentEnd | null },
  { invoice }: Facts,
  reader: ClientReader,
): string {
  if (closedAs !== "paid") return "";
  return invoice?.settledOn
    ? `Paid ${plainDay(invoice.settledOn, reader.locale)}`
    : `Paid${on(answeredAt, reader)}`;
}

const states: Record<DocumentKind, Told> = {
  contract: (document, { contract }, reader) =>
    contract ? contractWords(document, contract, reader) : sent(document, reader),
  scope(document, { scope }, reader) {
    if (scope?.approved) return `Approved${on(document.answeredAt, reader)}`;
    if (scope?.changesRequested) return `Changes asked for${on(document.answeredAt, reader)}`;
    return "Waiting for your answer";
  },
  selections(document, { selections }, reader) {
    if (document.answeredAs === "approved") return `Approved${on(document.answeredAt, reader)}`;
    if (document.answeredAs) return `Sent to ${reader.shop}${on(document.answeredAt, reader)}`;
    const items = selections?.items ?? [];
    const open = items.filter(({ isOpen }) => isOpen).length;
    const differ = items.filter(({ differsFrom }) => differsFrom !== null).length;
    if (open > 0) return `${open} of ${items.length} open`;
    return differ > 0 ? `You two differ on ${differ}` : "Ready to send";
  },
  appointment(document, { appointment }, { locale, zone: timeZone }) {
    const { startsAt, endsAt, zone = "UTC", state } = appointment ?? {};
    if (!startsAt || !endsAt) return "Pick a time";
    const when = whenWords({ startsAt, endsAt }, zone, { timeZone, locale });
    return state === "confirmed" || document.answeredAs ? `${when}. Confirmed` : `${when}. Not confirmed yet`;
  },
  invoice: (document, { invoice }, reader) =>
    invoice ? invoiceWords(document, invoice, reader) : sent(document, reader),
  "service-report": (document, _, reader) => sent(document, reader),
};

const on = (at: Date | null, { zone, locale }: ClientReader) => (at ? ` ${shortDay(at, zone, locale)}` : "");
const sent = ({ sentAt }: StandingDocument, reader: ClientReader) => `Sent${on(sentAt, reader)}`;

/** “$399.44. Due Fri, May 8”; what of it came, or is on its way; and that the shop looks into it. */
function invoiceWords(document: StandingDocument, invoice: InvoiceMoney, reader: ClientReader): string {
  const { money, shop } = reader;
  if (invoice.disputedAt) return `${shop} looks into it`;
  const asked = askedNow({ ...invoice, ...isOut });
  const { pendingCents } = invoice;
  if (!asked)
    return pendingCents > 0 ? `${money(pendingCents)} on its way from your bank` : "Nothing to pay for now";
  const amount = money(asked.amountCents);
  const what = { all: amount, deposit: `Deposit of ${amount}`, rest: `${amount} left to pay` }[asked.what];
  const due = dueOf(asked.what === "deposit" ? invoice.depositDueOn : document.dueOn, "Due", reader);
  return due ? `${what}. ${due.words}` : what;
}

function contractWords(document: StandingDocument, contract: ContractFacts, reader: ClientReader): string {
  const { sealed, signees } = contract;
  const { answeredAs, answeredAt } = document;
  if (answeredAs === "complete") return `Signed by everybody${on(answeredAt, reader)}`;
  const declined = signees.find(({ declined }) => declined);
  if (declined) return `${declined.isYou ? "You" : declined.name} declined to sign`;
  if (!sealed) return `${reader.shop} is changing it`;
  if (mustSign(contract)) return "Waiting for your signature";
  const renamed = signees.find(({ isRenamed, confirmed }) => isRenamed && !confirmed);
  if (renamed) return `It names ${renamed.name}, so you can’t sign it`;
  const next = signees.find(({ isOffice, confirmed }) => !isOffice && !confirmed);
  return next
    ? `Waiting for ${shortName(next.name, reader.you)} to sign`
    : `Waiting for ${reader.shop} to sign`;
}

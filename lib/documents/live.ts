import type { Scope } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import type { Event } from "@/lib/events/stream";
import { amountWords } from "@/lib/money";
import type { Told } from "@/lib/work-orders/views";
import { readWaitingRow } from "./waiting";

/** What an open office is told of something that happened to a document. */
export async function describeDocument(scope: Scope, event: Event, now: Date): Promise<Told> {
  const subject = event.documentId ?? "";
  const found = await readWaitingRow(scope, subject, now);
  const { clientId, projectId } = found ?? {};
  const pages = [subject, clientId, projectId, movesMoney.test(event.kind) && "money"];
  return {
    subject,
    pages: found ? pages.filter((page): page is string => Boolean(page)) : [],
    row: found?.row ?? null,
    sentence: found && event.actor !== "member" ? sentenceOf(event, found) : "",
  };
}

/** What changes the figures of the office’s money, which show every invoice. */
const movesMoney = /^(?:(?:payment|refund|invoice)\.|document\.closed$)/;

type Found = NonNullable<Awaited<ReturnType<typeof readWaitingRow>>>;

function sentenceOf({ kind, actor, actorName, detail }: Event, found: Found): string {
  const { client, title } = found;
  const words = spoken[kind];
  if (words) return `${actorName || client} ${words}: ${title}`;
  const { amountCents } = detail;
  const isGivenUp = kind === "payment.received" && actor === "system";
  const says = isGivenUp ? gaveBack : spokenOfMoney[kind];
  return says && typeof amountCents === "number"
    ? says(actorName || client, amountWords(amountCents, found), title)
    : "";
}

type SaysOfMoney = (who: string, amount: string, title: string) => string;

/** Money that a bank had taken back and gave up again: no payer brings it, so it comes by the system. */
const gaveBack: SaysOfMoney = (_, amount, title) => `A bank gave ${amount} back: ${title}`;

/** Money that comes says how much; whose it was says enough of what it was for. */
const spokenOfMoney: Partial<Record<HappeningKind, SaysOfMoney>> = {
  "payment.received": (who, amount) => `${who} paid ${amount}`,
  "payment.pending": (who, amount) => `${who} paid ${amount}, which is on its way from a bank`,
  "payment.failed": (who, amount) => `${who} could not pay ${amount}`,
  "payment.reversed": (_, amount, title) => `A bank took ${amount} back: ${title}`,
  "refund.failed": (_, amount, title) => `A refund of ${amount} did not go through: ${title}`,
};

/** What a client does that changes what the office would do; the rest moves the rows silently. */
const spoken: Partial<Record<HappeningKind, string>> = {
  "document.asked": "asked a question",
  "contract.confirmed": "signed",
  "contract.declined": "declined to sign",
  "scope.approved": "approved",
  "scope.changes-requested": "asked for changes",
  "selections.handed-in": "sent their selections in",
  "appointment.confirmed": "confirmed",
  "appointment.moved": "moved an appointment",
  "appointment.cancelled": "cancelled an appointment",
  "invoice.disputed": "disagrees with an invoice",
  "link.bounced": "didn’t get a message",
};

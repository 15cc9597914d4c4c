import { shortDay } from "@/lib/dates";
import { env } from "@/lib/env";
import { formatMoney } from "@/lib/money";
import { clientWriters, signIn } from "./client-writers";
import { answerMessage } from "./messages/answer";
import { cancellationMessage } from "./messages/cancellation";
import { dispatchMessage } from "./messages/dispatch";
import { dispatchText } from "./messages/dispatch-text";
import { linkAskedMessage } from "./messages/link-asked";
import { questionMessage } from "./messages/question-to-office";
import { answerSms, cancellationSms, linkAskedSms, questionSms } from "./messages/sms";
import { type Message, type Minted, placeIn, shopIn, text, type Writer } from "./writer";

type Words = { from: string; replyTo?: string; subject: string; text: string; html?: string };

/** The words of one queued message for its channel, made at the moment of sending. */
export async function compose(message: Message, minted: Minted | undefined): Promise<Words> {
  const words = writers[message.kind](message, minted ?? noLink);
  const from = text(message.detail.agency) || "Latchkey";
  if (message.channel === "sms") return { from, subject: "", text: words.sms() };
  const replyTo = text(message.detail.agencyEmail);
  return { from, ...(replyTo && { replyTo }), ...(await words.email()) };
}

/** For a message that carries no link. */
const noLink: Minted = { url: "", code: null, expiresAt: new Date(0), class: "bearer" };

/** What every message about an order names: the shop, its manager, the order and where it is. */
function surroundingsOf(message: Message) {
  const { detail } = message;
  const number = Number(detail.number);
  return {
    origin: env().APP_ORIGIN,
    agency: shopIn(message),
    manager: { name: text(detail.manager), phone: text(detail.managerPhone) || null },
    number,
    reference: `WO-${number}`,
    title: text(detail.title),
    street: text(detail.street),
    rest: text(detail.rest),
    company: text(detail.company),
    zone: placeIn(message).zone,
  };
}

const day = 24 * 3_600_000;

const writers: Record<Message["kind"], Writer> = {
  dispatch: (message, { url, expiresAt }) => {
    const { detail } = message;
    const shared = surroundingsOf(message);
    const cents = detail.ceilingCents;
    const facts = {
      ...shared,
      ceiling:
        typeof cents === "number" ? formatMoney(cents, text(detail.currency), text(detail.locale)) : null,
      taxLabel: text(detail.taxLabel),
      scope: text(detail.scope),
      url,
      days: Math.round((expiresAt.getTime() - message.queuedAt.getTime()) / day),
      until: shortDay(expiresAt, shared.zone),
    };
    return { sms: () => dispatchText(facts), email: () => dispatchMessage(facts) };
  },
  answer: (message, { url }) => {
    const { question, answer } = message.detail;
    const facts = { ...surroundingsOf(message), question: text(question), answer: text(answer), url };
    return { sms: () => answerSms(facts), email: () => answerMessage(facts) };
  },
  cancellation: (message) => {
    const facts = { ...surroundingsOf(message), reason: text(message.detail.reason) || null };
    return { sms: () => cancellationSms(facts), email: () => cancellationMessage(facts) };
  },
  "question-to-office": (message) => {
    const { contractor, question } = message.detail;
    const facts = { ...surroundingsOf(message), asker: text(contractor), question: text(question) };
    return { sms: () => questionSms(facts), email: () => questionMessage(facts) };
  },
  "link-asked": (message) => {
    const facts = { ...surroundingsOf(message), nowWith: text(message.detail.nowWith) || null };
    return { sms: () => linkAskedSms(facts), email: () => linkAskedMessage(facts) };
  },
  "staff-sign-in": (message, minted) => signIn(message, minted, null),
  ...clientWriters,
};

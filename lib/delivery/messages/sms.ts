import { lines, short } from "./dispatch-text";
import { documentWords } from "./document-words";
import type {
  AnswerFacts,
  CancellationFacts,
  ClientSaidFacts,
  DocumentFacts,
  DocumentOverFacts,
  InvitationFacts,
  LinkAskedFacts,
  MoneyToldFacts,
  QuestionFacts,
  SignInFacts,
} from "./facts";
import { inAList } from "./name-list";

/**
 * The texts of every SMS: the business first, the link last on a line of its own. They keep to plain quotes and no
 * apostrophes, so that a text fits in half as many parts.
 */

export const answerSms = ({ agency, title, question, answer, url }: AnswerFacts): string =>
  lines(
    `${agency.name}: ${question ? "an answer" : "a message"} about ${short(title, 60)}.`,
    `"${short(answer, 300)}"`,
    "Open the job:",
    url,
  );

export const cancellationSms = ({ agency, manager, title, street, reason }: CancellationFacts): string =>
  lines(
    `${agency.name}: this job is cancelled.`,
    short(title, 100),
    street,
    reason && `"${short(reason, 200)}"`,
    `The link no longer works. Questions? ${callOf(manager.name, manager.phone ?? agency.phone)}`,
  );

export const questionSms = ({ agency, origin, number, title, company, question }: QuestionFacts): string =>
  lines(
    `${agency.name}: ${company} asks about ${short(title, 60)}.`,
    `"${short(question, 300)}"`,
    "Open in inbox:",
    inboxUrl(origin, number),
  );

export const linkAskedSms = ({ agency, origin, number, title, company }: LinkAskedFacts): string =>
  lines(
    `${agency.name}: ${company} asks for a new link to ${short(title, 60)}.`,
    "Open in inbox:",
    inboxUrl(origin, number),
  );

export const signInSms = ({ businesses, code, minutes, url }: SignInFacts): string =>
  lines(
    `${senderOf(businesses)} It works once, for ${minutes} minutes.`,
    code && `On another device, type ${spacedCode(code)}`,
    url,
  );

function senderOf(businesses: string[]): string {
  const [only] = businesses;
  if (only && businesses.length === 1) return `${only}: your sign-in link.`;
  return `Latchkey: your sign-in link for ${short(inAList(businesses), 100)}.`;
}

export const invitationSms = ({ agency, url, until }: InvitationFacts): string =>
  lines(
    `${agency.name}: Client Portal Access. Everything we have for you, in one place.`,
    `Opens once, on one phone or computer, until ${until}:`,
    url,
  );

export function documentSms(facts: DocumentFacts): string {
  const { agency, title, url } = facts;
  const words = documentWords({ ...facts, title: short(title, 60), hasFile: false });
  const { sms, rows, quote, opens } = words;
  // What asks for money ends with the way to pay it, and costs one text where its link opens until then.
  if (words.lines.length > 0)
    return lines(`${agency.name}: ${straight(sms)}`, facts.standing ? null : `${straight(opens)}:`, url);
  return lines(
    `${agency.name}: ${straight(sms).replace(/([.!?])\.$/, "$1")}`,
    ...rows.map(({ label, value }) => `${label}: ${straight(short(value, 50))}`),
    quote && `"${straight(short(quote, 100))}"`,
    `${straight(opens)}:`,
    url,
  );
}

export const clientSaidSms = (facts: ClientSaidFacts): string =>
  lines(
    `${facts.agency.name}: ${straight(facts.person)} ${facts.did} ${short(facts.title, 60)}.`,
    facts.words && `"${straight(short(facts.words, 300))}"`,
    officeDocumentUrl(facts),
  );

export const documentOverSms = ({ agency, title, heading, words }: DocumentOverFacts): string =>
  lines(
    `${agency.name}: ${straight(heading)}.`,
    `${straight(short(title, 60))}. ${straight(short(words, 200))}`,
    `Questions? ${callOf(agency.name, agency.phone)}`,
  );

export const moneyToldSms = ({ agency, heading, rows }: MoneyToldFacts): string =>
  lines(
    `${agency.name}: ${straight(heading)}.`,
    ...rows.map(({ label, value }) => `${label}: ${straight(short(value, 50))}`),
  );

/** Where the office reads about a document. It is not a way in: whoever opens it has to be signed in. */
export const officeDocumentUrl = ({ origin, clientId, documentId }: ClientSaidFacts) =>
  `${origin}/clients/${clientId}/documents/${documentId}`;

/** With straight apostrophes: a single curly one doubles what a text costs. */
const straight = (words: string) => words.replaceAll("’", "'");

/** "ABCD-EFGH": a code is easier to type in two halves. */
export const spacedCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Where the office reads about a job. It is not a way in: whoever opens it has to be signed in. */
export const inboxUrl = (origin: string, number: number) => `${origin}/inbox/${number}`;

/** Whom to call, as a sentence. */
export const callOf = (name: string, phone: string | null) =>
  phone ? `Call ${name} on ${phone}.` : `Ask ${name}.`;

import { lines, short } from "./dispatch-text";
import type { AnswerFacts, CancellationFacts, LinkAskedFacts, QuestionFacts, SignInFacts } from "./facts";

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

export const signInSms = ({ agency, code, minutes, url }: SignInFacts): string =>
  lines(
    `${agency}: your Latchkey sign-in link. It works once, for ${minutes} minutes.`,
    `On another device, type ${spacedCode(code)}`,
    url,
  );

/** "ABCD-EFGH": a code is easier to type in two halves. */
export const spacedCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Where the office reads about a job. It is not a way in: whoever opens it has to be signed in. */
export const inboxUrl = (origin: string, number: number) => `${origin}/inbox/${number}`;

/** Whom to call, as a sentence. */
export const callOf = (name: string, phone: string | null) =>
  phone ? `Call ${name} on ${phone}.` : `Ask ${name}.`;
